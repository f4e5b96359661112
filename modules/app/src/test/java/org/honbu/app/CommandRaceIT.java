package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.Test;

/**
 * A12, as hard as it gets: fifty qualified people reach for command at the same instant, half
 * through REST and half by claiming in Tasklist, while a timer of the room falls due.
 *
 * <p>Five rounds in every build, twenty with {@code ./mvnw verify -Ptrials}; H2, which nobody runs
 * a large organisation on, is content with two.
 */
@CleanSlate
class CommandRaceIT {
  private static final int THROUGH_EACH_DOOR = 25;
  private static final String ENGINE = "/camunda/api/engine/engine/default/task";

  @Test
  void oneOfFiftyCommandsAndTheOthersLearnWho() throws Exception {
    int rounds = TestPlatform.onPostgres() ? Integer.getInteger("honbu.race-rounds", 5) : 2;
    List<String> names =
        IntStream.range(0, 2 * THROUGH_EACH_DOOR).mapToObj(i -> "racer" + i).toList();
    names.forEach(
        name -> TestPlatform.keycloak().addPerson(name, "employee", "incident-commander"));
    List<Person> everybody = names.stream().map(TestPlatform::withToken).toList();
    untilTheLastIsAnswered(everybody, 200);
    List<Person> byRest = everybody.subList(0, THROUGH_EACH_DOOR);
    List<Person> byTasklist =
        names.subList(THROUGH_EACH_DOOR, names.size()).stream()
            .map(TestPlatform::inTasklist)
            .toList();
    Person misaki = TestPlatform.withToken("misaki");
    Person misakiInTasklist = TestPlatform.inTasklist("misaki");
    Person itsuki = TestPlatform.withToken("itsuki");

    try {
      for (int round = 0; round < rounds; round++) {
        String incident = room(misaki, misakiInTasklist);
        String winner = race(incident, byRest, byTasklist);
        resolve(incident, everybody.get(names.indexOf(winner)), itsuki);
      }
    } finally {
      // Else other tests would find fifty commanders more than they know.
      names.forEach(TestPlatform.keycloak()::removePerson);
      untilTheLastIsAnswered(everybody, 403);
    }
  }

  /** Once the directory has been read anew. */
  private static void untilTheLastIsAnswered(List<Person> everybody, int status) {
    Person last = everybody.get(everybody.size() - 1);
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> last.get("/api/v1/incidents").status() == status);
  }

  /** Who won. */
  private static String race(String incident, List<Person> byRest, List<Person> byTasklist)
      throws Exception {
    String task = task(byTasklist.get(0), incident, "Activity_LeadTheIncident");
    List<Callable<Answer>> wishes = new ArrayList<>();
    for (Person person : byRest) {
      wishes.add(() -> person.post("/api/v1/incidents/" + incident + "/command", ""));
    }
    for (Person person : byTasklist) {
      wishes.add(
          () ->
              person.post(
                  ENGINE + "/" + task + "/claim", "{\"userId\":\"" + person.name() + "\"}"));
    }
    wishes.add(
        () -> {
          TestDoor.timePasses(Duration.ofMinutes(5));
          return byRest.get(0).get("/api/v1/incidents/" + incident);
        });

    List<Answer> answers = allAtOnce(wishes).subList(0, wishes.size() - 1);

    JsonObject after = byRest.get(0).get("/api/v1/incidents/" + incident).object();
    String holder = after.getJsonObject("commander").getJsonObject("who").getString("id");
    assertThat(answers).noneMatch(answer -> answer.status() >= 500);
    assertThat(answers.stream().filter(answer -> answer.status() / 100 == 2)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() / 100 == 4))
        .hasSize(49)
        .allSatisfy(lost -> assertThat(lost.body()).contains(holder));
    assertThat(after.getJsonObject("commander").getString("standing")).isEqualTo("HELD");
    assertThat(byTasklist.get(0).get(ENGINE + "/" + task).body())
        .contains("\"assignee\":\"" + holder + "\"");
    assertThat(
            after.getJsonArray("duties").getValuesAs(JsonObject.class).stream()
                .filter(duty -> duty.getString("duty").equals("COMMANDER"))
                .filter(duty -> !duty.containsKey("to") || duty.isNull("to"))
                .map(duty -> duty.getJsonObject("who").getString("id")))
        .containsExactly(holder);
    return holder;
  }

  /** So that the winner may race again: nobody commands two major incidents (RO-C1). */
  private static void resolve(String incident, Person commander, Person verifier) {
    String acts = "/api/v1/incidents/" + incident;
    commander.post(acts + "/mitigated", "{\"text\":\"rolled back\"}");
    verifier.post(acts + "/verified", "");
    Answer resolved = commander.post(acts + "/resolved", "{\"text\":\"done\"}");
    assertThat(resolved.object().getString("state")).isEqualTo("RESOLVED");
  }

  /** An open room whose commander is only acting. */
  private static String room(Person misaki, Person misakiInTasklist) {
    String incident =
        misaki
            .post("/api/v1/incidents", "{\"what\":\"the room is on fire\"}")
            .object()
            .getString("id");
    misaki.post("/api/v1/incidents/" + incident + "/acknowledge", "");
    task(misakiInTasklist, incident, "Activity_Triage");
    Answer opened = misaki.post("/api/v1/incidents/" + incident + "/escalate", "");
    assertThat(opened.object().getString("room")).isEqualTo("OPEN");
    return incident;
  }

  /** The id of the incident's task at this step, as soon as there is one. */
  private static String task(Person reader, String incident, String step) {
    String query =
        ENGINE + "?taskDefinitionKey=" + step + "&processInstanceBusinessKey=" + incident;
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> reader.get(query), answer -> answer.status() == 200 && answer.rows() == 1)
        .json()
        .asJsonArray()
        .getJsonObject(0)
        .getString("id");
  }

  private static List<Answer> allAtOnce(List<Callable<Answer>> wishes) throws Exception {
    var start = new CyclicBarrier(wishes.size());
    ExecutorService threads = Executors.newFixedThreadPool(wishes.size());
    try {
      List<Future<Answer>> running = new ArrayList<>();
      for (Callable<Answer> wish : wishes) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return wish.call();
                }));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> one : running) {
        answers.add(one.get(60, TimeUnit.SECONDS));
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
