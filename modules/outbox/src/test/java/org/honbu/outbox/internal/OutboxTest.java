package org.honbu.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;
import org.honbu.outbox.FactHandler;
import org.honbu.outbox.OneWaits;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Outbox.Stuck;
import org.honbu.outbox.Subject;
import org.junit.jupiter.api.Test;

public class OutboxTest {
  private static final Subject LINE = new Subject("INC-2026-0001");
  private static final Subject OTHER = new Subject("INC-2026-0002");

  private final MemoryDatabase database = new MemoryDatabase();
  private final MovableClock clock = new MovableClock();
  private final Doorbell doorbell = new Doorbell();
  private final List<FactHandler<?>> listening = new ArrayList<>();
  private final Handlers handlers = new Handlers(listening);
  private final Messages messages = new Messages(database.datasource());
  private final Outbox outbox =
      new DatabaseOutbox(handlers, messages, new FactText(), database, doorbell, clock);
  private final Courier courier = new Courier(handlers, messages, new FactText(), database, clock);

  public record Rang(int number, IncidentId incident, Kind kind, Optional<Instant> at)
      implements Fact {}

  public record NobodyCares(int number) implements Fact {}

  @OneWaits
  public record Cried(int number) implements Fact {}

  @Test
  void aFactReachesEveryHandlerOfItsClassAsItWasAnnounced() {
    List<Rang> first = listen("first.hears");
    List<Rang> second = listen("second.hears");
    var fact =
        new Rang(1, new IncidentId("INC-2026-0001"), Kind.DRILL, Optional.of(clock.instant()));

    announce(fact, LINE);
    bringAll();

    assertThat(first).containsExactly(fact);
    assertThat(second).containsExactly(fact);
  }

  @Test
  void aFactNobodyWantsLeavesNoRow() {
    listen("first.hears");

    announce(new NobodyCares(1), LINE);

    assertThat(courier.bringNext()).isFalse();
  }

  @Test
  void aRolledBackAnnouncementIsNeverHeardAndDoesNotRing() throws InterruptedException {
    List<Rang> heard = listen("first.hears");

    assertThatThrownBy(
            () ->
                database.inNew(
                    () -> {
                      outbox.announce(rang(1), LINE);
                      throw new IllegalStateException("the announcer failed");
                    }))
        .hasMessage("the announcer failed");
    bringAll();

    assertThat(heard).isEmpty();
    assertThat(doorbell.await(Duration.ZERO)).isFalse();
  }

  @Test
  void aLostRaceIsNoNewsUntilItIsLostForGood() {
    var lost = new IllegalStateException("flush", new SQLException("deadlock detected", "40P01"));

    assertThat(Courier.loudness(lost, false)).isEqualTo(Level.DEBUG);
    assertThat(Courier.loudness(lost, true)).isEqualTo(Level.ERROR);
    assertThat(Courier.loudness(new IllegalStateException("broken"), false))
        .isEqualTo(Level.WARNING);
  }

  @Test
  void ofAStormOneWaits() {
    List<Cried> heard = listenToCries(cried -> {});

    announce(new Cried(1), LINE);
    announce(new Cried(2), LINE);
    announce(new Cried(3), OTHER);
    bringAll();
    announce(new Cried(4), LINE);
    bringAll();

    assertThat(heard).containsExactly(new Cried(1), new Cried(3), new Cried(4));
  }

  @Test
  void whatIsMentionedIsBroughtASecondLaterHoweverOften() throws InterruptedException {
    List<Cried> heard = listenToCries(cried -> {});

    mention(new Cried(1));
    clock.pass(Duration.ofMillis(600));
    mention(new Cried(2));
    bringAll();
    assertThat(heard).isEmpty();
    assertThat(doorbell.await(Duration.ZERO)).isFalse();

    clock.pass(Duration.ofMillis(600));
    bringAll();
    assertThat(heard).containsExactly(new Cried(1));
  }

  @Test
  void whatIsAnnouncedBringsWhatWasMentionedAtOnce() throws InterruptedException {
    List<Cried> heard = listenToCries(cried -> {});

    mention(new Cried(1));
    announce(new Cried(2), LINE);

    assertThat(doorbell.await(Duration.ZERO)).isTrue();
    bringAll();
    assertThat(heard).containsExactly(new Cried(1));
  }

  @Test
  void aStormRingsForTheOneThatIsDueBecauseItHeldIt() throws InterruptedException {
    listenToCries(cried -> {});
    mention(new Cried(1));
    clock.pass(Duration.ofSeconds(2));

    mention(new Cried(2));

    assertThat(doorbell.await(Duration.ZERO)).isTrue();
  }

  @Test
  void anAnnouncementDoesNotShortenTheRestAfterAFailure() {
    var weak = new Failing(1);
    List<Cried> heard = new ArrayList<>();
    listen("weak.hears", Cried.class, fact -> weak.orElse(() -> heard.add(fact)));
    announce(new Cried(1), LINE);
    bringAll();

    announce(new Cried(2), LINE);
    bringAll();
    assertThat(heard).isEmpty();

    clock.pass(Courier.PATIENCE.get(0));
    bringAll();
    assertThat(heard).containsExactly(new Cried(1));
  }

  /** Nobody brings it until an operator does: a storm must not be lost behind it unseen. */
  @Test
  void oneThatIsStuckIsNotTheOneThatWaits() {
    var weak = new Failing(Integer.MAX_VALUE);
    listen("weak.hears", Cried.class, fact -> weak.orElse(() -> {}));
    announce(new Cried(1), LINE);
    bringAll();
    Courier.PATIENCE.forEach(
        wait -> {
          clock.pass(wait);
          bringAll();
        });
    assertThat(outboxStuck()).singleElement().extracting(Stuck::behind).isEqualTo(0);

    announce(new Cried(2), LINE);
    mention(new Cried(3));

    assertThat(outboxStuck()).singleElement().extracting(Stuck::behind).isEqualTo(1);
  }

  private void mention(Cried fact) {
    database.inNew(
        () -> {
          outbox.mention(fact, LINE);
          return true;
        });
  }

  @Test
  void whatComesWhileOneIsLookedAtIsLookedAtAfterwards() {
    List<Cried> heard =
        listenToCries(
            cried -> {
              if (cried.number() == 1) {
                announce(new Cried(2), LINE);
              }
            });

    announce(new Cried(1), LINE);
    bringAll();

    assertThat(heard).containsExactly(new Cried(1), new Cried(2));
  }

  @Test
  void theOneThatWaitsIsNotLookedAtBeforeTheStormIsWritten() throws InterruptedException {
    List<Cried> heard = listenToCries(cried -> {});
    announce(new Cried(1), LINE);
    doorbell.await(Duration.ZERO);

    database.inNew(
        () -> {
          outbox.announce(new Cried(2), LINE);
          assertThat(courier.bringNext()).isFalse();
          return true;
        });

    assertThat(doorbell.await(Duration.ZERO)).isTrue();
    bringAll();
    assertThat(heard).containsExactly(new Cried(1));
  }

  @Test
  void theDoorbellRingsAfterTheCommit() throws InterruptedException {
    listen("first.hears");

    announce(rang(1), LINE);

    assertThat(doorbell.await(Duration.ZERO)).isTrue();
  }

  @Test
  void oneSubjectsFactsKeepTheirOrderEvenWhenTheFirstFails() {
    List<Integer> heard = new ArrayList<>();
    var weak = new Failing(1);
    listen("first.hears", fact -> weak.orElse(() -> heard.add(fact.number())));
    announce(rang(1), LINE);
    announce(rang(2), LINE);

    bringAll();
    assertThat(heard).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    bringAll();

    assertThat(heard).containsExactly(1, 2);
  }

  @Test
  void anotherSubjectAndAnotherHandlerDoNotWaitForAFailingOne() {
    List<Integer> weakHeard = new ArrayList<>();
    var weak = new Failing(1);
    listen("weak.hears", fact -> weak.orElse(() -> weakHeard.add(fact.number())));
    List<Rang> strongHeard = listen("strong.hears");
    announce(rang(1), LINE);
    announce(rang(2), OTHER);

    bringAll();

    assertThat(weakHeard).containsExactly(2);
    assertThat(strongHeard).containsExactly(rang(1), rang(2));
  }

  @Test
  void whatAFailingHandlerWroteIsGone() {
    List<Rang> second = listen("second.hears");
    listen(
        "first.hears",
        fact -> {
          outbox.announce(rang(99), OTHER);
          throw new IllegalStateException("after writing");
        });
    announce(rang(1), LINE);

    bringAll();

    assertThat(second).containsExactly(rang(1));
  }

  @Test
  void aFailingHandlerIsTriedAgainLaterAndLaterAndThenIsStuck() {
    var weak = new Failing(Integer.MAX_VALUE);
    listen("weak.hears", fact -> weak.orElse(() -> {}));
    announce(rang(1), LINE);
    announce(rang(2), LINE);

    bringAll();
    for (Duration wait : Courier.PATIENCE) {
      clock.pass(wait.minusMillis(1));
      bringAll();
      int triesBefore = weak.tries;
      clock.pass(Duration.ofMillis(1));
      bringAll();
      assertThat(weak.tries).isEqualTo(triesBefore + 1);
    }
    clock.pass(Duration.ofDays(1));
    bringAll();

    assertThat(weak.tries).isEqualTo(6);
    assertThat(outboxStuck())
        .singleElement()
        .satisfies(
            stuck -> {
              assertThat(stuck.handler()).isEqualTo("weak.hears");
              assertThat(stuck.fact()).isEqualTo("Rang");
              assertThat(stuck.subject()).isEqualTo(LINE);
              assertThat(stuck.tries()).isEqualTo(6);
              assertThat(stuck.why()).isEqualTo("IllegalStateException: not now");
              assertThat(stuck.behind()).isEqualTo(1);
            });
  }

  @Test
  void retryingAStuckFactHandlesItAndTheLineBehindIt() {
    List<Integer> heard = new ArrayList<>();
    var weak = new Failing(6);
    listen("weak.hears", fact -> weak.orElse(() -> heard.add(fact.number())));
    announce(rang(1), LINE);
    announce(rang(2), LINE);
    for (int i = 0; i < 6; i++) {
      bringAll();
      clock.pass(Duration.ofMinutes(10));
    }

    long place = outboxStuck().get(0).place();
    database.inNew(
        () -> {
          outbox.retry(place);
          return true;
        });
    bringAll();

    assertThat(heard).containsExactly(1, 2);
    assertThat(outboxStuck()).isEmpty();
  }

  @Test
  void aHandlerThatIsGoneFailsAloud() {
    List<Rang> heard = listen("first.hears");
    announce(rang(1), LINE);
    var later = new Courier(new Handlers(List.of()), messages, new FactText(), database, clock);

    assertThat(later.bringNext()).isTrue();

    assertThat(heard).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    bringAll();
    assertThat(heard).hasSize(1);
  }

  @Test
  void twoDispatchersWorkOnDifferentLinesAtTheSameTime() throws Exception {
    var inside = new CountDownLatch(2);
    listen(
        "slow.hears",
        fact -> {
          inside.countDown();
          awaitOrFail(inside);
        });
    announce(rang(1), LINE);
    announce(rang(2), LINE);
    announce(rang(3), OTHER);

    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      var one = two.submit(courier::bringNext);
      var other = two.submit(courier::bringNext);

      assertThat(one.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      two.shutdownNow();
    }
    assertThat(inside.getCount()).isZero();
  }

  @Test
  void twoHandlersOfOneNameAreRefused() {
    listen("first.hears");
    listen("first.hears");

    assertThatThrownBy(() -> announce(rang(1), LINE)).hasMessageContaining("first.hears");
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      if (!latch.await(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody else came");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Rang rang(int number) {
    return new Rang(number, new IncidentId("INC-2026-0001"), Kind.REAL, Optional.empty());
  }

  private void announce(Fact fact, Subject subject) {
    database.inNew(
        () -> {
          outbox.announce(fact, subject);
          return true;
        });
  }

  private void bringAll() {
    boolean more = true;
    while (more) {
      more = courier.bringNext();
    }
  }

  private List<Stuck> outboxStuck() {
    return database.inNew(outbox::stuck);
  }

  private List<Rang> listen(String name) {
    List<Rang> heard = new ArrayList<>();
    listen(name, heard::add);
    return heard;
  }

  private void listen(String name, Consumer<Rang> reaction) {
    listen(name, Rang.class, reaction);
  }

  private List<Cried> listenToCries(Consumer<Cried> reaction) {
    List<Cried> heard = new ArrayList<>();
    listen("first.hears", Cried.class, ((Consumer<Cried>) heard::add).andThen(reaction));
    return heard;
  }

  private <F extends Fact> void listen(String name, Class<F> type, Consumer<F> reaction) {
    listening.add(
        new FactHandler<F>() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public Class<F> fact() {
            return type;
          }

          @Override
          public void on(F fact) {
            reaction.accept(fact);
          }
        });
  }

  /** Fails the first so many times. */
  private static final class Failing {
    private final int failures;
    private int tries;

    Failing(int failures) {
      this.failures = failures;
    }

    void orElse(Runnable success) {
      tries++;
      if (tries <= failures) {
        throw new IllegalStateException("not now");
      }
      success.run();
    }
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
