package org.honbu.app.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * HND-1, by force: whatever people, minutes and crashes do, each open room has exactly one
 * commander at every instant, and the audit trail says the same afterwards.
 *
 * <p>Acts are drawn by chance and done up to five at a time, through both doors, while a {@link
 * Watch} looks at every seat as fast as it can. Refusals are part of the game; a 5xx is not, except
 * while the server is dying. A run tells its seed; {@code -Dhonbu.seed=…} plays it again. Steps are
 * few in every build and ten thousand in the trials.
 */
@CleanSlate(eachTime = true)
@Tag("postgresql")
class OneCommanderIT {
  private static final List<String> COMMANDERS = List.of("aoi", "sakura", "grace");
  private static final List<String> NAMES =
      Stream.concat(COMMANDERS.stream(), Stream.of("misaki", "itsuki", "ken", "emma", "takumi"))
          .toList();
  private static final int ROOMS = 3;
  private static final JsonObject NOTHING = Json.createObjectBuilder().build();
  private static final JsonObject BECAUSE =
      Json.createObjectBuilder().add("reason", "Nobody hears the commander").build();
  private static final JsonObject READ =
      Json.createObjectBuilder()
          .add("objective", "Stop the loss")
          .add("openWork", 0)
          .add("nextAnnouncement", "-")
          .add("risk", "It spreads")
          .build();

  private final long seed = Long.getLong("honbu.seed", new Random().nextLong());
  private final Random chance = new Random(seed);
  private final Map<String, Person> byRest = new TreeMap<>();
  private final Map<String, Person> inTasklist = new TreeMap<>();
  private final List<Room> rooms = new ArrayList<>();
  private final Map<String, Integer> done = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();

  /** Something somebody tries. */
  private record Try(String name, Attempt attempt) {
    interface Attempt {
      /** The answer's status, 0 where there is none to judge. */
      int run();
    }
  }

  @Test
  void everyOpenRoomHasExactlyOneCommanderAtEveryInstant() throws Exception {
    int steps = Integer.getInteger("honbu.seat-steps", 300);
    everybodySignsIn();
    ExecutorService hands = Executors.newFixedThreadPool(5);
    var database = TestPlatform.database().orElseThrow();
    try (Watch watch = Watch.on(database)) {
      for (int step = 0, crash = steps / 3; step < steps; ) {
        openRooms();
        List<Try> together = draw(1 + chance.nextInt(5));
        runAll(hands, together);
        step += together.size();
        if (step > crash) {
          dies();
          crash += Math.max(steps / 3, 1500);
        }
        assertThat(watch.wrong()).as("seed %d, step %d", seed, step).isEmpty();
        assertThat(broken).as("seed %d, step %d", seed, step).isEmpty();
      }
      System.out.println(
          "OneCommanderIT seed " + seed + ": " + done + ", looked " + watch.looks() + " times");
    } finally {
      hands.shutdownNow();
    }

    var trail = new Trail(database);
    assertThat(trail.gaps()).as("seed %d: intervals meet", seed).isEmpty();
    assertThat(trail.beginnings()).as("seed %d: from the room's opening", seed).isEmpty();
    assertThat(trail.untold()).as("seed %d: the timeline tells each", seed).isEmpty();
    assertThat(trail.leftOver()).as("seed %d: nobody commands a closed room", seed).isEmpty();
    assertThat(trail.changes()).as("command did move").isGreaterThan(steps / 50);
  }

  /** A second open interval, put in behind everybody's back. */
  @Test
  void theWatchSeesASecondCommander() throws Exception {
    var database = TestPlatform.database().orElseThrow();
    Room room = Room.openedBy(TestPlatform.withToken("misaki"));
    try (Watch watch = Watch.on(database);
        Connection connection = database.source().getConnection();
        PreparedStatement second =
            connection.prepareStatement(
                "insert into incidents.command_interval"
                    + " (id, incident, epoch, holder, standing, unqualified, began_at)"
                    + " values (gen_random_uuid(), ?, 99, 'emma', 'HELD', false, now())")) {
      await().until(() -> watch.looks() > 3);
      assertThat(watch.wrong()).isEmpty();
      second.setString(1, room.incident());
      second.executeUpdate();

      await()
          .untilAsserted(
              () -> assertThat(watch.wrong()).anyMatch(row -> row.contains(room.incident())));
    }
  }

  private void everybodySignsIn() {
    for (String name : NAMES) {
      byRest.put(name, TestPlatform.withToken(name));
      inTasklist.put(name, TestPlatform.inTasklist(name));
    }
  }

  private void openRooms() {
    while (rooms.size() < ROOMS) {
      rooms.add(Room.openedBy(rest("misaki")));
    }
  }

  private List<Try> draw(int how) {
    List<Try> tries = new ArrayList<>();
    for (int i = 0; i < how; i++) {
      tries.add(draw());
    }
    return tries;
  }

  /** Mostly by whoever commands or was asked, else nearly everything would be refused. */
  private Try draw() {
    Room room = rooms.get(chance.nextInt(rooms.size()));
    String name = anyName();
    return switch (chance.nextInt(20)) {
      case 0, 1, 2 -> act("takes", rest(name), room, "command", NOTHING);
      case 3, 4, 5 -> claim(room, name);
      case 6, 7, 8 -> act("offers", someoneOf(room.holder(), name), room, "handover", offer());
      case 9, 10, 11, 12 ->
          act("accepts", someoneOf(room.asked(), name), room, "handover/accept", READ);
      case 13 -> act("declines", someoneOf(room.asked(), name), room, "handover/decline", NOTHING);
      case 14, 15 -> act("takes over", rest(name), room, "handover/take", BECAUSE);
      case 16 ->
          chance.nextBoolean()
              ? act("objects", rest(room.holder()), room, "handover/still-in-command", NOTHING)
              : act("escalates", rest(name), room, "escalate", NOTHING);
      case 17 ->
          chance.nextInt(3) == 0
              ? act("withdraws", rest(room.holder()), room, "handover/withdraw", NOTHING)
              : minutes(1);
      case 18 -> minutes(1 + chance.nextInt(6));
      default -> chance.nextInt(6) == 0 ? end(room, rest(name)) : minutes(1);
    };
  }

  private Try claim(Room room, String name) {
    Person person = inTasklist.getOrDefault(name, rest(name));
    return new Try(
        "claims",
        () -> {
          room.claimed(person);
          return 0;
        });
  }

  private static Try act(String name, Person person, Room room, String act, JsonObject words) {
    return new Try(name, () -> room.said(person, act, words).status());
  }

  private JsonObject offer() {
    var words = Json.createObjectBuilder().add("reason", "FATIGUE").add("words", "Long day");
    // Sometimes nobody is named: then everybody qualified is asked.
    String successor = chance.nextInt(4) == 0 ? anyName() : COMMANDERS.get(chance.nextInt(3));
    return (chance.nextInt(4) == 0 ? words : words.add("successor", successor)).build();
  }

  private Person someoneOf(String right, String any) {
    return rest(right.isEmpty() || chance.nextInt(4) == 0 ? any : right);
  }

  private static Try minutes(int minutes) {
    return new Try(
        "minutes pass",
        () -> {
          TestDoor.timePasses(Duration.ofMinutes(minutes));
          return 0;
        });
  }

  private Try end(Room room, Person person) {
    rooms.remove(room);
    return new Try(
        "ends",
        () -> {
          for (Person commander : byRest.values()) {
            room.ended(commander, person);
          }
          return 0;
        });
  }

  private void runAll(ExecutorService hands, List<Try> together) throws Exception {
    List<Future<Integer>> running = new ArrayList<>();
    for (Try one : together) {
      running.add(hands.submit(() -> one.attempt().run()));
    }
    for (int i = 0; i < running.size(); i++) {
      String name = together.get(i).name();
      int status = running.get(i).get(120, TimeUnit.SECONDS);
      done.merge(name + (status == 0 ? "" : " " + status), 1, Integer::sum);
      if (status >= 500) {
        broken.add(name + " " + status);
      }
    }
  }

  /** The server is killed and comes back; nobody signs in anew, and time goes on where it was. */
  private void dies() {
    TestPlatform.honbuDies();
    NAMES.forEach(name -> inTasklist.put(name, TestPlatform.inTasklist(name)));
    done.merge("kill -9", 1, Integer::sum);
  }

  private String anyName() {
    return NAMES.get(chance.nextInt(NAMES.size()));
  }

  private Person rest(String name) {
    return byRest.getOrDefault(name, Person.anonymous(TestPlatform.honbu()));
  }
}
