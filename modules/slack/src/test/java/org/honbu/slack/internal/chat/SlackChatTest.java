package org.honbu.slack.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.slack.internal.chat.Wall.AOI;
import static org.honbu.slack.internal.chat.Wall.MISAKI;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Room;
import org.honbu.kernel.Kind;
import org.honbu.notifications.Chat.Reply;
import org.honbu.testkit.slack.FakeSlack;
import org.honbu.warroom.StatusUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others see in Slack. */
class SlackChatTest {
  private final Wall wall = new Wall();

  @BeforeEach
  void usualChannels() {
    wall.slack.channel("alert");
    wall.slack.channel("war_room");
    wall.slack.channel("drill-alert");
    wall.slack.member("U1", "misaki@honbu.example", "ja-JP");
    wall.slack.member("U2", "aoi@honbu.example", "ja-JP");
  }

  @AfterEach
  void close() {
    wall.close();
  }

  @Test
  void anAlertHasItsButtonsAndLosesTheOneSomebodyPressed() {
    wall.carries("#alert", "[INC-2026-0042] SEV2・payments：決済ができない");
    assertThat(alert().buttons()).containsExactly("honbu.answer", "honbu.escalate", "honbu.open");

    wall.answeredBy = Optional.of(MISAKI);
    later();
    wall.carries(SlackChat.EDIT, "応答：misaki さん・調査中");

    assertThat(alert().edits()).isOne();
    assertThat(alert().text()).contains("決済ができない", "応答：misaki さん");
    assertThat(alert().buttons()).containsExactly("honbu.escalate", "honbu.open");
    assertThat(wall.slack.calls("chat.postMessage")).as("edited, not said again").hasSize(1);
  }

  @Test
  void ofAPrivateIncidentAChannelHearsOnlyThatItIsThere() {
    wall.isPrivate = true;

    wall.carries("#alert", "[INC-2026-0042] SEV2・payments：決済ができない");
    later();
    wall.carries("#alert", "名簿が外から見えています");

    assertThat(wall.slack.calls("chat.postMessage").toString())
        .contains("INC-2026-0042", "非公開のインシデント")
        .doesNotContain("決済", "payments", "名簿");
    assertThat(alert().buttons()).containsExactly("honbu.open");
  }

  @Test
  void whatStandsThereSaysLessOnceItIsPrivateAndAsMuchAsBeforeOnceItIsOpenAgain() {
    wall.carries("#alert", "[INC-2026-0042] SEV2・payments：決済ができない");

    wall.isPrivate = true;
    later();
    wall.carries(SlackChat.EDIT, "調査中");
    assertThat(alert().text()).contains("非公開のインシデント", "調査中").doesNotContain("決済");

    wall.isPrivate = false;
    later();
    wall.carries(SlackChat.EDIT, "調査中");
    assertThat(alert().text()).contains("決済ができない");
  }

  @Test
  void whoIsCalledHasAButtonOfTheirOwnUntilSomebodyHasIt() {
    wall.slack.member("U1", "misaki@honbu.example", "ja-JP");

    wall.carries("call misaki", "佐藤さん、あなたの番です\nhttps://honbu.example/a/secret\n決済が失敗");
    FakeSlack.Message call = wall.slack.directlyTo("U1").get(0);
    assertThat(call.text()).contains("あなたの番です", "/a/secret");
    assertThat(call.buttons()).contains("honbu.answer");
    assertThat(wall.book.cards(Wall.INCIDENT)).noneMatch(card -> card.said().contains("secret"));

    wall.answeredBy = Optional.of(AOI);
    wall.carries(SlackChat.EDIT, "応答：aoi さん");
    FakeSlack.Message edited = wall.slack.directlyTo("U1").get(0);
    assertThat(edited.text()).contains("あなたの番です", "応答：aoi さん").doesNotContain("secret");
    assertThat(edited.buttons()).doesNotContain("honbu.answer");
  }

  @Test
  void aSecondCallIsAMessageOfItsOwnAndAWordHasNoButton() {
    wall.slack.member("U1", "misaki@honbu.example", "ja-JP");

    wall.carries("call misaki", "一度目");
    wall.carries("call misaki", "二度目");
    wall.carries("word misaki", "手が動いていませんか <!here>");

    assertThat(wall.slack.directlyTo("U1"))
        .extracting(FakeSlack.Message::text)
        .containsExactly("一度目", "二度目", "手が動いていませんか &lt;!here&gt;");
    assertThat(wall.slack.directlyTo("U1").get(2).buttons()).isEmpty();
  }

  @Test
  void whoIsNotInSlackIsNotCalledThereForEver() {
    assertThat(wall.carries("call sho", "あなたの番です")).isEqualTo(new Reply.Never("users_not_found"));
  }

  /** A call holds a key, and a word is for one person: an address alone proves nobody. */
  @Test
  void whoOnlyClaimsAnAddressIsSentNothingThatIsForItsOwner() {
    wall.slack.unconfirmed("U6", "sho@honbu.example");

    assertThat(wall.carries("call sho", "あなたの番です\nhttps://honbu.example/a/secret"))
        .isEqualTo(new Reply.Never("not proven to be them"));
    assertThat(wall.carries("word sho", "あなたにだけ")).isInstanceOf(Reply.Never.class);
    assertThat(wall.slack.directlyTo("U6")).isEmpty();
  }

  @Test
  void theButtonIsBackWhenTheAnswerWasASlip() {
    wall.carries("#alert", "SEV2");
    wall.answeredBy = Optional.of(MISAKI);
    later();
    wall.carries(SlackChat.EDIT, "応答");

    wall.answeredBy = Optional.empty();
    later();
    wall.carries(SlackChat.EDIT, "トリアージ中");

    assertThat(alert().buttons()).contains("honbu.answer");
    assertThat(alert().text()).doesNotContain("応答");
  }

  @Test
  void anOlderEditNeverCoversANewerOne() {
    wall.carries("#alert", "SEV2");
    Instant early = later();
    Instant late = later();

    wall.carries(SlackChat.EDIT, "the newer", late);
    wall.carries(SlackChat.EDIT, "the older, tried again", early);

    assertThat(alert().text()).contains("the newer").doesNotContain("the older");
  }

  @Test
  void anAlertThatCameLateSaysHowItStands() {
    wall.answeredBy = Optional.of(MISAKI);
    assertThat(wall.carries(SlackChat.EDIT, "応答")).isInstanceOf(Reply.Done.class);

    wall.carries("#alert", "SEV2");

    assertThat(alert().text()).contains("応答：misaki さん");
    assertThat(alert().buttons()).doesNotContain("honbu.answer");
  }

  @Test
  void laterLinesStandInTheThreadOfTheFirst() {
    wall.carries("#alert", "SEV2");
    wall.carries("#alert", "nobody has answered yet");

    FakeSlack.Call second = wall.slack.calls("chat.postMessage").get(1);
    assertThat(second.arguments().getString("thread_ts")).isEqualTo(alert().ts());
    assertThat(second.arguments().containsKey("blocks")).isFalse();
  }

  @Test
  void aTextFromOutsideMentionsNobodyAndLinksNowhere() {
    wall.carries("#alert", "<!channel> & <https://evil.example|click>");

    assertThat(alert().text()).doesNotContain("<").contains("&lt;!channel&gt; &amp;");
    assertThat(alert().blocks().toString()).doesNotContain("<!channel>");
  }

  @Test
  void aLongLineIsCutAndNotRefused() {
    assertThat(wall.carries("#alert", "<".repeat(3_000))).isInstanceOf(Reply.Done.class);
  }

  @Test
  void aRoomHasAChannelAndEverybodyTheWayIn() {
    wall.roomOpens(MISAKI);
    wall.carries(SlackChat.OPEN, "🚨 部屋");
    wall.carries("#war_room", "暫定コマンダーは misaki さんです");
    wall.carries(SlackChat.INVITE + "misaki", "招く");
    wall.carries(SlackChat.INVITE + "misaki", "招く");
    wall.carries(SlackChat.TOPIC, "指揮: misaki（暫定）\nacting");

    FakeSlack.Channel room = wall.channel("inc-2026-0042-payment-api");
    assertThat(room.members()).contains("U1");
    assertThat(room.topic()).isEqualTo("指揮: misaki（暫定） acting");
    assertThat(room.messages())
        .extracting(FakeSlack.Message::text)
        .containsExactly("暫定コマンダーは misaki さんです");
    FakeSlack.Message opening = wall.channel("war_room").messages().get(0);
    assertThat(opening.text()).contains("<#" + room.id() + ">");
    assertThat(opening.buttons()).contains("honbu.watch", "honbu.free");
    assertThat(wall.slack.calls("conversations.create")).as("made once").hasSize(1);
    assertThat(wall.book.timeline).containsExactly("inc-2026-0042-payment-api");
  }

  @Test
  void beforeThereIsARoomTheUsualChannelHasACardToo() {
    wall.carries("#war_room", "SEV1 決済");
    wall.answeredBy = Optional.of(MISAKI);
    later();
    wall.carries(SlackChat.EDIT, "応答：misaki さん");

    FakeSlack.Message card = wall.channel("war_room").messages().get(0);
    assertThat(card.buttons()).contains("honbu.escalate").doesNotContain("honbu.answer");
    assertThat(card.edits()).isOne();
  }

  @Test
  void anOlderTopicNeverCoversANewerOne() {
    wall.roomOpens(MISAKI);
    Instant early = later();
    Instant late = later();

    wall.carries(SlackChat.TOPIC, "指揮: aoi", late);
    wall.carries(SlackChat.TOPIC, "指揮: misaki", early);

    assertThat(wall.channel("inc-").topic()).isEqualTo("指揮: aoi");
  }

  @Test
  void aChannelMadeByATryThatDiedIsFoundAgain() {
    String made = wall.slack.channel("inc-2026-0042-payment-api");
    wall.roomOpens(MISAKI);

    wall.carries("#war_room", "部屋を開きました");

    assertThat(wall.channel("inc-").messages()).hasSize(1);
    assertThat(wall.channel("inc-").id()).isEqualTo(made);
  }

  @Test
  void whereNoChannelCanBeMadeLinesGoToTheUsualOne() {
    wall.slack.refuses("conversations.create", "restricted_action");
    wall.roomOpens(MISAKI);

    wall.carries("#war_room", "部屋を開きました");
    assertThat(wall.carries(SlackChat.TOPIC, "指揮")).isInstanceOf(Reply.Done.class);
    assertThat(wall.carries(SlackChat.INVITE + "misaki", "招く")).isInstanceOf(Reply.Done.class);
    assertThat(wall.carries(SlackChat.ARCHIVE, "閉じる")).isInstanceOf(Reply.Done.class);

    assertThat(wall.channel("war_room").messages()).hasSize(1);
    assertThat(wall.channel("war_room").topic()).isEmpty();
    assertThat(wall.channel("war_room").archived()).isFalse();
    assertThat(wall.slack.calls("conversations.create")).as("asked once").hasSize(1);
  }

  @Test
  void aClosedIncidentsChannelIsArchivedOnceAndLateLinesGoToTheUsualOne() {
    wall.roomOpens(MISAKI);
    wall.carries("#war_room", "部屋を開きました");
    wall.state = IncidentState.CLOSED;
    wall.room = Room.CLOSED;

    wall.carries(SlackChat.ARCHIVE, "閉じる");
    wall.carries(SlackChat.ARCHIVE, "閉じる");
    wall.carries("#war_room", "おつかれさまでした");

    assertThat(wall.channel("inc-").archived()).isTrue();
    assertThat(wall.slack.calls("conversations.archive")).hasSize(1);
    assertThat(wall.channel("war_room").messages()).hasSize(1);
  }

  @Test
  void whoIsAskedToTakeOverFindsTheWayToTheReadBack() {
    wall.roomOpens(AOI);

    wall.carries("#war_room", "交代を頼まれています", "handover:1:2", wall.clock.instant());
    wall.carries("#war_room", "交代しました", "handed-over:1", wall.clock.instant());

    FakeSlack.Message asked = wall.channel("inc-").messages().get(0);
    JsonObject way = asked.blocks().getJsonObject(1).getJsonArray("elements").getJsonObject(0);
    assertThat(way.getString("url")).endsWith("/incidents/INC-2026-0042#accept");
    assertThat(asked.buttons()).containsExactly("honbu.open");
    assertThat(wall.channel("inc-").messages().get(1).buttons()).isEmpty();
  }

  /** It was part of another by mistake. */
  @Test
  void whatIsTakenApartGetsItsChannelBack() {
    becomesPartOfAnother();
    wall.roomOpens(AOI);

    wall.carries(SlackChat.TOPIC, "指揮: aoi");
    wall.carries(SlackChat.INVITE + "misaki", "招く");
    wall.carries("#war_room", "また動き出しました");

    assertThat(wall.channel("inc-").archived()).isFalse();
    assertThat(wall.channel("inc-").topic()).isEqualTo("指揮: aoi");
    assertThat(wall.channel("inc-").messages()).hasSize(2);
    assertThat(wall.slack.calls("conversations.unarchive")).hasSize(1);
  }

  /** Slack lets an app archive a channel and not take that back: it says so of its bot tokens. */
  @Test
  void whereTheChannelStaysArchivedASecondOneIsMade() {
    wall.slack.refuses("conversations.unarchive", "not_in_channel");
    becomesPartOfAnother();
    wall.roomOpens(AOI);

    wall.carries("#war_room", "また動き出しました");
    wall.carries("#war_room", "続きます");

    assertThat(wall.channel("inc-2026-0042-payment-api-2").messages()).hasSize(2);
    assertThat(wall.slack.calls("conversations.unarchive")).as("asked once").hasSize(1);
  }

  @Test
  void whatIsTakenApartBeforeItsChannelWasArchivedKeepsIt() {
    wall.roomOpens(MISAKI);
    wall.carries("#war_room", "部屋を開きました");

    assertThat(wall.carries(SlackChat.ARCHIVE, "閉じる")).isInstanceOf(Reply.Done.class);

    assertThat(wall.channel("inc-").archived()).isFalse();
  }

  private void becomesPartOfAnother() {
    wall.roomOpens(MISAKI);
    wall.carries("#war_room", "部屋を開きました");
    wall.room = Room.CLOSED;
    wall.carries(SlackChat.ARCHIVE, "閉じる");
    assertThat(wall.channel("inc-").archived()).isTrue();
  }

  @Test
  void somebodyWhoIsNotInSlackIsNotInvitedForEver() {
    wall.roomOpens(MISAKI);

    assertThat(wall.carries(SlackChat.INVITE + "ken", "招く"))
        .isEqualTo(new Reply.Never("users_not_found"));
  }

  @Test
  void aFullSlackSaysWhenAndIsNotAskedBefore() {
    wall.slack.tooMany("chat.postMessage", 40);

    assertThat(wall.carries("#alert", "SEV2"))
        .isInstanceOfSatisfying(
            Reply.Later.class, no -> assertThat(no.after()).isEqualTo(Duration.ofSeconds(40)));
    assertThat(wall.carries("#alert", "SEV2")).isInstanceOf(Reply.Later.class);
    assertThat(wall.slack.calls("chat.postMessage")).hasSize(1);
  }

  @Test
  void theRoomsOpeningAndTopicSayWhatDomainAsks() {
    wall.roomOpens(AOI);
    wall.updates.add(new StatusUpdate(1, "c", "a", "n", AOI, wall.clock.instant(), Instant.EPOCH));

    assertThat(wall.standing.roomOpened(wall.view()).ja())
        .startsWith("🚨 本番 SEV2 決済が")
        .contains(
            "影響: ",
            "暫定コマンダー: aoi",
            "参加: http://localhost:8080/incidents/INC-2026-0042",
            "見学歓迎",
            "次の共有: 09:00 JST");
    assertThat(wall.standing.topic(wall.view()).en())
        .isEqualTo("SEV2, commander: aoi (acting), next update: 09:00 JST");
  }

  @Test
  void aDrillHasItsOwnChannelOrNone() {
    wall.kind = Kind.DRILL;
    assertThat(wall.carries("#alert", "leak")).isInstanceOf(Reply.Never.class);
    assertThat(wall.carries("#drill-alert", "訓練")).isInstanceOf(Reply.Done.class);
    wall.roomOpens(MISAKI);
    assertThat(wall.carries(SlackChat.OPEN, "leak")).isInstanceOf(Reply.Never.class);

    assertThat(wall.channel("alert").messages()).isEmpty();
    assertThat(wall.channel("war_room").messages()).isEmpty();
    try (Wall without = new Wall(Map.of("honbu.slack.channels", "#alert=#alert"))) {
      assertThat(without.chat.carries()).containsExactly(Kind.REAL);
      assertThat(without.chat.has(Kind.DRILL, "#drill-alert")).isFalse();
    }
  }

  @Test
  void withNobodyToHearThemThereAreNoButtons() {
    try (Wall deaf =
        new Wall(Map.of("honbu.slack.signing-secret", "", "honbu.slack.app-token", ""))) {
      deaf.slack.channel("alert");
      deaf.carries("#alert", "SEV2");

      assertThat(deaf.channel("alert").messages().get(0).buttons()).containsExactly("honbu.open");
    }
  }

  private FakeSlack.Message alert() {
    return wall.channel("alert").messages().get(0);
  }

  private Instant later() {
    wall.clock.passes(Duration.ofSeconds(10));
    return wall.clock.instant();
  }
}
