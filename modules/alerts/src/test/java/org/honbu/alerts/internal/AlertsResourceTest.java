package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.honbu.alerts.internal.Door.alert;
import static org.honbu.alerts.internal.Door.firing;
import static org.honbu.alerts.internal.Door.notice;
import static org.honbu.alerts.internal.Door.resolved;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.honbu.alerts.DeadLetter;
import org.honbu.alerts.Signal;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Source;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsResourceTest {
  private final Door door = new Door();

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void tablesAreAsTheEntitiesExpect() {
    door.database.validate();
  }

  @Test
  void firstAlertDeclaresSomethingReal() {
    assertThat(door.knock(notice("g", firing("f1")))).isEqualTo("INC-2026-0001");

    Declaration declared = door.incidents.declared.get(0);
    assertThat(declared.kind()).isEqualTo(Kind.REAL);
    assertThat(declared.source()).isEqualTo(Source.SYSTEM);
    assertThat(declared.what()).isEqualTo("決済のエラーが増えています");
    assertThat(declared.component()).contains("payment-api");
    assertThat(declared.team()).contains(new TeamId("payments"));
    assertThat(declared.reporter().label()).isEqualTo("integration:prometheus");
    assertThat(declared.impact().urgency()).isEqualTo(Impact.Urgency.CRITICAL);
    assertThat(declared.impact().condition()).isEqualTo(Impact.Condition.DEGRADED);
    assertThat(declared.impact().function()).isEqualTo(Impact.Function.CORE);
  }

  @Test
  void answerCarriesNumberAndAddress() {
    assertThat(
            door.resource.answer(
                "prometheus", null, Door.KEY, null, null, Door.stream(notice("g", firing("f1")))))
        .isEqualTo(
            new AlertsResource.Answer(
                "INC-2026-0001", "https://honbu.example/incidents/INC-2026-0001"));
  }

  @Test
  void theWorstAlertOfTheGroupCounts() {
    door.knock(notice("g", alert("f1", "firing", "warning"), alert("f2", "firing", "critical")));

    assertThat(door.incidents.declared.get(0).impact().urgency())
        .isEqualTo(Impact.Urgency.CRITICAL);
  }

  /** A01, first half. */
  @Test
  void fortyTimesTheSameIsOneSignalHeardFortyTimes() {
    for (int i = 0; i < 40; i++) {
      assertThat(door.knock(notice("g", firing("f1")))).isEqualTo("INC-2026-0001");
    }
    door.database.inTransaction(door.repeats::write);

    assertThat(door.incidents.declared).hasSize(1);
    assertThat(door.incidents.attached).hasSize(1);
    assertThat(signals("INC-2026-0001")).singleElement().extracting(Signal::times).isEqualTo(40L);
    assertThat(door.database.count(DeliveryRow.class)).isEqualTo(1);
  }

  /** A01, second half. */
  @Test
  void fortyDifferentOnesOfOneGroupAreOneIncident() {
    String[] forty = IntStream.range(0, 40).mapToObj(i -> firing("f" + i)).toArray(String[]::new);

    door.knock(notice("g", forty));

    assertThat(door.incidents.declared).hasSize(1);
    assertThat(signals("INC-2026-0001")).hasSize(40);
  }

  @Test
  void groupsAndIntegrationsDoNotMix() {
    assertThat(door.knock(notice("g1", firing("f1")))).isEqualTo("INC-2026-0001");
    assertThat(door.knock(notice("g2", firing("f1")))).isEqualTo("INC-2026-0002");
  }

  @Test
  void aNewSignalOfTheGroupAttaches() {
    door.knock(notice("g", firing("f1")));
    door.knock(notice("g", firing("f1"), firing("f2")));

    assertThat(door.incidents.declared).hasSize(1);
    assertThat(door.incidents.attached).containsExactly("INC-2026-0001 f1", "INC-2026-0001 f2");
  }

  @Test
  void resolvedClearsOnceAndFiringAgainAttachesAgain() {
    door.knock(notice("g", firing("f1"), firing("f2")));
    door.knock(notice("g", resolved("f1"), firing("f2")));
    door.knock(notice("g", resolved("f1"), firing("f2")));
    door.knock(notice("g", firing("f1")));

    assertThat(door.incidents.cleared).containsExactly("INC-2026-0001 f1");
    assertThat(door.incidents.attached)
        .containsExactly("INC-2026-0001 f1", "INC-2026-0001 f2", "INC-2026-0001 f1");
    assertThat(signals("INC-2026-0001")).allMatch(signal -> signal.clearedAt().isEmpty());
  }

  @Test
  void onlyANewCryIsARecurrence() {
    door.knock(notice("g", firing("f1")));
    door.knock(notice("g", firing("f1")));
    door.knock(notice("g", resolved("f1")));
    assertThat(door.incidents.recurred).isEmpty();

    door.knock(notice("g", firing("f1")));
    assertThat(door.incidents.recurred).containsExactly("INC-2026-0001");
  }

  /** Somebody resolves the incident between our look at it and our lock on it. */
  @Test
  void aCryIntoAnEndingIncidentDeclaresANewOne() {
    door.knock(notice("g", firing("f1")));
    door.incidents.whenRecurring(() -> door.incidents.end("INC-2026-0001"));

    assertThat(door.knock(notice("g", firing("f1"), firing("f2")))).isEqualTo("INC-2026-0002");
    assertThat(signals("INC-2026-0002")).hasSize(2);
    assertThat(signals("INC-2026-0001")).hasSize(1);
  }

  @Test
  void whatIsNotMentionedIsNotResolved() {
    door.knock(notice("g", firing("f1"), firing("f2")));
    door.knock(notice("g", firing("f2")));

    assertThat(door.incidents.cleared).isEmpty();
  }

  @Test
  void resolvedOfNothingIsAcceptedAndDeclaresNothing() {
    assertThat(door.knock(notice("g", resolved("f1")))).isNull();

    assertThat(door.incidents.declared).isEmpty();
  }

  @Test
  void afterTheIncidentIsOverTheGroupBeginsANewOne() {
    door.knock(notice("g", firing("f1")));
    door.incidents.end("INC-2026-0001");

    assertThat(door.knock(notice("g", resolved("f1")))).isNull();
    assertThat(door.knock(notice("g", firing("f1")))).isEqualTo("INC-2026-0002");
    assertThat(door.knock(notice("g", firing("f1")))).isEqualTo("INC-2026-0002");
  }

  /** TM02, ST-G3. */
  @Test
  void whatCriesAgainSoonAfterItsResolutionIsTheSameIncident() {
    door.knock(notice("g", firing("f1")));
    door.incidents.resolve("INC-2026-0001", Door.CLOCK.instant().minus(Duration.ofMinutes(29)));

    assertThat(door.knock(notice("g", resolved("f1")))).isNull();
    assertThat(door.incidents.cleared).containsExactly("INC-2026-0001 f1");
    assertThat(door.knock(notice("g", firing("f1")))).isEqualTo("INC-2026-0001");
    assertThat(door.incidents.declared).hasSize(1);
    assertThat(door.incidents.attached).containsExactly("INC-2026-0001 f1", "INC-2026-0001 f1");
  }

  @Test
  void halfAnHourAfterItsResolutionItIsANewIncident() {
    door.knock(notice("g", firing("f1")));
    door.incidents.resolve("INC-2026-0001", Door.CLOCK.instant().minus(Duration.ofMinutes(30)));

    assertThat(door.knock(notice("g", firing("f1")))).isEqualTo("INC-2026-0002");
  }

  @Test
  void aLouderAlertTellsTheIncidentHowLoudItIs() {
    door.knock(notice("g", alert("f1", "firing", "warning")));
    door.knock(notice("g", alert("f2", "firing", "critical")));

    assertThat(door.incidents.said)
        .extracting(Impact::urgency)
        .containsExactly(Impact.Urgency.LOW, Impact.Urgency.CRITICAL);
  }

  @Test
  void deadLettersAreLimitedAndTheRestIsCounted() {
    for (int i = 0; i < DeadLetters.MOST + 3; i++) {
      assertThat(door.status("unreadable " + i)).isEqualTo(400);
    }

    assertThat(door.database.count(DeadLetterRow.class)).isEqualTo(DeadLetters.MOST + 1);
    List<DeadLetter> letters = door.database.inTransaction(() -> door.store.deadLetters(1000));
    assertThat(letters)
        .filteredOn(letter -> letter.reason().en().contains("only counted"))
        .singleElement()
        .extracting(DeadLetter::times)
        .isEqualTo(3L);
  }

  @Test
  void afterAMergerTheGroupFollows() {
    door.knock(notice("g1", firing("f1")));
    door.knock(notice("g2", firing("f2")));
    door.incidents.merge("INC-2026-0002", "INC-2026-0001");

    assertThat(door.knock(notice("g2", firing("f3")))).isEqualTo("INC-2026-0001");
  }

  /** A08. */
  @Test
  void theSameIdempotencyKeyIsTheSameDelivery() {
    assertThat(door.knock(notice("g", firing("f1")), "k1")).isEqualTo("INC-2026-0001");
    assertThat(door.knock(notice("g", firing("f1")), "k1")).isEqualTo("INC-2026-0001");
    assertThat(door.knock(notice("g", firing("f1")), "k2")).isEqualTo("INC-2026-0001");
    assertThat(door.knock(notice("g", firing("f1")), "k2")).isEqualTo("INC-2026-0001");
    door.database.inTransaction(door.repeats::write);

    assertThat(signals("INC-2026-0001")).singleElement().extracting(Signal::times).isEqualTo(2L);
  }

  @Test
  void theBodyIsKeptAsItCame() {
    String body = notice("g", firing("f1"));
    door.knock(body);

    List<byte[]> said =
        door.database.inTransaction(() -> door.store.bodies(new IncidentId("INC-2026-0001"), 50));
    assertThat(said).containsExactly(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void manyAtOnceDeclareOnce() throws Exception {
    Set<String> numbers =
        Set.copyOf(atOnce(8, i -> door.knock(notice("g", firing("f" + i), firing("same")))));

    assertThat(numbers).containsExactly("INC-2026-0001");
    assertThat(door.incidents.declared).hasSize(1);
    assertThat(signals("INC-2026-0001")).hasSize(9);
  }

  @Test
  void manyAtOnceAfterTheEndDeclareOnce() throws Exception {
    door.knock(notice("g", firing("same")));
    door.incidents.end("INC-2026-0001");

    Set<String> numbers = Set.copyOf(atOnce(8, i -> door.knock(notice("g", firing("same")))));

    assertThat(numbers).containsExactly("INC-2026-0002");
    assertThat(door.incidents.declared).hasSize(2);
  }

  @Test
  void aFailureInTheMiddleKeepsNothingAndAsksForAnotherTry() {
    door.incidents.whenDeclared(
        () -> {
          throw new IllegalStateException("the database went away");
        });

    assertThat(door.status(notice("g", firing("f1")))).isEqualTo(503);
    assertThat(door.database.count(CorrelationRow.class)).isZero();
    assertThat(door.database.count(SignalRow.class)).isZero();
    assertThat(door.database.count(DeliveryRow.class)).isZero();

    door.incidents.whenDeclared(() -> {});
    assertThat(door.status(notice("g", firing("f1")))).isEqualTo(202);
  }

  @Test
  void whatAnotherModuleRefusesIsNotTheSendersFault() {
    door.incidents.whenDeclared(
        () -> {
          throw new ProblemException(Problem.UNREADABLE_ID, "team", "?");
        });

    assertThat(door.status(notice("g", firing("f1")))).isEqualTo(503);
  }

  @Test
  void withoutTheRightKeyNotAByteIsRead() {
    String[][] wrong = {
      {"prometheus", null, null},
      {"prometheus", "Bearer wrong", null},
      {"prometheus", "Bearer", null},
      {"prometheus", "Basic " + Door.KEY, null},
      {"prometheus", null, "wrong"},
      {"prometheus", "Bearer wrong", Door.KEY},
      {"unknown", "Bearer " + Door.KEY, null},
      {"Prometheus'--", "Bearer " + Door.KEY, null},
    };
    for (String[] knock : wrong) {
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  door.resource.answer(
                      knock[0], knock[1], knock[2], null, null, new Untouchable()));
      assertThat(refused.problem().status()).as(knock[0]).isEqualTo(401);
    }
  }

  @Test
  void unreadableIsRefusedAndKept() {
    byte[] body = "{\n\"alerts\": 7}".getBytes(StandardCharsets.UTF_8);

    assertThat(door.status(body, null)).isEqualTo(400);
    assertThat(door.status(body, null)).isEqualTo(400);

    List<DeadLetter> letters = door.database.inTransaction(() -> door.store.deadLetters(10));
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).times()).isEqualTo(2);
    assertThat(letters.get(0).reason().en()).startsWith("Line 2, alerts:");
    Optional<byte[]> kept =
        door.database.inTransaction(() -> door.store.deadLetterBody(letters.get(0).id()));
    assertThat(kept).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(body));
  }

  @Test
  void refusalNamesTheField() {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> door.knock("{\"alerts\": 7}"));

    assertThat(refused.problem().code()).isEqualTo("HB-4002");
    assertThat(refused.field()).contains("alerts");
  }

  @Test
  void moreThanOneMebibyteIsRefused() {
    String padding = " ".repeat(Body.LIMIT - 2);

    assertThat(door.status(padding + "{}")).isEqualTo(400);
    assertThat(door.status(padding + "{} ")).isEqualTo(413);
  }

  @Test
  void packedBodiesAreUnpackedButBombsAreNot() throws IOException {
    assertThat(door.status(packed(notice("g", firing("f1"))), "gzip")).isEqualTo(202);
    assertThat(door.status(packed(" ".repeat(50 * Body.LIMIT)), "gzip")).isEqualTo(413);
    assertThat(door.status("not packed".getBytes(StandardCharsets.UTF_8), "gzip")).isEqualTo(400);
  }

  @Test
  void whenAllPlacesAreTakenOthersHearTryAgain() throws Exception {
    try (Door narrow = new Door(1)) {
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      narrow.incidents.whenDeclared(
          () -> {
            inside.countDown();
            await(goOn);
          });
      ExecutorService other = Executors.newSingleThreadExecutor();
      try {
        Future<Integer> first = other.submit(() -> narrow.status(notice("g", firing("f1"))));
        await(inside);

        assertThat(narrow.status(notice("h", firing("f1")))).isEqualTo(503);

        goOn.countDown();
        assertThat(first.get()).isEqualTo(202);
        assertThat(narrow.status(notice("g", firing("f1")))).isEqualTo(202);
      } finally {
        goOn.countDown();
        other.shutdown();
      }
    }
  }

  private List<Signal> signals(String incident) {
    return door.database.inTransaction(() -> door.store.signals(new IncidentId(incident)));
  }

  private interface Knock {
    @Nullable String at(int number);
  }

  private static List<String> atOnce(int many, Knock knock) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      CountDownLatch go = new CountDownLatch(1);
      List<Callable<Optional<String>>> knocks = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        int number = i;
        knocks.add(
            () -> {
              await(go);
              return Optional.ofNullable(knock.at(number));
            });
      }
      List<Future<Optional<String>>> running = knocks.stream().map(threads::submit).toList();
      go.countDown();
      List<String> answers = new ArrayList<>();
      for (Future<Optional<String>> one : running) {
        answers.add(one.get().orElse("none"));
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static byte[] packed(String body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
