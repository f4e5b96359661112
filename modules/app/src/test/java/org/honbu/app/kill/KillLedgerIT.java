package org.honbu.app.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.honbu.app.kill.Monitoring.Alert;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.HonbuServer;
import org.honbu.testkit.server.MailProvider;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.PostgresServer;
import org.honbu.testkit.server.PostgresServer.Database;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server as it ships, on PostgreSQL, again and again in five windows; while it is down an
 * answer timer falls due. Afterwards the books of monitoring, of the mail provider and our own must
 * agree: nothing accepted is lost, nothing is acted on twice, nothing is stuck after a minute.
 *
 * <p>To the provider a page goes at least once: killed between sending and marking, it is sent
 * again under the same {@code Message-ID}. In our own books a call is always one.
 *
 * <p>{@code ./mvnw verify -Ptrials -Dit.test=KillLedgerIT}; in portions with {@code
 * -Dhonbu.trial.rounds=1 -Dhonbu.trial.windows=abc}.
 */
@Tag("trial")
@Tag("postgresql")
class KillLedgerIT {
  /** As the process owners' table says it in this trial, so that nobody waits for minutes. */
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private static final int FIRST = Integer.getInteger("honbu.trial.first-round", 1);
  private static final int ROUNDS = Integer.getInteger("honbu.trial.rounds", 4);
  private static final String WINDOWS = System.getProperty("honbu.trial.windows", "abcde");
  private static final Duration RECOVERY = Duration.ofSeconds(60);
  private static final Duration LESS_THAN_A_BOOT = Duration.ofSeconds(8);

  private final Set<String> onTheirWay = new HashSet<>();
  private final List<String> story = new ArrayList<>();
  private final List<String> defects = new ArrayList<>();
  private PostgresServer postgres;
  private Database database;
  private MailProvider provider;
  private HonbuServer honbu;
  private Monitoring monitoring;
  private Books books;
  private Map<Window, List<Obstacle>> obstacles;
  private int captains;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException, SQLException {
    for (int i = 1; i <= ROUNDS; i++) {
      TestPlatform.keycloak().addPerson("captain" + i, "employee", "incident-commander");
    }
    postgres = PostgresServer.start(SlowCommit.SETTINGS);
    database = postgres.newDatabase();
    provider = MailProvider.start();
    var environment = new HashMap<>(database.environment());
    environment.putAll(provider.environment());
    environment.put("HONBU_WORKFLOW_DIAGRAMS", quickDiagrams(folder).toString());
    honbu = TestPlatform.ownHonbu(environment);
    obstacles = obstacles();
    monitoring = new Monitoring(honbu);
    books = new Books(database, monitoring, provider);
    soon().until(() -> person("captain" + ROUNDS).get("/api/v1/people/me").status() == 200);
  }

  /** The process owners' own diagrams and tables, but nobody has five minutes to answer. */
  private static Path quickDiagrams(Path folder) throws IOException {
    Path source = Path.of(System.getProperty("honbu.root"), "bpmn");
    Path copy = folder.resolve("bpmn");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path target = copy.resolve(source.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Path table = copy.resolve("people/WhoToPage.dmn");
    String words = Files.readString(table);
    assertThat(words).contains("\"PT5M\"");
    Files.writeString(table, words.replace("PT5M", ANSWER_WITHIN.toString()));
    return copy;
  }

  private Map<Window, List<Obstacle>> obstacles() throws SQLException {
    return Map.of(
        Window.BEFORE_THE_202,
        List.of(
            gate(1, "insert of the delivery", "before insert on alerts.delivery", "true"),
            new SlowCommit(database, "alerts.delivery")),
        Window.BEFORE_THE_PROCESS,
        List.of(
            gate(2, "insert of the process", "before insert on engine.act_ru_execution", "true")),
        Window.BEFORE_THE_SEND,
        List.of(
            gate(
                3,
                "claim of the message",
                "before update on notifications.message",
                "new.channel = 'email' and new.fence > old.fence")),
        Window.BEFORE_THE_MARK,
        List.of(
            gate(4, "insert of the attempt", "before insert on notifications.attempt", "new.sent"),
            new SilentProvider(provider)),
        Window.DURING_A_CLAIM,
        List.of(
            gate(
                5,
                "update of the task",
                "before update on engine.act_ru_task",
                "new.task_def_key_ = 'Activity_LeadTheIncident' and new.assignee_ is not null"),
            new SlowCommit(database, "incidents.command_seat")));
  }

  private Gate gate(int number, String name, String event, String condition) throws SQLException {
    return new Gate(database, number, name, event, condition);
  }

  @AfterEach
  void stop() {
    monitoring.close();
    honbu.close();
    provider.close();
    postgres.close();
  }

  @Test
  void nothingIsLostNothingIsDoneTwiceNothingIsStuck() {
    assertThat(books.disagreements(onTheirWay)).isEmpty();
    books.ledgers();
    for (int round = FIRST; round < FIRST + ROUNDS; round++) {
      for (Window window : Window.values()) {
        if (WINDOWS.contains(window.letter())) {
          kill(window, round);
        }
      }
    }
    print();
    assertThat(defects).isEmpty();
  }

  private void kill(Window window, int round) {
    List<Obstacle> ways = obstacles.getOrDefault(window, List.of());
    Obstacle obstacle = ways.get((round - 1) % ways.size());
    String name = "round " + round + window.letter();
    Strike strike =
        window == Window.DURING_A_CLAIM ? new Claim(name) : new Cry(window, Alert.serious(name));
    String bell = monitoring.sayUntilAccepted(Alert.serious(name + " bell"));
    Instant due = soon().until(() -> answersDue(bell), found -> !found.isEmpty()).get(0);
    monitoring.talk();

    obstacle.shut();
    CompletableFuture<?> unanswered = strike.begin();
    soon().until(() -> obstacle.holdsSomebody() && strike.isInTheWindow());
    honbu.kill();
    Instant died = Instant.now();
    monitoring.hush();
    obstacle.open();
    onTheirWay.addAll(books.mailOnItsWay());
    soon().until(unanswered::isDone);
    await().atMost(ANSWER_WITHIN).until(() -> Instant.now().isAfter(due.minus(LESS_THAN_A_BOOT)));
    honbu.startAgain();
    Instant ready = Instant.now();

    assertThat(due).as("the timer of " + bell + " falls due in between").isBetween(died, ready);
    int repeated = monitoring.makeUp();
    strike.carryOn();
    List<String> late = underWayAt(ready.plus(RECOVERY));
    Instant calm = Instant.now();
    tell(
        "%-36s %-44s down %5.1f s, timer %5.1f s and calm %4.1f s after ready, %2d alerts repeated"
            .formatted(
                window,
                obstacle.name(),
                seconds(died, ready),
                callsAfter(bell, died).stream()
                    .mapToDouble(at -> seconds(ready, at))
                    .min()
                    .orElse(Double.NaN),
                seconds(ready, calm),
                repeated));
    late.forEach(line -> defect("not done after a minute: " + line));
    books.disagreements(onTheirWay).forEach(this::defect);
    if (callsAfter(bell, died).isEmpty()) {
      defect("the timer of " + bell + " never fired");
    }
    answer(bell);
    answer(strike.incident());
  }

  /** Waits until nothing is under way; what still is at the deadline. */
  private List<String> underWayAt(Instant deadline) {
    return await()
        .atMost(RECOVERY.multipliedBy(2))
        .pollInterval(Duration.ofMillis(500))
        .until(books::underWay, left -> left.isEmpty() || Instant.now().isAfter(deadline));
  }

  private void defect(String line) {
    defects.add(line);
    tell("  DEFECT " + line);
  }

  /** What the server is doing when it dies. */
  private interface Strike {
    /** Begins it; what comes back will never be answered, or was before the window. */
    CompletableFuture<?> begin();

    /** Seen from outside: what must be there is there, and what must not be is not. */
    boolean isInTheWindow();

    /** As its people would do when the server is back. */
    void carryOn();

    String incident();
  }

  /** An alert on its way to becoming a call. */
  private final class Cry implements Strike {
    private final Window window;
    private final Alert alert;

    Cry(Window window, Alert alert) {
      this.window = window;
      this.alert = alert;
    }

    @Override
    public CompletableFuture<?> begin() {
      return monitoring.say(alert);
    }

    @Override
    public boolean isInTheWindow() {
      String known = monitoring.accepted().get(alert);
      if (known == null) {
        return window == Window.BEFORE_THE_202
            && isVisible("incidents.incident where what = ?") == 0;
      }
      return switch (window) {
        case BEFORE_THE_202, DURING_A_CLAIM -> false;
        case BEFORE_THE_PROCESS -> books.isDeclared(known) && !books.hasProcess(known);
        case BEFORE_THE_SEND -> books.unsentMail(known).size() == 1 && !isTaken(known);
        case BEFORE_THE_MARK -> books.unsentMail(known).size() == 1 && isTaken(known);
      };
    }

    private int isVisible(String rows) {
      return database.number("select count(*) from " + rows, alert.name());
    }

    private boolean isTaken(String known) {
      return provider.ledger().stream()
          .anyMatch(taken -> books.unsentMail(known).contains(taken.id()));
    }

    /** Monitoring has repeated it already, if it was not accepted. */
    @Override
    public void carryOn() {
      assertThat(monitoring.accepted()).containsKey(alert);
    }

    @Override
    public String incident() {
      return monitoring.accepted().getOrDefault(alert, "");
    }
  }

  /** A commander taking command of an open room. */
  private final class Claim implements Strike {
    private final Person captain;
    private final String incident;

    Claim(String name) {
      captain = person("captain" + ++captains);
      Person misaki = person("misaki");
      incident =
          misaki.post("/api/v1/incidents", "{\"what\":\"" + name + "\"}").object().getString("id");
      misaki.post("/api/v1/incidents/" + incident + "/acknowledge", "");
      soon().until(() -> books.hasTask(incident, "Activity_Triage"));
      misaki.post("/api/v1/incidents/" + incident + "/escalate", "");
      soon().until(() -> books.hasTask(incident, "Activity_LeadTheIncident"));
      soon().until(() -> books.underWay().isEmpty());
    }

    @Override
    public CompletableFuture<?> begin() {
      return CompletableFuture.supplyAsync(this::claim);
    }

    private Answer claim() {
      return captain.post("/api/v1/incidents/" + incident + "/command", "");
    }

    @Override
    public boolean isInTheWindow() {
      return books.standing(incident).equals(List.of("ACTING"));
    }

    @Override
    public void carryOn() {
      assertThat(claim().status()).isEqualTo(200);
      assertThat(books.standing(incident)).containsExactly("HELD");
    }

    @Override
    public String incident() {
      return incident;
    }
  }

  private void answer(String incident) {
    person("misaki").post("/api/v1/incidents/" + incident + "/acknowledge", "");
  }

  private Person person(String name) {
    return Person.withToken(honbu, TestPlatform.keycloak(), name);
  }

  private List<Instant> answersDue(String incident) {
    return times("select answer_by from escalation.paging_run where incident_id = ?", incident);
  }

  private List<Instant> callsAfter(String incident, Instant moment) {
    return times(
            "select called_at from escalation.called c join escalation.paging_run r"
                + " on r.id = c.run_id where r.incident_id = ? order by 1",
            incident)
        .stream()
        .filter(moment::isBefore)
        .toList();
  }

  private List<Instant> times(String sql, String incident) {
    return database
        .column(
            "select floor(extract(epoch from t) * 1000)::bigint from (" + sql + ") q(t)", incident)
        .stream()
        .filter(millis -> !millis.isEmpty())
        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
        .toList();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private void tell(String line) {
    story.add(line);
    System.out.println(line);
  }

  private void print() {
    tell(books.ledgers());
    try {
      Files.write(Path.of("target", "kill-ledger.txt"), story);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
  }
}
