package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ThrowingRunnable;
import org.honbu.testkit.server.Answer;

/** An incident of a story: what can be seen of it. */
final class Told {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration A_MOMENT = Duration.ofMillis(100);

  private final String id;

  Told(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** The incident as REST shows it. */
  JsonObject now() {
    Answer answer = Story.person("misaki").get("/api/v1/incidents/" + id);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.object();
  }

  String state() {
    return now().getString("state");
  }

  int severity() {
    return now().getInt("severity", 0);
  }

  boolean hasRoom() {
    return now().getString("room").equals("OPEN");
  }

  /** Who commands, and how: {@code misaki ACTING}; empty without a room. */
  String command() {
    JsonValue commander = now().get("commander");
    return commander == null || commander.getValueType() != JsonValue.ValueType.OBJECT
        ? ""
        : commander.asJsonObject().getJsonObject("who").getString("id")
            + " "
            + commander.asJsonObject().getString("standing");
  }

  /** How many people hold command at this moment, by the record of duties. */
  long commanders() {
    return now().getJsonArray("duties").getValuesAs(JsonObject.class).stream()
        .filter(duty -> duty.getString("duty").equals("COMMANDER"))
        .filter(duty -> !duty.containsKey("to") || duty.isNull("to"))
        .count();
  }

  /** Steps that wait for a person. */
  List<String> waitsFor() {
    return tasks().stream().map(task -> task.getString("step")).toList();
  }

  JsonObject task(String step) {
    return tasks().stream()
        .filter(task -> task.getString("step").equals(step))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " does not wait at " + step));
  }

  private List<JsonObject> tasks() {
    return look().getJsonArray("tasks").getValuesAs(JsonObject.class);
  }

  /** People who were called, once for each call, in order. */
  List<String> called() {
    List<String> people = new ArrayList<>();
    messages().stream()
        .filter(message -> !message.getString("channel").startsWith("private"))
        .map(message -> message.getString("to"))
        .filter(to -> !to.isEmpty())
        .forEach(to -> people.add(0, to));
    return people;
  }

  /** What was said to this person alone, the newest first. */
  List<String> saidTo(String person) {
    return messages().stream()
        .filter(message -> message.getString("channel").equals("private"))
        .filter(message -> message.getString("to").equals(person))
        .map(message -> message.getString("text"))
        .toList();
  }

  /** What was said in a channel, the newest first. */
  List<String> saidIn(String channel) {
    return messages().stream()
        .filter(message -> message.getString("channel").equals(channel))
        .map(message -> message.getString("subject") + " " + message.getString("text"))
        .toList();
  }

  /** Path of the answer link that this person was sent. */
  String linkOf(String person) {
    return messages().stream()
        .filter(message -> message.getString("to").equals(person))
        .map(message -> message.getString("answer"))
        .filter(link -> !link.isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError(person + " was sent no link"));
  }

  /** How often each signal was heard. */
  List<Integer> signals() {
    return look().getJsonArray("signals").getValuesAs(value -> Integer.valueOf(value.toString()));
  }

  List<String> timeline() {
    return Story.person("misaki")
        .get("/api/v1/incidents/" + id + "/timeline")
        .json()
        .asJsonArray()
        .getValuesAs(line -> line.asJsonObject().getString("words"));
  }

  private List<JsonObject> messages() {
    return look().getJsonArray("messages").getValuesAs(JsonObject.class);
  }

  private JsonObject look() {
    Answer answer = Story.person("misaki").get("/api/v1/story-door/" + id);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.object();
  }

  /** Waits for something to become true, as people do; says what was seen instead. */
  Told soon(ThrowingRunnable seen) {
    await(id).atMost(SOON).pollInterval(A_MOMENT).untilAsserted(seen);
    return this;
  }

  Told soonWaitsFor(String step) {
    return soon(() -> assertThat(waitsFor()).contains(step));
  }

  Told soonCalls(String person) {
    return soon(() -> assertThat(called()).contains(person));
  }

  /**
   * Somebody answers, opens a room, mitigates, verifies and resolves it. What is refused because
   * the process is about to act itself is tried again.
   */
  void goesOnToItsEnd() {
    soon(
        () -> {
          String told = goOn();
          assertThat(state()).as(told).isIn("RESOLVED", "CLOSED", "MERGED", "FALSE_ALARM");
        });
  }

  private String goOn() {
    return switch (state()) {
      case "REPORTED" -> act("misaki", "acknowledge");
      case "TRIAGE" -> act("misaki", "escalate");
      case "INVESTIGATING", "IDENTIFIED" -> act(leader(), "mitigated");
      case "MITIGATED" -> act(leader().equals("ken") ? "tomoko" : "ken", "verified");
      case "MONITORING" -> act(leader(), "resolved");
      default -> "";
    };
  }

  /** Who commands, or, without a room, who answered. */
  private String leader() {
    return Optional.of(command().split(" ", 2)[0])
        .filter(who -> !who.isEmpty())
        .orElseGet(() -> now().getJsonObject("answeredBy").getString("id"));
  }

  private String act(String person, String act) {
    return Story.person(person).post("/api/v1/incidents/" + id + "/" + act, "{}").toString();
  }
}
