package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tasklist's REST API with real sessions: who may do what with the task <em>Lead the incident</em>,
 * and what the attacks on the stock webapp do here.
 */
@CleanSlate
@Tag("postgresql") // once is enough, and on the database that is used for real
class TasklistMatrixIT {
  private static final String ENGINE = "/camunda/api/engine/engine/default/";
  private static final String LEAD = "Activity_LeadTheIncident";

  private static Room room = new Room("", "");

  /** An incident with an open war room. */
  record Room(String incident, String task) {
    static Room open() {
      Person misaki = TestPlatform.withToken("misaki");
      Answer declared =
          misaki.post(
              "/api/v1/incidents", "{\"what\":\"payment fails\",\"component\":\"payment-api\"}");
      assertThat(declared.status()).as(declared.toString()).isBetween(200, 202);
      String incident = declared.object().getString("id");
      Answer escalated = misaki.post("/api/v1/incidents/" + incident + "/escalate", "");
      assertThat(escalated.status()).as(escalated.toString()).isEqualTo(200);
      Person commander = TestPlatform.inTasklist("aoi");
      return await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> new Room(incident, leadTask(commander, incident)), r -> !r.task().isEmpty());
    }

    private static String leadTask(Person person, String incident) {
      return list(person, incident).stream()
          .map(task -> task.getString("id"))
          .findFirst()
          .orElse("");
    }

    String path(String rest) {
      return ENGINE + "task/" + task + rest;
    }
  }

  private static List<JsonObject> list(Person person, String incident) {
    Answer answer =
        person.get(
            ENGINE + "task?processInstanceBusinessKey=" + incident + "&taskDefinitionKey=" + LEAD);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().asJsonArray().getValuesAs(JsonObject.class);
  }

  @BeforeAll
  static void openARoom() {
    room = Room.open();
  }

  @TestFactory
  Stream<DynamicTest> aStrangerIsStoppedAtTheGate() {
    return acts(Person.anonymous(TestPlatform.honbu()), List.of(401));
  }

  @TestFactory
  Stream<DynamicTest> aPersonWithoutAnyRoleIsStoppedAtTheGate() {
    return acts(TestPlatform.inTasklist("noel"), List.of(403));
  }

  @TestFactory
  Stream<DynamicTest> otherRolesNeitherSeeNorTouchIt() {
    return Stream.of("emma", "misaki", "yumi", "takumi", "riku", "haruka")
        .flatMap(
            name -> {
              Person person = TestPlatform.inTasklist(name);
              return Stream.concat(
                  Stream.of(
                      DynamicTest.dynamicTest(
                          name + " list",
                          () -> assertThat(list(person, room.incident())).isEmpty())),
                  acts(person, List.of(403, 404)));
            });
  }

  /** Everything one can do with one task; every answer must be one of these. */
  private static Stream<DynamicTest> acts(Person person, List<Integer> refused) {
    return Map.of(
            "get", "GET ",
            "variables", "GET /variables",
            "form variables", "GET /form-variables",
            "form", "GET /deployed-form",
            "claim", "POST /claim",
            "unclaim", "POST /unclaim",
            "set assignee", "POST /assignee",
            "delegate", "POST /delegate",
            "submit", "POST /submit-form",
            "complete", "POST /complete")
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            act ->
                DynamicTest.dynamicTest(
                    person.name() + " " + act.getKey(),
                    () -> {
                      String[] call = act.getValue().split(" ", 2);
                      String body =
                          call[0].equals("GET") ? "" : "{\"userId\":\"" + person.name() + "\"}";
                      Answer answer = person.send(call[0], room.path(call[1]), body);
                      assertThat(answer.status()).as(answer.toString()).isIn(refused);
                    }));
  }

  @Test
  void exactlyTheHolderMay() {
    Room mine = Room.open();
    Person aoi = TestPlatform.inTasklist("aoi");
    Person sakura = TestPlatform.inTasklist("sakura");
    Person grace = TestPlatform.inTasklist("grace");
    for (Person commander : List.of(aoi, sakura, grace)) {
      assertThat(list(commander, mine.incident())).as(commander.name()).hasSize(1);
    }
    assertThat(claim(sakura, mine, "grace").status()).as("for another").isGreaterThanOrEqualTo(400);
    assertThat(claim(sakura, mine, "emma").status())
        .as("for an outsider")
        .isGreaterThanOrEqualTo(400);

    assertThat(claim(aoi, mine, "aoi").status()).isEqualTo(204);

    assertThat(claim(sakura, mine, "sakura").status()).as("second claim").isBetween(400, 499);
    assertThat(complete(sakura, mine)).as("completes another's").isBetween(400, 499);
    assertThat(sakura.post(mine.path("/unclaim"), "{}").status()).isBetween(400, 499);
    assertThat(aoi.post(mine.path("/assignee"), "{\"userId\":\"emma\"}").status()).isEqualTo(403);
    assertThat(list(aoi, mine.incident()).get(0).getString("assignee")).isEqualTo("aoi");
  }

  @Test
  void aRoleTakenAwayStopsWorkingWithinAMinute() {
    Room mine = Room.open();
    Person grace = TestPlatform.inTasklist("grace");
    assertThat(claim(grace, mine, "grace").status()).isEqualTo(204);

    TestPlatform.keycloak().takeRole("grace", "duty-manager");
    try {
      await().atMost(Duration.ofSeconds(60)).until(() -> grace.get(mine.path("")).status() != 200);
      assertThat(complete(grace, mine)).as("former holder").isBetween(400, 499);
      assertThat(claim(grace, mine, "grace").status()).isBetween(400, 499);
    } finally {
      TestPlatform.keycloak().giveRole("grace", "duty-manager");
      // The other tests meet her as she was.
      await().atMost(Duration.ofSeconds(60)).until(() -> grace.get(mine.path("")).status() == 200);
    }
  }

  /** CVE-2026-109432 and CVE-2026-77226: a query's or filter's expression runs as code. */
  @TestFactory
  Stream<DynamicTest> noQueryRunsCode() {
    Person emma = TestPlatform.inTasklist("emma");
    Person aoi = TestPlatform.inTasklist("aoi");
    String filter =
        aoi.get(ENGINE + "filter").json().asJsonArray().getJsonObject(0).getString("id");
    return Stream.of(
            "task",
            "task/count",
            "filter/" + filter + "/list",
            "filter/" + filter + "/count",
            "filter/" + filter + "/singleResult",
            "filter/create",
            "history/task",
            "history/task/count")
        .flatMap(route -> Stream.of(emma, aoi).map(person -> attack(person, route)));
  }

  private static DynamicTest attack(Person person, String route) {
    return DynamicTest.dynamicTest(
        person.name() + " " + route,
        () -> {
          String proof = "honbu.proof." + person.name() + "." + route.replace('/', '.');
          String payload =
              "${''.getClass().forName('java.lang.System').getMethod('setProperty',"
                  + "''.getClass(),''.getClass()).invoke(null,'%s','x')}".formatted(proof);
          String query = "{\"assigneeExpression\":\"" + payload + "\"}";
          for (String body :
              List.of(
                  query,
                  "{\"orQueries\":[" + query + "]}",
                  "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"orQueries\":["
                      + query
                      + "]}}",
                  "{\"orQueries\":[" + query.replace("Expression", "\\u0045xpression") + "]}")) {
            Answer answer = person.post(ENGINE + route, body);
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
          }
          Answer set =
              Person.anonymous(TestPlatform.honbu()).get(TestDoor.PATH + "?property=" + proof);
          assertThat(set.status()).isEqualTo(200);
          assertThat(set.body()).isEmpty();
        });
  }

  @Test
  void setupAdminAndDeploymentAreClosedEvenToAdmins() {
    Person kaoru = TestPlatform.inTasklist("kaoru");
    for (String path :
        List.of(
            "/camunda/api/admin/setup/default/user/create",
            ENGINE + "deployment/create",
            ENGINE + "filter/create",
            ENGINE + "user/create",
            ENGINE + "process-definition/key/WarRoom/start",
            "/camunda/api/cockpit/plugin/base/default/process-instance/count")) {
      assertThat(kaoru.post(path, "{}").status()).as(path).isEqualTo(403);
    }
  }

  private static Answer claim(Person person, Room room, String as) {
    return person.post(room.path("/claim"), "{\"userId\":\"" + as + "\"}");
  }

  private static int complete(Person person, Room room) {
    return person.post(room.path("/complete"), "{}").status();
  }
}
