package org.honbu.slack.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Set;
import org.honbu.testkit.slack.FakeSlack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T16 in Slack: who is mentioned while they concentrate, from Slack’s event to the aside. */
class MentionsTest {
  private static final String KEN = "<@U2>";

  private final Desk desk = new Desk();
  private final String room = desk.slack.channel("inc-2026-0042");

  @BeforeEach
  void comeIn() {
    desk.isRoomOf(room, Desk.ONE);
    desk.slack.member("U3", "sakura@honbu.example", "en-US");
    desk.slack.joins(room, "U1");
    desk.slack.joins(room, "U3");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whoeverMentionsSomebodyWhoConcentratesHearsWhoAnswersForThemAndNobodyElseDoes() {
    assertThat(desk.says("U1", room, KEN + " いつ直りますか")).containsExactly("渡辺 さくら さんに聞いてください");
    assertThat(desk.says("U3", room, "hey " + KEN)).containsExactly("Please ask Sakura");

    assertThat(desk.slack.ledger())
        .as("nothing that others see")
        .noneMatch(call -> call.method().equals("chat.postMessage"));
    assertThat(desk.slack.answers()).isEmpty();
    assertThat(desk.done)
        .containsExactly("tell ken @ken いつ直りますか by misaki", "tell ken hey @ken by sakura");
  }

  @Test
  void theCommandersWordsGetThroughAndTheyHearNothing() {
    desk.commander = "misaki";

    assertThat(desk.says("U1", room, KEN + " <@U404> ログは？")).isEmpty();

    assertThat(desk.done).containsExactly("tell ken @ken @U404 ログは？ by misaki");
  }

  @Test
  void whoDoesNotConcentrateMayBeMentioned() {
    assertThat(desk.says("U1", room, "<@U3> ありがとう")).isEmpty();
    assertThat(desk.says("U2", room, KEN + " myself")).isEmpty();
    assertThat(desk.done).isEmpty();
  }

  @Test
  void whatIsSaidElsewhereOrMentionsNobodyIsNotEvenKept() {
    String elsewhere = desk.slack.channel("lunch");

    desk.says("U1", elsewhere, KEN + " お昼は？");
    desk.says("U1", room, "ログを見ています");
    desk.sends(changed(desk.hands.says("U1", room, KEN), "subtype", "message_changed"), "U1");
    desk.sends(changed(desk.hands.says("U1", room, KEN), "bot_id", "B1"), "U1");
    desk.sends(changed(desk.hands.says("U1", room, KEN), "type", "reaction_added"), "U1");

    assertThat(desk.rows.all).isEmpty();
    assertThat(desk.done).isEmpty();
  }

  @Test
  void theAnswerStandsInTheThreadWhereItWasAsked() {
    desk.sends(changed(desk.hands.says("U1", room, KEN), "thread_ts", "1790000000.000001"), "U1");

    assertThat(desk.slack.calls("chat.postEphemeral"))
        .extracting(call -> call.arguments().getString("thread_ts"))
        .containsExactly("1790000000.000001");
  }

  @Test
  void anEventThatComesTwiceIsAnsweredOnce() {
    JsonObject event = desk.hands.says("U1", room, KEN);

    desk.sends(event, "U1");

    assertThat(desk.sends(event, "U1")).hasSize(1);
  }

  @Test
  void socketModeHearsTheSame() {
    desk.ear.heard("events_api", desk.hands.says("U1", room, KEN));
    desk.worksOff();

    assertThat(desk.slack.asides("U1")).hasSize(1);
  }

  @Test
  void strangersPeopleWithoutARoleAndThoseOutsideHearNothing() {
    desk.slack.stranger("U7", "misaki@honbu.example");
    desk.slack.joins(room, "U7");
    assertThat(desk.says("U7", room, KEN)).isEmpty();

    desk.roles = Set.of();
    assertThat(desk.says("U1", room, KEN)).isEmpty();
    desk.roles = Set.of(org.honbu.people.Role.EMPLOYEE);
    desk.hidden.add(Desk.ONE);
    assertThat(desk.says("U1", room, KEN)).isEmpty();

    assertThat(desk.done).isEmpty();
    assertThat(desk.rows.ended.values()).containsOnly(HeardStore.End.ANSWERED).hasSize(3);
  }

  @Test
  void anAnswerThatCouldNotBeSaidIsSaidLaterAndTheActNotRepeated() {
    desk.says("U1", room, KEN);
    desk.slack.tooMany("chat.postEphemeral", 3);
    desk.says("U1", room, KEN);
    assertThat(desk.slack.asides("U1")).hasSize(1);

    desk.clock.passes(java.time.Duration.ofSeconds(4));
    desk.worksOff();

    assertThat(desk.slack.asides("U1")).hasSize(2);
    assertThat(desk.done).hasSize(2);
    assertThat(desk.slack.calls("chat.postEphemeral"))
        .extracting(FakeSlack.Call::outcome)
        .containsExactly("ok", "ratelimited", "ok");
  }

  /** The same event with one field of its own changed. */
  private static JsonObject changed(JsonObject envelope, String field, String value) {
    JsonObject event =
        Json.createObjectBuilder(envelope.getJsonObject("event")).add(field, value).build();
    return Json.createObjectBuilder(envelope).add("event", event).build();
  }
}
