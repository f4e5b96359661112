package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.HonbuServer;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.honbu.testkit.slack.FakeSlack;
import org.honbu.testkit.slack.Hands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An incident told from Slack, on a server of its own that is connected to one. */
@Tag("postgresql") // once is enough, and on the database that is used for real
class SlackStoryIT {
  private static final Pattern PAGE = Pattern.compile("/incidents/\\S+");
  private static final String NOTICE =
      """
      {"version":"4","groupKey":"payments","status":"firing","alerts":[
       {"status":"firing","fingerprint":"f1","startsAt":"2026-02-01T02:58:00Z",
        "labels":{"component":"payment-api","severity":"critical"}}]}\
      """;

  private static final Pattern NUMBER = Pattern.compile("INC-\\d{4}-\\d{4,7}");

  private FakeSlack slack;
  private HonbuServer honbu;

  @BeforeEach
  void start() {
    slack = FakeSlack.start();
    slack.channel("alert");
    slack.channel("war_room");
    slack.channel("support");
    for (String person : List.of("misaki", "aoi", "ken", "sakura", "yumi")) {
      slack.member(user(person), person + "@honbu.example", "ja-JP");
    }
    slack.stranger("U0STRANGER", "aoi@honbu.example");
    var environment = new HashMap<>(TestPlatform.postgres().newDatabase().environment());
    environment.putAll(slack.environment());
    honbu = TestPlatform.ownHonbu(environment);
    Person aoi = Person.withToken(honbu, TestPlatform.keycloak(), "aoi");
    soon("people are known", () -> aoi.get("/api/v1/people/me").status() == 200);
  }

  @AfterEach
  void stop() {
    honbu.close();
    slack.close();
  }

  @Test
  @DisplayName(
      "TP-9, T01, T13, T14, T16: declared, answered, escalated, led and worked on from Slack alone")
  void fromSlackAlone() {
    assertThat(Person.anonymous(honbu).send("POST", "/api/v1/slack/commands", "{}").status())
        .as("unsigned")
        .isEqualTo(401);

    assertThat(types("misaki", "C0ANY", "declare 決済ができない").statusCode()).isEqualTo(200);
    hears("misaki", text -> NUMBER.matcher(text).find());
    Matcher number = NUMBER.matcher(heardBy("misaki").get(0));
    assertThat(number.find()).isTrue();
    String incident = number.group();

    soon(
        "the alert stands there",
        () -> !slack.channelNamed("alert").orElseThrow().messages().isEmpty());
    assertThat(alert().buttons()).contains("honbu.answer", "honbu.escalate");
    presses("U0STRANGER", "honbu.escalate", incident);
    soon(
        "a stranger is told why not",
        () -> slack.answers().stream().anyMatch(answer -> answer.to().equals("U0STRANGER")));

    presses(user("misaki"), "honbu.answer", incident);
    soon("the button is gone", () -> !alert().buttons().contains("honbu.answer"));
    assertThat(alert().text()).contains("応答：佐藤 美咲 さん");

    presses(user("misaki"), "honbu.escalate", incident);
    String begin = incident.toLowerCase(java.util.Locale.ROOT);
    soon("the room has a channel", () -> slack.channelNamed(begin).isPresent());
    soon("whoever acts is in it", () -> room(begin).members().contains(user("misaki")));
    soon(
        "everybody sees the way in",
        () ->
            slack.channelNamed("war_room").orElseThrow().messages().stream()
                .anyMatch(message -> message.buttons().contains("honbu.watch")));

    types("ken", room(begin).id(), "take");
    hears("ken", text -> text.contains("incident-commander"));
    types("aoi", room(begin).id(), "take");
    hears("aoi", text -> text.startsWith("ただいまからあなたがコマンダーです"));
    soon("the topic names her", () -> room(begin).topic().contains("中村 葵"));
    types("sakura", room(begin).id(), "take");
    hears("sakura", text -> text.contains("中村 葵"));
    comeIn(incident);
    whoIsFree(begin, incident);
    types("aoi", room(begin).id(), "assign <@" + user("ken") + "|ken> 10m 決済ログを見る");
    hears("aoi", text -> text.contains("仕事 2"));
    Answer accepted =
        Person.withToken(honbu, TestPlatform.keycloak(), "ken")
            .post("/api/v1/incidents/" + incident + "/assignments/2/accept", "");
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(204);
    types("misaki", room(begin).id(), "tell <@" + user("ken") + "|ken> いつ直りますか");
    hears("misaki", text -> text.contains("中村 葵 さんに聞いてください"));
    mentions("misaki", room(begin).id(), "<@" + user("ken") + "> いつ直りますか");
    soon(
        "whoever mentions him hears whom to ask",
        () -> slack.asides(user("misaki")).stream().anyMatch(it -> it.contains("中村 葵 さんに聞いて")));
    told(begin);
    types("aoi", room(begin).id(), "pass <@" + user("sakura") + "> 疲れました");
    hears("aoi", text -> text.contains("頼みました。受けるまでは"));
    theWayToTheBriefingLeadsSomewhere();
    types("aoi", room(begin).id(), "pass <@" + user("ken") + "> 疲れました");
    hears("aoi", text -> text.contains("渡辺 さくら") && !text.contains("頼みました。受けるまでは"));

    Answer timeline =
        Person.withToken(honbu, TestPlatform.keycloak(), "aoi")
            .get("/api/v1/incidents/" + incident + "/timeline");
    assertThat(timeline.body()).contains("slack-room", "room-opened", "work-given");
    assertThat(slack.ledger())
        .filteredOn(call -> call.method().startsWith("chat."))
        .as("Slack refused nothing")
        .allMatch(call -> call.outcome().equals("ok"));
    assertThat(timeline.body()).contains("hands-wanted", "hands-free");
  }

  @Test
  @DisplayName("Who is called finds it in their direct messages, and answers there")
  void calledInSlack() {
    Answer rung =
        Person.anonymous(honbu)
            .post("/api/v1/alerts/prometheus?key=demo-secret-alerts-prometheus", NOTICE);
    assertThat(rung.status()).as(rung.toString()).isEqualTo(202);
    String incident = rung.object().getString("incident");

    soon("she is called", () -> !slack.directlyTo(user("misaki")).isEmpty());
    FakeSlack.Message call = slack.directlyTo(user("misaki")).get(0);
    assertThat(call.text()).contains("あなたの番です", incident, "/a/");
    assertThat(call.buttons()).contains("honbu.answer");

    presses(user("misaki"), "honbu.answer", incident);
    hears("misaki", text -> text.startsWith("応答しました"));
    soon("the button is gone", () -> !called("misaki").buttons().contains("honbu.answer"));
    assertThat(called("misaki").text()).contains("応答：佐藤 美咲 さん").doesNotContain("/a/");
  }

  private FakeSlack.Message called(String person) {
    return slack.directlyTo(user(person)).get(0);
  }

  /** T01: nobody is called for it. */
  private void comeIn(String incident) {
    presses(user("ken"), "honbu.free", incident);
    hears("ken", text -> text.startsWith("手空きで入りました"));
    presses(user("sakura"), "honbu.watch", incident);
    hears("sakura", text -> text.startsWith("見学で入りました"));
  }

  /** T13: the question asks who is free; the order that follows names one. */
  private void whoIsFree(String begin, String incident) {
    types("aoi", room(begin).id(), "free?");
    hears("aoi", text -> text.startsWith("手空き：") && text.contains("健"));
    types("aoi", room(begin).id(), "free? 5m 決済ログを見る");
    hears("aoi", text -> text.contains("部屋に「今手空いている人は？」と聞きました"));
    soon("the room is asked", () -> hands(begin).buttons().contains("honbu.can"));
    presses(user("ken"), "honbu.can", incident + " #1");
    hears("ken", text -> text.startsWith("ありがとうございます"));
    soon("everybody sees who is free", () -> hands(begin).text().contains("手が空いている：高橋 健 さん"));
    types("aoi", room(begin).id(), "pick <@" + user("ken") + ">");
    hears("aoi", text -> text.equals("高橋 健 さんに頼みました（仕事 1）"));
    soon("the button is gone", () -> !hands(begin).buttons().contains("honbu.can"));
    assertThat(hands(begin).text()).contains("✅ 高橋 健 さんに頼みました");
  }

  private FakeSlack.Message hands(String begin) {
    return room(begin).messages().stream()
        .filter(it -> it.text().contains("手空いている人は"))
        .findFirst()
        .orElseGet(
            () ->
                new FakeSlack.Message(
                    "", "", jakarta.json.JsonValue.EMPTY_JSON_ARRAY, 0, "", false));
  }

  /** The others are told: by topic, in the room, and outside. */
  private void told(String begin) {
    String room = room(begin).id();
    types("aoi", room, "topic <@" + user("misaki") + "> なぜ接続が切れるか");
    hears("aoi", text -> text.startsWith("話題を分け"));
    soon(
        "the topic has a thread",
        () -> room(begin).messages().stream().anyMatch(it -> it.text().contains("🧵")));
    types("aoi", room, "update 決済の 2 割が失敗 | 設定を戻している | なし");
    hears("aoi", text -> text.equals("状況を共有しました"));
    types("yumi", room, "announce");
    hears("yumi", text -> text.startsWith("ただいまからあなたがアナウンス担当です"));
    types("yumi", room, "announce 決済しづらい状況です。調査しています / Payments may fail. We are investigating");
    hears("yumi", text -> text.startsWith("下書きを出しました"));
  }

  private void theWayToTheBriefingLeadsSomewhere() {
    String answer =
        heardBy("aoi").stream().filter(text -> text.contains("引き継ぎ書")).findFirst().orElseThrow();
    Matcher path = PAGE.matcher(answer);
    assertThat(path.find()).as(answer).isTrue();
    assertThat(Person.withToken(honbu, TestPlatform.keycloak(), "aoi").get(path.group()).status())
        .isEqualTo(200);
  }

  private FakeSlack.Message alert() {
    return slack.channelNamed("alert").orElseThrow().messages().get(0);
  }

  private FakeSlack.Channel room(String begin) {
    return slack.channelNamed(begin).orElseThrow();
  }

  private HttpResponse<String> types(String person, String channel, String text) {
    return sends("commands", new Hands(slack).command(user(person), channel, text));
  }

  private void presses(String user, String action, String incident) {
    String payload = new Hands(slack).press(user, "C0ANY", action, incident).toString();
    assertThat(sends("interactions", Map.of("payload", payload)).statusCode()).isEqualTo(200);
  }

  private void mentions(String person, String channel, String text) {
    HttpResponse<String> taken =
        Hands.send(
            honbu.url("/api/v1/slack/events"),
            new Hands(slack).says(user(person), channel, text),
            Clock.systemUTC().instant());
    assertThat(taken.statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> sends(String where, Map<String, String> fields) {
    return Hands.send(honbu.url("/api/v1/slack/" + where), fields, Clock.systemUTC().instant());
  }

  private List<String> heardBy(String person) {
    return slack.answers().stream()
        .filter(answer -> answer.to().equals(user(person)))
        .map(answer -> answer.body().getString("text"))
        .toList();
  }

  private void hears(String person, Predicate<String> what) {
    await(person + " is answered")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(heardBy(person)).anyMatch(what));
  }

  private static void soon(String what, java.util.concurrent.Callable<Boolean> holds) {
    await(what).atMost(Duration.ofSeconds(30)).until(holds);
  }

  private static String user(String person) {
    return "U0" + person.toUpperCase(java.util.Locale.ROOT);
  }
}
