package org.honbu.slack.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.slack.internal.chat.Wall.AOI;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.honbu.notifications.Chat;
import org.honbu.testkit.slack.FakeSlack;
import org.honbu.warroom.VolunteerCall.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T13 in Slack: the question, the answers, and the one name it ends in. */
class HandsCardsTest {
  private static final String QUESTION = "[INC-2026-0042] 今手空いている人は？ 決済ログを見る";
  private static final String REMINDER = "「決済ログを見る」に手が空いているのは ken さん です";

  private final Wall wall = new Wall();

  @BeforeEach
  void open() {
    wall.slack.channel("war_room");
    wall.slack.member("U0AOI", "aoi@honbu.example", "ja-JP");
    wall.roomOpens(AOI);
  }

  @AfterEach
  void close() {
    wall.close();
  }

  @Test
  void theQuestionHasAButtonUntilSomebodyHasTheWork() {
    wall.asks(1, State.ASKING);
    asked(1);
    assertThat(question().text()).isEqualTo(QUESTION);
    assertThat(question().buttons()).containsExactly("honbu.can", "honbu.open");
    assertThat(value(question(), 0)).isEqualTo("INC-2026-0042 #1");

    wall.asks(1, State.ASKING, "ken");
    edited(1, "手が空いている：ken さん");
    assertThat(question().text()).isEqualTo(QUESTION + "\n手が空いている：ken さん");
    assertThat(question().buttons()).contains("honbu.can");

    wall.asks(1, State.NAMED, "ken");
    edited(1, "✅ ken さんに頼みました");
    assertThat(question().text()).isEqualTo(QUESTION + "\n✅ ken さんに頼みました");
    assertThat(question().buttons()).containsExactly("honbu.open");
    assertThat(room().messages()).as("it is one message").hasSize(1);
  }

  @Test
  void theCommanderPicksNamesOrCallsOffInTheirDirectMessages() {
    wall.asks(1, State.ASKING, "ken", "itsuki");
    reminded(1);

    assertThat(reminder().buttons())
        .containsExactly("honbu.pick.1", "honbu.pick.2", "honbu.name", "honbu.drop", "honbu.open");
    assertThat(value(reminder(), 0)).isEqualTo("INC-2026-0042 #1 @ken");
    assertThat(value(reminder(), 3)).isEqualTo("INC-2026-0042 #1");
    assertThat(reminder().blocks().getJsonObject(1).getString("block_id"))
        .as("comes back with whom they choose")
        .isEqualTo("INC-2026-0042 #1");

    wall.asks(1, State.DROPPED, "ken", "itsuki");
    edited(1, "取りやめました");
    assertThat(reminder().text()).isEqualTo(REMINDER + "\n取りやめました");
    assertThat(reminder().buttons()).containsExactly("honbu.open");
  }

  @Test
  void manyWhoAreFreeStandInTheListAlone() {
    wall.asks(1, State.ASKING, "a", "b", "c", "d", "e", "f");
    reminded(1);

    assertThat(reminder().buttons()).contains("honbu.pick.5", "honbu.name");
    assertThat(reminder().buttons()).doesNotContain("honbu.pick.6");
  }

  @Test
  void anotherCallsMessagesAndTheIncidentsCardsStayAsTheyAre() {
    wall.asks(1, State.DROPPED);
    wall.asks(2, State.ASKING);
    asked(1);
    asked(2);
    wall.slack.channel("alert");
    wall.carries("#alert", "SEV2");

    edited(2, "手が空いている：ken さん");
    wall.carries("edit", "応答：misaki さん");

    assertThat(room().messages()).extracting(FakeSlack.Message::edits).containsExactly(0, 1);
    assertThat(room().messages().get(0).text()).endsWith("取りやめました\nIt was called off");
  }

  @Test
  void anOlderStandingDoesNotReplaceANewerOne() {
    wall.asks(1, State.NAMED);
    asked(1);
    var before = wall.clock.instant();
    wall.clock.passes(Duration.ofSeconds(1));
    edited(1, "✅ ken さんに頼みました");

    wall.carries("hands 1", "手が空いている：ken さん", before);

    assertThat(question().text()).endsWith("✅ ken さんに頼みました");
  }

  @Test
  void aQuestionThatIsCarriedTwiceStandsOnce() {
    wall.asks(1, State.ASKING);
    asked(1);
    asked(1);

    assertThat(room().messages()).hasSize(1);
    assertThat(wall.carries("hands 7", "x")).isInstanceOf(Chat.Reply.Done.class);
  }

  @Test
  void ofAPrivateIncidentNobodyPressesAnything() {
    wall.isPrivate = true;
    wall.asks(1, State.ASKING, "ken");
    asked(1);
    reminded(1);

    assertThat(question().buttons()).containsExactly("honbu.open");
    assertThat(question().text()).doesNotContain("決済ログを見る", "ken");
    edited(1, "手が空いている：ken さん");
    assertThat(question().text()).startsWith("🔒").doesNotContain("ken");
    assertThat(reminder().text()).contains("ken");
    assertThat(reminder().buttons()).containsExactly("honbu.open");
  }

  @Test
  void withoutAWayBackThereIsNoButton() {
    try (var deaf =
        new Wall(Map.of("honbu.slack.signing-secret", "", "honbu.slack.app-token", ""))) {
      deaf.slack.channel("war_room");
      deaf.roomOpens(AOI);
      deaf.asks(1, State.ASKING);
      deaf.carries("#war_room", QUESTION, "hands:1", deaf.clock.instant());

      assertThat(deaf.channel("inc-").messages().get(0).buttons()).containsExactly("honbu.open");
    }
  }

  private void asked(int number) {
    wall.carries("#war_room", QUESTION, "hands:" + number, wall.clock.instant());
  }

  private void reminded(int number) {
    wall.carries("word aoi", REMINDER, "pick:" + number + ":1790000000", wall.clock.instant());
  }

  private void edited(int number, String now) {
    wall.clock.passes(Duration.ofSeconds(1));
    assertThat(wall.carries("hands " + number, now)).isInstanceOf(Chat.Reply.Done.class);
  }

  private FakeSlack.Channel room() {
    return wall.channel("inc-2026-0042");
  }

  private FakeSlack.Message question() {
    return room().messages().get(0);
  }

  private FakeSlack.Message reminder() {
    return wall.slack.directlyTo("U0AOI").get(0);
  }

  private static String value(FakeSlack.Message message, int button) {
    JsonObject actions = message.blocks().getJsonObject(1);
    return actions.getJsonArray("elements").getJsonObject(button).getString("value");
  }
}
