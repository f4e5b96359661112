package org.honbu.testkit.bench;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.Person;

/**
 * Claiming command while 1,000 and while 10,000 incidents are open, half of the claims in Tasklist
 * and half through REST.
 *
 * <p>A few incidents are brought about as people would; the rest are {@link Copies} of all their
 * rows, process included. Each claim is a real one: another incident, its seat, its task, and all
 * that a room does when somebody takes command. Five rooms a second is far more than happens
 * anywhere; how many the machine can take is told beside it.
 */
final class ClaimAtScale implements Part {
  private static final int PER_SECOND = 5;
  private static final int ROOMS = 12;
  private static final int TRIAGES = 4;
  private static final int UNANSWERED = 4;
  private static final int PATTERNS = ROOMS + TRIAGES + UNANSWERED;
  private static final String ENGINE = "/camunda/api/engine/engine/default/task/";

  @Override
  public String name() {
    return "claim";
  }

  @Override
  public List<Figure> measure(Ground ground, boolean shortened) {
    try (House house = ground.house(Map.of())) {
      Person misaki = Person.withToken(house.honbu(), ground.keycloak(), "misaki");
      for (int i = 0; i < PATTERNS; i++) {
        bringAbout(house, misaki, i);
      }
      house.awaitRest();
      var copies = new Copies(house.books());
      var claims =
          new Claims(
              house,
              Person.withToken(house.honbu(), ground.keycloak(), "aoi"),
              Person.inTasklist(house.honbu(), "sakura"));
      int each = shortened ? 50 : 240;

      copies.upTo(1_000 / PATTERNS);
      claims.make(each / 2);
      ConcurrentHistogram few = claims.make(each);
      double most = claims.atOnce(100);
      copies.upTo(10_000 / PATTERNS);
      claims.make(each / 3);
      ConcurrentHistogram many = claims.make(each);

      return List.of(
          Figure.atMost(name(), "claim with 1,000 open, p99", few.getValueAtPercentile(99), 50),
          Figure.atMost(name(), "claim with 10,000 open, p99", many.getValueAtPercentile(99), 50),
          Figure.ratioAtMost(
              name(),
              "p99 with 10,000 ÷ p99 with 1,000",
              (double) many.getValueAtPercentile(99) / few.getValueAtPercentile(99),
              1.3),
          Figure.ratioAtMost(
              name(),
              "p50 with 10,000 ÷ p50 with 1,000",
              (double) many.getValueAtPercentile(50) / few.getValueAtPercentile(50),
              1.3),
          Figure.fact(name(), "with 1,000", Figure.spread(few)),
          Figure.fact(name(), "as many as it takes, with 1,000", "%.1f a second".formatted(most)),
          Figure.fact(name(), "with 10,000", Figure.spread(many)),
          Figure.fact(name(), "resident memory after it", house.memory()));
    }
  }

  /** An open room that waits for a commander, an incident in triage, or one nobody answered yet. */
  private static void bringAbout(House house, Person misaki, int number) {
    String incidents = "/api/v1/incidents";
    Answer declared =
        misaki.post(
            incidents,
            "{\"what\":\"pattern %d\",\"component\":\"admin-console\"}".formatted(number));
    String incident = incidents + "/" + declared.object().getString("id");
    if (number < ROOMS + TRIAGES) {
      misaki.post(incident + "/acknowledge", "");
      house.awaitRest();
    }
    if (number < ROOMS) {
      Answer opened = misaki.post(incident + "/escalate", "");
      if (!opened.object().getString("room").equals("OPEN")) {
        throw new IllegalStateException("no room: " + opened);
      }
    }
  }

  /** Claims, each of another incident. */
  private record Claims(House house, Person byRest, Person inTasklist) {

    /** A seat to be taken. */
    private record Seat(String incident, String task) {}

    ConcurrentHistogram make(int count) {
      return make(count, PER_SECOND);
    }

    /** Claims a second, all that follows from them included, when all come at once. */
    double atOnce(int count) {
      long begin = System.nanoTime();
      make(count, count * 1_000);
      house.awaitRest();
      return count * 1e9 / (System.nanoTime() - begin);
    }

    private ConcurrentHistogram make(int count, int perSecond) {
      List<Seat> seats = new ArrayList<>(free());
      if (seats.size() < count) {
        throw new IllegalStateException("only " + seats.size() + " rooms to claim");
      }
      // Not the newest and not the oldest only.
      Collections.shuffle(seats, new Random(count));
      var micros = new ConcurrentHistogram(3);
      new OpenLoop<>(
              perSecond,
              8,
              () -> () -> {},
              (OpenLoop.Line nothing, int number, long due) -> {
                Answer answer = claim(seats.get(number), number % 2 == 0);
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
                if (answer.status() / 100 != 2) {
                  throw new IllegalStateException("not claimed: " + answer);
                }
              })
          .run(Duration.ofMillis(Math.max(1, 1000L * count / perSecond)));
      await().until(() -> free().size() == seats.size() - count);
      return micros;
    }

    private Answer claim(Seat seat, boolean rest) {
      return rest
          ? byRest.post("/api/v1/incidents/" + seat.incident() + "/command", "")
          : inTasklist.post(
              ENGINE + seat.task() + "/claim", "{\"userId\":\"%s\"}".formatted(inTasklist.name()));
    }

    private List<Seat> free() {
      return house
          .books()
          .query(
              "select s.incident, t.id_ from incidents.command_seat s"
                  + " join engine.act_ru_execution e on e.business_key_ = s.incident"
                  + " join engine.act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_"
                  + " where s.standing = 'ACTING' and t.assignee_ is null"
                  + " and t.task_def_key_ = 'Activity_LeadTheIncident'",
              row -> new Seat(row.getString(1), row.getString(2)));
    }
  }
}
