package org.honbu.slack.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.slack.internal.door.Desk.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.Role;
import org.honbu.testkit.slack.Hands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do in Slack, from the signed request to the answer they read. */
class DoorTest {
  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatIsNotSlacksIsNotEvenRead() {
    String body = Hands.form(desk.hands.command("U1", "C1", "escalate"));

    assertThatThrownBy(() -> desk.door.command(desk.now(), "v0=00", stream(body)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(401));
    assertThatThrownBy(() -> desk.door.command(null, null, stream(body)))
        .isInstanceOf(ProblemException.class);
    assertThat(desk.rows.all).isEmpty();
  }

  @Test
  void aRecordingIsHeardOnceAndAnOldOneNotAtAll() {
    String body = Hands.form(desk.hands.command("U1", "C1", "escalate"));
    String then = desk.now();
    String signed = Hands.signature(then, body);

    assertThat(desk.door.command(then, signed, stream(body))).isEmpty();
    assertThat(desk.door.command(then, signed, stream(body))).isEmpty();
    desk.worksOff();
    assertThat(desk.done).containsExactly("escalate INC-2026-0042 by misaki");

    desk.clock.passes(Duration.ofSeconds(301));
    assertThatThrownBy(() -> desk.door.command(then, signed, stream(body)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void whoIsOutsideAPrivateIncidentDoesAndLearnsNothingButMayTakeWhatIsOffered() {
    desk.hidden.add(Desk.ONE);

    for (String words : List.of("escalate", "join", "free?", "answer", "announce 一 / one")) {
      assertThat(desk.types("U1", words + " INC-2026-0042"))
          .as(words)
          .contains("INC-2026-0042", "非公開のインシデント");
    }
    assertThat(desk.done).isEmpty();

    desk.types("U1", "take INC-2026-0042");
    assertThat(desk.done).containsExactly("take INC-2026-0042 by misaki");
  }

  @Test
  void slackIsAnsweredBeforeTheWorkIsDone() {
    String body = Hands.form(desk.hands.command("U1", "C1", "escalate"));

    desk.door.command(desk.now(), Hands.signature(desk.now(), body), stream(body));

    assertThat(desk.rows.all).hasSize(1);
    assertThat(desk.done).isEmpty();
    assertThat(desk.slack.ledger()).as("nobody was asked anything").isEmpty();
  }

  @Test
  void slackHearsItsChallengeBack() {
    String body = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aB\"}";

    assertThat(desk.door.event(desk.now(), Hands.signature(desk.now(), body), stream(body)))
        .isEqualTo("3eZbrw1aB");
  }

  @Test
  void eachCommandIsOneActInThePersonsName() {
    desk.types("U1", "declare 決済が <できない>");
    desk.types("U1", "answer");
    desk.types("U1", "エスカレ INC-2026-0043");
    desk.types("U1", "pass <@U2|ken> 疲れました");
    desk.types("U1", "assign @sakura 15分 決済ログを見る");
    desk.types("U1", "assign <@U2> 連絡 お客さまに電話");
    desk.types("U1", "free? 5m ログを見る");
    desk.types("U1", "topic <@U2> なぜ切れるか");
    desk.types("U1", "update 2 割が失敗 | 戻している | なし");
    desk.types("U1", "announce 調査中です / We are investigating");
    desk.types("U1", "announce");
    desk.types("U1", "見学");

    assertThat(desk.done)
        .containsExactly(
            "declare 決済が <できない> by person:misaki",
            "answer INC-2026-0042 by misaki",
            "escalate INC-2026-0043 by misaki",
            "pass to ken “疲れました” by misaki",
            "give sakura INVESTIGATE PT15M 決済ログを見る",
            "give ken COMMUNICATE PT10M お客さまに電話",
            "ask ログを見る PT5M",
            "topic なぜ切れるか led by ken",
            "update 2 割が失敗/戻している/なし",
            "draft INITIAL 調査中です|We are investigating",
            "announcing INC-2026-0042 by misaki",
            "join OBSERVE by misaki");
  }

  @Test
  void everybodyIsAnsweredInTheirLanguageAndAlone() {
    assertThat(desk.types("U1", "escalate")).isEqualTo("エスカレしました。ウォールームを開きました");
    assertThat(desk.types("U2", "escalate")).isEqualTo("Escalated. The war room is open");
    assertThat(desk.types("U2", "take")).isEqualTo("sakura has it already");
    assertThat(desk.types("U2", "help")).contains("`declare", "`assign @somebody 10m what`");
    assertThat(desk.slack.answers())
        .allMatch(answer -> answer.body().getString("response_type").equals("ephemeral"));
  }

  /** T16: who concentrates is not disturbed; the answer names who answers for them. */
  @Test
  void aWordToSomebodyWhoConcentratesIsAnsweredWithAName() {
    assertThat(desk.types("U1", "tell <@U2|ken> いつ直りますか")).contains("渡辺 さくら さんに聞いてください");
    assertThat(desk.types("U2", "tell @sakura thanks")).contains("has your message");
    assertThat(desk.done)
        .containsExactly("tell ken いつ直りますか by misaki", "tell sakura thanks by ken");
  }

  @Test
  void whatIsWrittenWronglyIsAnsweredWithTheRightForm() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "declare", "/honbu declare",
                "pass", "/honbu pass @",
                "assign <@U2>", "/honbu assign @",
                "assign @nobody 10m x", "@ で選ぶ",
                "topic <@U2>", "/honbu topic @",
                "update all is well", "/honbu update",
                "tell <@U2>", "/honbu tell @",
                "announce 調査中です", "/honbu announce",
                "nonsense", "`declare 何が")
            .entrySet()) {
      assertThat(desk.types("U1", wrong.getKey())).as(wrong.getKey()).contains(wrong.getValue());
    }
    assertThat(desk.done).isEmpty();
  }

  @Test
  void whichIncidentIsMeantIsAskedWhenItIsNotClear() {
    desk.open.add(Desk.OTHER);
    assertThat(desk.types("U1", "escalate")).contains("INC-2026-0042", "INC-2026-0043");
    assertThat(desk.done).isEmpty();

    desk.isRoomOf("C0ROOM", Desk.OTHER);
    desk.types("U1", "C0ROOM", "escalate");
    assertThat(desk.done).containsExactly("escalate INC-2026-0043 by misaki");

    desk.open.clear();
    assertThat(desk.types("U1", "escalate")).contains("/honbu declare");
  }

  @Test
  void aDrillIsNotTouchedFromASlackWithoutDrills() {
    assertThat(desk.types("U1", "escalate " + Desk.DRILL)).contains("訓練は Slack につながっていません");
    assertThat(desk.done).isEmpty();
  }

  @Test
  void aButtonSaysWhatACommandSays() {
    assertThat(desk.presses("U1", "honbu.answer", "INC-2026-0043")).startsWith("応答しました");
    desk.presses("U1", "honbu.free", "INC-2026-0043");
    desk.presses("U1", "honbu.open", "");

    assertThat(desk.done).containsExactly("answer INC-2026-0043 by misaki", "join FREE by misaki");
  }

  /**
   * T13: it is answered, and ends in one name or not at all, from commands, buttons and the list.
   */
  @Test
  void aCallForHandsIsAnsweredAndEndsInSlack() {
    assertThat(desk.presses("U2", "honbu.can", "INC-2026-0042 #1")).startsWith("Thank you");
    assertThat(desk.types("U2", "can")).startsWith("Thank you");
    assertThat(desk.presses("U1", "honbu.pick.2", "INC-2026-0042 #1 @ken"))
        .isEqualTo("ken さんに頼みました（仕事 3）");
    assertThat(desk.chooses("U1", "INC-2026-0042 #1", "U2")).contains("仕事 3");
    assertThat(desk.types("U1", "pick <@U2|ken>")).contains("仕事 3");
    assertThat(desk.presses("U1", "honbu.drop", "INC-2026-0042 #1")).isEqualTo("手空き確認を取りやめました");

    assertThat(desk.done)
        .containsExactly(
            "can INC-2026-0042 #1 by ken",
            "can INC-2026-0042 #2 by ken",
            "pick ken #1 by misaki",
            "pick ken #1 by misaki",
            "pick ken #2 by misaki",
            "drop INC-2026-0042 #1 by misaki");
  }

  @Test
  void whoeverPicksIsAskedBackAndToldHow() {
    assertThat(desk.types("U1", "pick @misaki")).contains("自分で？", "`pick!`");
    assertThat(desk.types("U1", "pick! @misaki")).contains("仕事 3");
    assertThat(desk.types("U1", "pick")).contains("/honbu pick @");

    desk.running = Optional.empty();
    desk.done.clear();
    for (String words : List.of("can", "pick @ken", "drop")) {
      assertThat(desk.types("U1", words)).as(words).contains("/honbu free?");
    }
    assertThat(desk.done).isEmpty();
  }

  @Test
  void rolesAreThoseOfTheDirectory() {
    desk.roles = Set.of(Role.EMPLOYEE);
    assertThat(desk.presses("U1", "honbu.answer", "INC-2026-0042")).contains("対応者だけが");

    desk.roles = Set.of();
    assertThat(desk.types("U1", "escalate")).contains("役割がありません");
    assertThat(desk.done).isEmpty();
  }

  @Test
  void strangersHearHowThatIsMended() {
    desk.slack.stranger("U7", "misaki@honbu.example");
    desk.slack.unconfirmed("U8", "misaki@honbu.example");
    desk.slack.member("U9", "nobody@honbu.example", "en-US");

    assertThat(desk.types("U7", "escalate")).contains("another workspace");
    assertThat(desk.types("U8", "escalate")).contains("not confirmed");
    assertThat(desk.types("U9", "escalate")).contains("Nobody in Honbu has the e-mail address");
    assertThat(desk.types("U404", "escalate")).contains("Honbu にいません");
    assertThat(desk.done).isEmpty();
  }

  @Test
  void whoSomebodyIsIsAskedOnceADay() {
    desk.types("U1", "escalate");
    desk.types("U1", "escalate");
    assertThat(desk.slack.calls("users.info")).hasSize(1);

    desk.clock.passes(Duration.ofDays(1));
    desk.slack.breaks(true);
    desk.types("U1", "escalate");
    assertThat(desk.done).as("the old answer serves while Slack is silent").hasSize(3);
  }

  @Test
  void whatSlackMadeOfTheWordsIsMadeUndone() {
    desk.types("U1", "declare A &amp; B &lt;slow&gt; <https://x.example/a|x.example> <#C1|alert>");

    assertThat(desk.done)
        .containsExactly("declare A & B <slow> https://x.example/a #alert by person:misaki");
  }

  @Test
  void aRefusalOfTheFacadeIsTheAnswer() {
    desk.outcome = new Outcome.NotNow(new Words("もう終わっています", "It is over"));

    assertThat(desk.types("U2", "escalate")).isEqualTo("It is over");
  }

  @Test
  void aCommanderIsAskedBackAndMayInsist() {
    assertThat(desk.types("U1", "assign @misaki 10m ログを見る")).contains("自分で？", "assign!");
    assertThat(desk.types("U1", "assign! @misaki 10m ログを見る")).contains("仕事 1");
  }

  @Test
  void whatFailedIsTriedAgainAndDoneOnce() {
    desk.failing = true;
    desk.types("U1", "escalate");
    assertThat(desk.done).isEmpty();

    desk.failing = false;
    desk.clock.passes(Duration.ofSeconds(3));
    desk.worksOff();

    assertThat(desk.done).hasSize(1);
    assertThat(desk.lastAnswer()).startsWith("エスカレしました");
  }

  @Test
  void anAnswerThatCouldNotBeSaidIsSaidLaterAndTheActNotRepeated() {
    desk.types("U1", "escalate");
    desk.slack.breaks(true);
    desk.types("U1", "join");
    desk.slack.breaks(false);
    desk.clock.passes(Duration.ofSeconds(3));
    desk.worksOff();

    assertThat(desk.done).hasSize(2);
    assertThat(desk.lastAnswer()).startsWith("手空きで入りました");
    assertThat(desk.rows.ended.values()).containsOnly(HeardStore.End.ANSWERED).hasSize(2);
  }

  @Test
  void afterHalfAnHourNobodyListensAndTheActIsDoneAllTheSame() {
    String body = Hands.form(desk.hands.command("U1", "C1", "escalate"));
    desk.door.command(desk.now(), Hands.signature(desk.now(), body), stream(body));
    desk.clock.passes(Duration.ofMinutes(31));

    desk.worksOff();

    assertThat(desk.done).hasSize(1);
    assertThat(List.copyOf(desk.rows.ended.values())).containsExactly(HeardStore.End.UNHEARD);
  }
}
