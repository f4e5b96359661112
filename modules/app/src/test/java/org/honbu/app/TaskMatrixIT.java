package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every human task of the deployed diagrams in Tasklist, and everybody of {@code
 * docs/permissions.csv} at it: who is offered it by role sees it, who is not neither sees nor
 * touches it, and of those it is offered to the task's one rule lets only those have it whom it
 * names here.
 *
 * <p>The tasks that a war room leads to are there because it did; the others are begun alone, for
 * the same incident. What nobody may have has nothing behind it in the records: no postmortem, no
 * command that was given away. Who has those is shown by the stories.
 */
@CleanSlate
@Tag("postgresql") // once is enough, and on the database that is used for real
class TaskMatrixIT {
  private static final String TASK = "/camunda/api/engine/engine/default/task/";
  private static final String REPORT = "REP-2026-9999";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Set<String> NOBODY = Set.of();

  /** For each column of the matrix somebody; the others are whom tasks name. */
  private static final List<String> MATRIX =
      List.of(
          "noel", "emma", "misaki", "sakura", "riku", "daniel", "haruka", "takumi", "sota", "yui",
          "hiroshi", "mei", "kaoru");

  private static final List<String> OTHERS =
      List.of("aoi", "grace", "yumi", "itsuki", "ken", "tomoko", "sho");

  /** In a room that Aoi commands, with Sakura as her deputy, Yumi announcing, Misaki on call. */
  private static final Map<String, Set<String>> MAY_HAVE =
      Map.ofEntries(
          Map.entry("Activity_AcceptCommand", Set.of("sakura")),
          Map.entry("Activity_AcceptWork", Set.of("ken")),
          Map.entry("Activity_AcknowledgeAlert", Set.of("misaki", "itsuki")),
          Map.entry("Activity_Announce", Set.of("yumi")),
          Map.entry("Activity_AnswerShortReview", Set.of("misaki", "itsuki")),
          Map.entry("Activity_AnswerSummons", Set.of("itsuki")),
          Map.entry("Activity_AnswerThePage", Set.of("misaki")),
          Map.entry("Activity_ApproveAnnouncement", Set.of("aoi", "sakura")),
          Map.entry("Activity_AssessSituation", Set.of("aoi")),
          Map.entry("Activity_AssignRoles", Set.of("aoi")),
          Map.entry("Activity_ChooseNextPart", NOBODY),
          Map.entry("Activity_ChooseReviewOwner", Set.of("takumi")),
          Map.entry("Activity_ChooseTopicLead", Set.of("aoi")),
          Map.entry("Activity_ConfirmFalseAlarm", Set.of("misaki", "itsuki", "takumi")),
          Map.entry("Activity_CountUsersVoices", Set.of("haruka", "yumi")),
          Map.entry("Activity_DecideWhatToDo", Set.of("aoi")),
          Map.entry("Activity_DeclareResolved", Set.of("aoi")),
          Map.entry("Activity_DoActionItem", Set.of("takumi")),
          Map.entry("Activity_DoTheWork", Set.of("tomoko")),
          Map.entry("Activity_DraftAnnouncement", Set.of("yumi")),
          Map.entry("Activity_DraftPostmortem", NOBODY),
          Map.entry("Activity_EnterByHand", Set.of("yumi", "daniel")),
          Map.entry("Activity_FinishBriefing", Set.of("sakura")),
          Map.entry("Activity_HandsOn", Set.of("aoi")),
          Map.entry("Activity_HoldReview", NOBODY),
          Map.entry("Activity_LeadTheIncident", Set.of("aoi")),
          Map.entry("Activity_LeadTopic", Set.of("riku")),
          Map.entry("Activity_PickSomebody", Set.of("aoi")),
          Map.entry("Activity_PublishByHand", Set.of("yumi")),
          Map.entry("Activity_ReachByPhone", Set.of("takumi")),
          Map.entry("Activity_ReadForPrivacy", Set.of("mei", "takumi")),
          Map.entry("Activity_ReportOnTopic", Set.of("sho")),
          Map.entry("Activity_RestOrGoOn", Set.of("aoi")),
          Map.entry("Activity_ReviewEffect", Set.of("aoi")),
          Map.entry("Activity_SayStillInCommand", Set.of("aoi")),
          Map.entry("Activity_ScheduleReview", NOBODY),
          Map.entry("Activity_SeeActionsThrough", NOBODY),
          Map.entry("Activity_SendFinalReport", Set.of("mei", "takumi")),
          Map.entry("Activity_SendPreliminaryReport", Set.of("mei", "takumi")),
          Map.entry("Activity_ShareStatus", Set.of("aoi")),
          Map.entry("Activity_TakeOfferedCommand", NOBODY),
          Map.entry("Activity_TimeIsUp", Set.of("sakura")),
          Map.entry("Activity_Triage", Set.of("misaki", "itsuki")),
          Map.entry("Activity_TriageUserReport", Set.of("haruka", "yumi")),
          Map.entry(
              "Activity_VerifyMitigation",
              Set.of("misaki", "itsuki", "riku", "aoi", "grace", "ken", "tomoko", "sho")),
          Map.entry("Activity_WorkAsTeam", Set.of("misaki", "itsuki")),
          Map.entry("Activity_WriteBriefing", Set.of("aoi")));

  /** What the room leads to by itself, or by what is done in it here. */
  private static final Set<String> LED_TO =
      Set.of(
          "Activity_LeadTheIncident",
          "Activity_Announce",
          "Activity_AssessSituation",
          "Activity_ShareStatus",
          "Activity_AnswerSummons",
          "Activity_AcceptWork",
          "Activity_DoTheWork",
          "Activity_PickSomebody",
          "Activity_LeadTopic",
          "Activity_ReportOnTopic",
          "Activity_ChooseTopicLead",
          "Activity_WriteBriefing");

  /** What the diagrams ask of a task that is begun alone; every wait is long. */
  private static final Map<String, String> FACTS = facts();

  private static Map<String, List<String>> matrix = Map.of();
  private static List<String> kinds = List.of();
  private static Map<String, String> deployed = Map.of();
  private static Map<String, String> led = Map.of();
  private static String incident = "";
  private static final Map<String, Person> TOKENS = new HashMap<>();
  private static final Map<String, Person> AT_TASKLIST = new HashMap<>();
  private static final Map<String, Set<String>> GROUPS = new HashMap<>();

  private static Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    for (String wait :
        List.of(
            "ackWithin",
            "answerWithin",
            "askAgainAfter",
            "box",
            "dueIn",
            "firstWithin",
            "lateAfter",
            "lookAgainAfter",
            "monitorFor",
            "ownersAskedAfter",
            "promiseWithin",
            "remindIn",
            "remindWithin",
            "reportWithin",
            "reviewWithin",
            "roomToldWithin",
            "updateWithin")) {
      facts.put(wait, "PT100H");
    }
    facts.putAll(
        Map.of(
            "answeredBy", "misaki",
            "answerers", "misaki",
            "commander", "aoi",
            "outgoing", "aoi",
            "deputy", "sakura",
            "decider", "sakura",
            "successor", "sakura",
            "facilitator", "sakura",
            "itemOwner", "ken",
            "reviewOwner", "ken"));
    facts.putAll(
        Map.of(
            "teamId", "payments",
            "kind", "REAL",
            "textKey", "nothing",
            "itemId", "00000000-0000-4000-8000-000000000001"));
    return facts;
  }

  @BeforeAll
  static void lookAndOpenARoom() throws IOException {
    List<String> all = Files.readAllLines(Path.of("../../docs/permissions.csv"));
    kinds = Arrays.asList(all.get(0).replaceFirst("what,", "").split(",", -1));
    matrix =
        all.stream()
            .filter(line -> line.startsWith("task "))
            .map(line -> Arrays.asList(line.split(",", -1)))
            .collect(
                Collectors.toMap(
                    cells -> cells.get(0).substring("task ".length()),
                    cells -> cells.subList(1, cells.size())));
    deployed = new TreeMap<>();
    person("misaki")
        .get("/api/v1/task-door")
        .object()
        .forEach((step, process) -> deployed.put(step, ((JsonString) process).getString()));
    openARoom();
    everybody().forEach(name -> GROUPS.put(name, groups(name)));
  }

  private static List<String> everybody() {
    return Stream.concat(MATRIX.stream(), OTHERS.stream()).toList();
  }

  private static void openARoom() {
    JsonObject what =
        Json.createObjectBuilder().add("what", "a matrix").add("component", "payment-api").build();
    Answer declared = person("misaki").post("/api/v1/incidents", what);
    assertThat(declared.status()).as(declared.toString()).isBetween(200, 202);
    incident = declared.object().getString("id");
    does("misaki", "escalate");
    // As long as she leads she is there, and the room asks the next one of her team.
    waitFor(Set.of("Activity_AnswerSummons"));
    does("aoi", "command");
    does("aoi", "deputy", "deputy", "sakura");
    does("yumi", "announcing");
    does("aoi", "assignments", work("ken"));
    does("aoi", "assignments", work("tomoko"));
    does("tomoko", "assignments/2/accept");
    does("aoi", "volunteer-calls", "what", "read the log");
    does("aoi", "topics", "question", "who asks?", "lead", "riku");
    does("sho", "topics/" + topic("why?", "sho") + "/accept");
    does("ken", "topics/" + topic("since when?", "ken") + "/decline");
    does("aoi", "handover", "successor", "sakura", "reason", "FATIGUE");
    waitFor(LED_TO);
  }

  private static void waitFor(Set<String> steps) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              led = open();
              assertThat(led.keySet()).containsAll(steps);
            });
  }

  private static String topic(String question, String lead) {
    JsonArray open =
        does("aoi", "topics", "question", question, "lead", lead).object().getJsonArray("open");
    return open.getValuesAs(JsonObject.class).stream()
        .filter(topic -> topic.getString("question").equals(question))
        .map(topic -> topic.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject work(String owner) {
    return Json.createObjectBuilder()
        .add("kind", "WATCH")
        .add("outcome", "watch the queue")
        .add("owner", owner)
        .add("minutes", 60)
        .build();
  }

  /** The open tasks of the incident: which step, and its id. */
  private static Map<String, String> open() {
    return person("misaki")
        .get("/api/v1/story-door/" + incident)
        .object()
        .getJsonArray("tasks")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(TaskMatrixIT::isAsMeant)
        .collect(
            Collectors.toMap(
                task -> task.getString("step"), task -> task.getString("id"), (one, two) -> one));
  }

  /** What was answered a moment ago may wait for that person still. */
  private static boolean isAsMeant(JsonObject task) {
    String assignee = task.getString("assignee");
    return assignee.isEmpty()
        || MAY_HAVE.getOrDefault(task.getString("step"), NOBODY).contains(assignee);
  }

  @Test
  void everyTaskOfTheDeployedDiagramsIsTried() {
    assertThat(new TreeSet<>(MAY_HAVE.keySet())).isEqualTo(new TreeSet<>(deployed.keySet()));
    assertThat(matrix.keySet()).isEqualTo(deployed.keySet());
  }

  @Test
  void everyColumnOfTheMatrixIsSomebody() {
    Set<String> held = new TreeSet<>(Set.of("anonymous"));
    MATRIX.forEach(name -> held.addAll(kindsOf(name)));

    assertThat(held).containsAll(kinds);
  }

  @TestFactory
  Stream<DynamicTest> everybodyAtEveryTask() {
    return deployed.keySet().stream()
        .filter(MAY_HAVE::containsKey)
        .map(step -> DynamicTest.dynamicTest(step, () -> everybodyAt(step)));
  }

  /** Those who are refused try before it belongs to anybody. */
  private static void everybodyAt(String step) {
    JsonObject task = task(step);
    Set<String> may = MAY_HAVE.getOrDefault(step, NOBODY);
    List<String> wrong = new ArrayList<>();
    Person stranger = Person.anonymous(TestPlatform.honbu());
    expect(401, "a stranger looks", stranger.get(path(task, "")), wrong);
    expect(401, "a stranger claims", claims(stranger, task), wrong);

    for (String name : MATRIX) {
      cellSays(step, name, task, wrong);
    }
    for (String name : everybody()) {
      boolean tries = MATRIX.contains(name) || isOffered(name, task);
      if (tries && !may.contains(name)) {
        isRefused(name, task, wrong);
      }
    }
    for (String name : may) {
      hasIt(name, task, may.size() > 1, wrong);
    }

    assertThat(wrong).isEmpty();
  }

  /** The matrix says by role to whom it is offered; whom it names besides, the task says. */
  private static void cellSays(String step, String name, JsonObject task, List<String> wrong) {
    Set<String> cells = new TreeSet<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (kindsOf(name).contains(kinds.get(i))) {
        cells.add(matrix.getOrDefault(step, List.of()).get(i));
      }
    }
    boolean offered = isOffered(name, task);
    if (cells.contains("yes") && !offered) {
      wrong.add(name + " has a role it is for, and is not offered it");
    }
    if (!cells.contains("yes") && !cells.contains("duty") && offered) {
      wrong.add(name + " is offered it against the matrix");
    }
  }

  private static void isRefused(String name, JsonObject task, List<String> wrong) {
    Person person = atTasklist(name);
    boolean offered = isOffered(name, task);
    Answer looked = person.get(path(task, ""));
    if (offered != (looked.status() == 200)) {
      wrong.add(name + " looks, offered " + offered + ": " + looked);
    }
    if (!task.getString("assignee").equals(name)) {
      refused(name + " claims", claims(person, task), wrong);
    }
    refused(name + " completes", person.post(path(task, "/complete"), "{}"), wrong);
    if (offered) {
      refused(name + " submits", person.post(path(task, "/submit-form"), "{}"), wrong);
    }
  }

  /** A task that is one person's alone may be a duty, which is not given back. */
  private static void hasIt(String name, JsonObject task, boolean othersCould, List<String> wrong) {
    Person person = atTasklist(name);
    expect(200, name + " looks", person.get(path(task, "")), wrong);
    expect(204, name + " claims", claims(person, task), wrong);
    if (othersCould) {
      expect(204, name + " gives it back", person.post(path(task, "/unclaim"), "{}"), wrong);
    }
  }

  private static void refused(String act, Answer answer, List<String> wrong) {
    if (answer.status() < 400 || answer.status() > 499) {
      wrong.add(act + ": " + answer);
    }
  }

  private static void expect(int status, String act, Answer answer, List<String> wrong) {
    if (answer.status() != status) {
      wrong.add(act + ": " + answer);
    }
  }

  private static Answer claims(Person person, JsonObject task) {
    return person.post(path(task, "/claim"), "{\"userId\":\"" + person.name() + "\"}");
  }

  private static String path(JsonObject task, String act) {
    return TASK + task.getString("task") + act;
  }

  private static boolean isOffered(String name, JsonObject task) {
    Set<String> groups = strings(task.getJsonArray("groups"));
    return strings(task.getJsonArray("people")).contains(name)
        || GROUPS.getOrDefault(name, Set.of()).stream().anyMatch(groups::contains);
  }

  private static Set<String> strings(JsonArray array) {
    return array.getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The task the room led to, or one that is begun alone. */
  private static JsonObject task(String step) {
    String there = led.getOrDefault(step, "");
    Answer answer =
        LED_TO.contains(step)
            ? person("misaki").get("/api/v1/task-door/tasks/" + there)
            : begin(step);
    assertThat(answer.status()).as(step + " " + answer).isEqualTo(200);
    return answer.object();
  }

  private static Answer begin(String step) {
    var facts = Json.createObjectBuilder();
    FACTS.forEach(facts::add);
    String about = step.equals("Activity_TriageUserReport") ? REPORT : incident;
    facts.add("incidentId", about);
    return person("misaki")
        .post("/api/v1/task-door/" + about + "/" + deployed.get(step) + "/" + step, facts.build());
  }

  private static Set<String> kindsOf(String name) {
    return name.equals("noel") ? Set.of("none") : GROUPS.getOrDefault(name, Set.of());
  }

  /** Roles and teams as the engine knows them. */
  private static Set<String> groups(String name) {
    if (name.equals("noel")) {
      return Set.of();
    }
    JsonObject me = person(name).get("/api/v1/people/me").object();
    Set<String> groups = strings(me.getJsonArray("roles"));
    strings(me.getJsonArray("teams")).forEach(team -> groups.add("team:" + team));
    return groups;
  }

  private static Person atTasklist(String name) {
    return AT_TASKLIST.computeIfAbsent(name, TestPlatform::inTasklist);
  }

  private static Person person(String name) {
    return TOKENS.computeIfAbsent(name, TestPlatform::withToken);
  }

  private static Answer does(String who, String act, String... words) {
    var said = Json.createObjectBuilder();
    for (int i = 0; i < words.length; i += 2) {
      said.add(words[i], words[i + 1]);
    }
    return does(who, act, said.build());
  }

  private static Answer does(String who, String act, JsonObject said) {
    Answer answer = person(who).post("/api/v1/incidents/" + incident + "/" + act, said);
    assertThat(answer.status()).as(who + " " + act + " " + answer).isBetween(200, 204);
    return answer;
  }
}
