package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;

/** Somebody of a story, and what they do. */
final class Speaker {
  private static final String TASKS = "/camunda/api/engine/engine/default/task";
  private final Person person;

  Speaker(String name) {
    person = Story.person(name);
  }

  /** Declares with nothing but a sentence and, maybe, a component. */
  Told declares(String what, String component) {
    Answer answer =
        person.post(
            "/api/v1/incidents",
            Json.createObjectBuilder().add("what", what).add("component", component).build());
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 202);
    return new Told(answer.object().getString("id"));
  }

  Answer answers(Told incident) {
    return acts(incident, "answer");
  }

  Answer escalates(Told incident) {
    return acts(incident, "escalate");
  }

  Answer takesCommand(Told incident) {
    return acts(incident, "command");
  }

  Answer takesAnnouncing(Told incident) {
    return acts(incident, "announcing");
  }

  Answer raises(Told incident, int to) {
    return says(
        incident,
        "severity",
        Json.createObjectBuilder().add("to", to).add("reason", "it spreads").build());
  }

  Answer drafts(Told incident, String text) {
    return says(
        incident,
        "announcements",
        Json.createObjectBuilder()
            .add("phase", "INITIAL")
            .add("textJa", text)
            .add("next", nextOf(incident))
            .build());
  }

  /** As it is proposed: a time within the rhythm. */
  String nextOf(Told incident) {
    return person
        .get("/api/v1/incidents/" + incident.id() + "/announcements/proposals")
        .json()
        .asJsonArray()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(draft -> draft.containsKey("next") && !draft.isNull("next"))
        .map(draft -> draft.getString("next"))
        .findFirst()
        .orElseThrow();
  }

  Answer nudges(Told incident) {
    return acts(incident, "care/nudge");
  }

  Answer saysTheirHandsAreAtWork(Told incident) {
    return acts(incident, "care/hands-at-work");
  }

  /** Their page is open. */
  Answer isPresentAt(Told incident) {
    return acts(incident, "care/presence");
  }

  /** Comes into the room, over REST. */
  Answer joins(Told incident, String stance, String note) {
    return says(
        incident,
        "roster",
        Json.createObjectBuilder().add("stance", stance).add("note", note).build());
  }

  Answer summons(Told incident, String what, String whom) {
    return says(
        incident, "summons", Json.createObjectBuilder().add(what, whom).add("why", "DB").build());
  }

  Answer answersSummons(Told incident, String answer, String instead) {
    return says(
        incident,
        "summons/answer",
        Json.createObjectBuilder().add("answer", answer).add("instead", instead).build());
  }

  /** Sends a form of the incident's page, as a browser does; reads the page it leads to. */
  String presses(Told incident, Map<String, String> form) {
    return presses("/incidents/" + incident.id(), form);
  }

  /** As {@link #presses(Told, Map)}, on another page. */
  String presses(String path, Map<String, String> form) {
    Answer answer = Story.form(person.name(), path, form);
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 303);
    return Story.page(person.name(), path);
  }

  /** Submits the step's form in Tasklist. */
  Answer submitsInTasklist(Told incident, String step, Map<String, String> fields) {
    return submits(tasks(incident, step).get(0).getString("id"), fields);
  }

  /** Submits this task's form, whether or not their list shows it. */
  Answer submits(String task, Map<String, String> fields) {
    JsonObjectBuilder variables = Json.createObjectBuilder();
    fields.forEach(
        (name, value) -> variables.add(name, Json.createObjectBuilder().add("value", value)));
    return inTasklist()
        .post(
            TASKS + "/" + task + "/submit-form",
            Json.createObjectBuilder().add("variables", variables).build());
  }

  /** Claims the step in Tasklist and submits its form. */
  Answer doesInTasklist(Told incident, String step, Map<String, String> fields) {
    Answer claimed = claimsInTasklist(incident, step);
    assertThat(claimed.status()).as(claimed.toString()).isEqualTo(204);
    return submitsInTasklist(incident, step, fields);
  }

  Answer answersCare(Told incident, String why, String choice, String to, String reason) {
    return says(
        incident,
        "care/answer",
        Json.createObjectBuilder()
            .add("why", why)
            .add("choice", choice)
            .add("to", to)
            .add("reason", reason)
            .build());
  }

  /** What they are asked as commander. */
  List<String> isAsked(Told incident) {
    return person
        .get("/api/v1/incidents/" + incident.id() + "/care")
        .json()
        .asJsonArray()
        .getValuesAs(question -> question.asJsonObject().getString("why"));
  }

  /** Presses the button behind the link in their message; needs no login. */
  Answer pressesTheirLink(Told incident) {
    String link = incident.linkOf(person.name());
    Person anybody = Person.anonymous(TestPlatform.honbu());
    Answer page = anybody.get(link);
    assertThat(page.body()).as("the page behind the link").contains("<form");
    return anybody.submit(link, Map.of("choice", "I_HAVE_IT"));
  }

  /** Takes it back at once, over REST. */
  Answer takesBack(Told incident, String act) {
    return says(incident, "undo", Json.createObjectBuilder().add("act", act).build());
  }

  /** Presses “take it back” on the page behind the link in their message; needs no login. */
  Answer takesBackByTheirLink(Told incident) {
    String link = incident.linkOf(person.name());
    Person anybody = Person.anonymous(TestPlatform.honbu());
    assertThat(anybody.get(link).body()).as("the page behind the link").contains("name=\"undo\"");
    return anybody.submit(link, Map.of("undo", "ANSWER"));
  }

  Answer mitigates(Told incident) {
    return acts(incident, "mitigated");
  }

  Answer verifies(Told incident) {
    return acts(incident, "verified");
  }

  Answer saysItIsBack(Told incident) {
    return acts(incident, "recurred");
  }

  Answer resolves(Told incident) {
    return acts(incident, "resolved");
  }

  /** Whether the step stands in their list in Tasklist. */
  boolean seesInTasklist(Told incident, String step) {
    return !tasks(incident, step).isEmpty();
  }

  /** Claims the step in Tasklist. */
  Answer claimsInTasklist(Told incident, String step) {
    return claims(tasks(incident, step).get(0).getString("id"));
  }

  /** Claims this task in Tasklist, whether or not their list shows it. */
  Answer claims(String task) {
    return inTasklist()
        .post(
            TASKS + "/" + task + "/claim",
            Json.createObjectBuilder().add("userId", person.name()).build());
  }

  void givesBack(String task) {
    Answer given = inTasklist().post(TASKS + "/" + task + "/unclaim", "{}");
    assertThat(given.status()).as(given.toString()).isEqualTo(204);
  }

  /** What a task in their Tasklist knows by this name. */
  String knows(String task, String name) {
    return inTasklist()
        .get(TASKS + "/" + task + "/variables")
        .object()
        .getJsonObject(name)
        .getString("value");
  }

  /** The tasks of the step that their list in Tasklist shows. */
  List<JsonObject> tasks(Told incident, String step) {
    return inTasklist()
        .get(TASKS + "?taskDefinitionKey=" + step + "&processInstanceBusinessKey=" + incident.id())
        .json()
        .asJsonArray()
        .getValuesAs(JsonObject.class);
  }

  private Person inTasklist() {
    return Story.atTasklist(person.name());
  }

  /** Without a word: a body of no bytes that names no type. */
  private Answer acts(Told incident, String act) {
    return person.post("/api/v1/incidents/" + incident.id() + "/" + act, "");
  }

  private Answer says(Told incident, String act, JsonObject words) {
    return person.post("/api/v1/incidents/" + incident.id() + "/" + act, words);
  }
}
