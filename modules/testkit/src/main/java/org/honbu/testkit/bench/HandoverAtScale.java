package org.honbu.testkit.bench;

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
 * Handing command over with two keys while 10,000 incidents are open: the commander asks somebody
 * by name, who reads back what they understood and thereby commands.
 *
 * <p>All of a group are asked, Honbu comes to rest as it would while people read the briefing, then
 * all are accepted. Each is another incident's; they are {@link Copies}, as for {@link
 * ClaimAtScale}.
 */
final class HandoverAtScale implements Part {
  private static final int ASKED_PER_SECOND = 4;
  private static final int ACCEPTED_PER_SECOND = 2;
  private static final int COMMANDED = 4;
  private static final int ROOMS = 8;
  private static final int ANSWERED = 4;
  private static final int UNANSWERED = 4;
  private static final int PATTERNS = COMMANDED + ROOMS + ANSWERED + UNANSWERED;
  private static final int GROUP = 40;

  @Override
  public String name() {
    return "handover";
  }

  @Override
  public List<Figure> measure(Ground ground, boolean shortened) {
    try (House house = ground.house(Map.of())) {
      bringAbout(new Rooms(house, ground.keycloak()));
      house.awaitRest();
      new Copies(house.books()).upTo(10_000 / PATTERNS);
      var handovers = new Handovers(ground, house);
      handovers.make(GROUP);
      handovers.forget();
      for (int groups = shortened ? 1 : 4; groups > 0; groups--) {
        handovers.make(GROUP);
      }

      return List.of(
          Figure.atMost(
              name(),
              "accepting with 10,000 open, p99",
              handovers.accepts.getValueAtPercentile(99),
              50),
          Figure.fact(name(), "the same, all of it", Figure.spread(handovers.accepts)),
          Figure.fact(name(), "asking with 10,000 open", Figure.spread(handovers.asks)),
          Figure.fact(name(), "resident memory after it", house.memory()));
    }
  }

  private static void bringAbout(Rooms rooms) {
    rooms.commandedBy("aoi", COMMANDED, "commanded");
    rooms.open(ROOMS, "open");
    rooms.answered(ANSWERED, "answered");
    rooms.declared(UNANSWERED, "unanswered");
  }

  /** Handovers from one commander to another, each of another incident. */
  private static final class Handovers {
    private static final String READ_BACK =
        "{\"objective\":\"利用者への影響を止める\",\"openWork\":0,"
            + "\"nextAnnouncement\":\"約束したお知らせはありません\",\"risk\":\"原因がまだわかっていません\"}";

    private final Ground ground;
    private final House house;
    private final List<String> seats;
    private final ConcurrentHistogram asks = new ConcurrentHistogram(3);
    private final ConcurrentHistogram accepts = new ConcurrentHistogram(3);

    Handovers(Ground ground, House house) {
      this.ground = ground;
      this.house = house;
      seats =
          new ArrayList<>(
              house
                  .books()
                  .query(
                      "select incident from incidents.command_seat"
                          + " where holder = 'aoi' and standing = 'HELD' order by incident",
                      row -> row.getString(1)));
      Collections.shuffle(seats, new Random(GROUP));
    }

    void make(int count) {
      List<String> these = seats.subList(0, count);
      each(
          these,
          ASKED_PER_SECOND,
          "aoi",
          "handover",
          "{\"successor\":\"sakura\",\"reason\":\"FATIGUE\"}",
          asks);
      house.awaitRest();
      each(these, ACCEPTED_PER_SECOND, "sakura", "handover/accept", READ_BACK, accepts);
      house.awaitRest();
      these.clear();
    }

    private void each(
        List<String> incidents,
        int perSecond,
        String by,
        String act,
        String body,
        ConcurrentHistogram micros) {
      Person person = Person.withToken(house.honbu(), ground.keycloak(), by);
      new OpenLoop<>(
              perSecond,
              8,
              () -> () -> {},
              (OpenLoop.Line nothing, int number, long due) -> {
                Answer answer =
                    person.post("/api/v1/incidents/" + incidents.get(number) + "/" + act, body);
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
                Rooms.done(answer);
              })
          .run(Duration.ofMillis(1_000L * incidents.size() / perSecond));
    }

    /** What so far was only to warm up. */
    void forget() {
      asks.reset();
      accepts.reset();
    }
  }
}
