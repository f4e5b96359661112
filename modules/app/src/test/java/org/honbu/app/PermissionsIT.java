package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
 * {@code docs/permissions.csv} against the real server: people of every role, one without any and a
 * stranger, at every page, door and endpoint, and at every call of Tasklist.
 *
 * <p>What a façade decides by duty is shown by the stories; here it must be neither open to a
 * stranger nor break. Nobody has one role alone, because everybody is an employee: of their roles
 * the one that opens most counts.
 */
@CleanSlate
@Tag("postgresql") // once is enough, and on the database that is used for real
class PermissionsIT {
  private static final List<String> PEOPLE =
      List.of(
          "emma", "misaki", "sakura", "riku", "daniel", "haruka", "takumi", "sota", "yui",
          "hiroshi", "mei", "kaoru");

  /** Nobody has made anything of that id. */
  private static final String NOTHING = "00000000-0000-4000-8000-000000000001";

  private static List<String> kinds = List.of();
  private static List<Line> lines = List.of();
  private static String incident = "";
  private static String task = "";

  /** A task of the incident. */
  private static String anyTask() {
    return TestPlatform.withToken("misaki")
        .get("/api/v1/story-door/" + incident)
        .object()
        .getJsonArray("tasks")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(open -> open.getString("id"))
        .findFirst()
        .orElse("");
  }

  /** A line of the matrix. */
  private record Line(String kind, String what, List<String> cells) {
    static Line of(String text) {
      List<String> cells = Arrays.asList(text.split(",", -1));
      String[] name = cells.get(0).split(" ", 2);
      return new Line(name[0], name[1], cells.subList(1, cells.size()));
    }

    /** What stands there for somebody with all of these roles. */
    String cell(Set<String> roles) {
      Set<String> said = new TreeSet<>();
      for (int i = 0; i < cells.size(); i++) {
        if (roles.contains(kinds.get(i))) {
          said.add(cells.get(i));
        }
      }
      String most = Stream.of("key", "yes", "duty").filter(said::contains).findFirst().orElse("no");
      return most.equals("duty") && isByRole() ? "yes" : most;
    }

    /** Whether the façade asks for a role and for nothing else. */
    private boolean isByRole() {
      return kind.equals("endpoint") && cells.subList(2, cells.size()).contains("no");
    }

    Answer askedBy(Person person) {
      if (kind.equals("page")) {
        return person.get(what.replace("{number}", incident));
      }
      if (kind.equals("door")) {
        return person.get(what.replace("*", "token"));
      }
      String[] call = what.split(" ", 2);
      if (kind.equals("tasklist")) {
        return askedInTasklist(person, call[0], call[1]);
      }
      String path = "/api/v1" + call[1].replaceFirst("^(/incidents)/\\{\\w+}", "$1/INC-2026-9999");
      String type = what.equals("PUT /diagram-set") ? "application/zip" : "application/json";
      return person.send(
          call[0],
          path.replace("{number}", "1").replaceAll("\\{\\w+}", NOTHING),
          type,
          call[0].equals("GET") ? "" : "{}");
    }

    /** Read is a task that is there; what is not there is acted on, and nothing happens. */
    private static Answer askedInTasklist(Person person, String verb, String listed) {
      boolean reads = verb.equals("GET") && listed.contains("/task/{id}");
      String path =
          listed
              .replace("{id}", reads ? task : "a1")
              .replace("{person}", "aoi")
              .replace("/app/tasklist/**", "/app/tasklist/default/")
              .replace("**", "nothing.js");
      return person.send(verb, "/camunda" + path, verb.equals("POST") ? "{}" : "");
    }
  }

  @BeforeAll
  static void read() throws IOException {
    List<String> all = Files.readAllLines(Path.of("../../docs/permissions.csv"));
    kinds = Arrays.asList(all.get(0).replaceFirst("what,", "").split(",", -1));
    lines =
        all.stream()
            .skip(1)
            .map(Line::of)
            .filter(line -> Set.of("page", "door", "endpoint", "tasklist").contains(line.kind()))
            .toList();
    Answer declared =
        TestPlatform.withToken("misaki").post("/api/v1/incidents", "{\"what\":\"a matrix\"}");
    assertThat(declared.status()).as(declared.toString()).isEqualTo(201);
    incident = declared.object().getString("id");
    task =
        await().atMost(Duration.ofSeconds(60)).until(PermissionsIT::anyTask, any -> !any.isEmpty());
  }

  @Test
  void everyRoleIsHeldBySomebody() {
    Set<String> held = new TreeSet<>(Set.of("anonymous", "none"));
    PEOPLE.forEach(name -> held.addAll(roles(TestPlatform.withToken(name))));

    assertThat(held).containsAll(kinds);
  }

  @TestFactory
  Stream<DynamicTest> everybodyAtEveryLine() {
    Stream<DynamicTest> withoutRoles =
        Stream.of(
            asks(Person.anonymous(TestPlatform.honbu()).takesAnything(), Set.of("anonymous")),
            asks(TestPlatform.withToken("noel").takesAnything(), Set.of("none")));
    return Stream.concat(
        withoutRoles,
        PEOPLE.stream()
            .map(TestPlatform::withToken)
            .map(person -> asks(person.takesAnything(), roles(person))));
  }

  private static DynamicTest asks(Person person, Set<String> roles) {
    return DynamicTest.dynamicTest(
        person.name() + " " + roles,
        () -> {
          List<String> wrong = new ArrayList<>();
          for (Line line : lines) {
            objection(line.cell(roles), line.askedBy(person))
                .ifPresent(why -> wrong.add(line.kind() + " " + line.what() + ": " + why));
          }
          assertThat(wrong).isEmpty();
        });
  }

  /** Why this is not what the cell says. */
  private static Optional<String> objection(String cell, Answer answer) {
    int status = answer.status();
    boolean refused = status == 401 || status == 403;
    boolean agrees =
        switch (cell) {
          case "no" -> refused || isLogin(answer);
          case "key" -> status >= 400 && status < 500;
          case "yes" -> !refused && !isLogin(answer) && status < 500;
          case "duty" -> status != 401 && !isLogin(answer) && status < 500;
          default -> false;
        };
    return agrees ? Optional.empty() : Optional.of(cell + " and " + answer);
  }

  private static boolean isLogin(Answer answer) {
    return answer.status() / 100 == 3
        && answer.location().filter(to -> to.getPath().contains("/realms/")).isPresent();
  }

  private static Set<String> roles(Person person) {
    Answer me = person.get("/api/v1/people/me");
    assertThat(me.status()).as(me.toString()).isEqualTo(200);
    return new TreeSet<>(
        me.object().getJsonArray("roles").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList());
  }
}
