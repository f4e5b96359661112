package org.honbu.testkit.server;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.honbu.testkit.door.MovableClock;
import org.jspecify.annotations.Nullable;

/**
 * The servers one test run shares: started when the first test needs them, stopped after the last.
 *
 * <p>The database is H2 unless the build says {@code -Dhonbu.test.database=postgresql}.
 */
public final class TestPlatform {
  /**
   * A test waits for the next reading of the directory whenever it gives or takes a role, or lets
   * hours pass that make the copy too old to trust; of the usual 20 s it would wait ten each time.
   */
  private static final Map<String, String> SOON_READ_AGAIN = Map.of("HONBU_PEOPLE_REFRESH", "PT4S");

  private static final int HONBU_PORT = Ports.free();
  private static @Nullable KeycloakServer keycloak;
  private static @Nullable PostgresServer postgres;
  private static @Nullable Path sqlLog;
  private static @Nullable HonbuServer honbu;
  private static PostgresServer.@Nullable Database database;

  private TestPlatform() {}

  public static boolean onPostgres() {
    return "postgresql".equals(System.getProperty("honbu.test.database"));
  }

  public static synchronized KeycloakServer keycloak() {
    if (keycloak == null) {
      keycloak = KeycloakServer.start(URI.create("http://localhost:" + HONBU_PORT));
    }
    return keycloak;
  }

  public static synchronized PostgresServer postgres() {
    if (postgres == null) {
      sqlLog = Place.fresh("postgres-log");
      postgres = PostgresServer.start(SqlLog.settings(sqlLog));
    }
    return postgres;
  }

  /** The shared Honbu: the shipped EAR plus the test door. */
  public static synchronized HonbuServer honbu() {
    if (honbu == null) {
      if (onPostgres()) {
        database = postgres().newDatabase();
      }
      var environment = new HashMap<>(SOON_READ_AGAIN);
      database().map(PostgresServer.Database::environment).ifPresent(environment::putAll);
      environment.put("HONBU_ROOM_COPY", roomCopies().toString());
      environment.put("HONBU_ROOM_COPY_EVERY", "PT10S");
      honbu = HonbuServer.start(HONBU_PORT, keycloak(), environment, TestDoor.addedTo(Place.EAR));
      untilPeopleAreKnown(Person.withToken(honbu, keycloak(), "aoi"));
    }
    return honbu;
  }

  /** The second place into which the shared Honbu copies its rooms. */
  public static Path roomCopies() {
    return Path.of("target", "room-copies").toAbsolutePath();
  }

  /** The shared Honbu dies and starts again; for the tests' clock no time is lost. */
  public static void honbuDies() {
    honbuDies(Map.of());
  }

  /** As {@link #honbuDies()}; the start after it is told more by its environment. */
  public static void honbuDies(Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.put(MovableClock.AHEAD, TestDoor.ahead().toString());
    honbu().kill();
    honbu().startAgain(environment);
    untilPeopleAreKnown(withToken("aoi"));
  }

  /**
   * Another server beside the shared one, with a database of its own and nothing deployed to it;
   * whoever asks for it closes it.
   */
  public static HonbuServer emptyServer() {
    Map<String, String> environment =
        onPostgres() ? postgres().newDatabase().environment() : Map.of();
    return HonbuServer.startEmpty(Ports.free(), keycloak(), environment);
  }

  /** The directory is read in the background; a ready server may not know anybody yet. */
  private static void untilPeopleAreKnown(Person person) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> person.get("/api/v1/people/me").status() == 200);
  }

  /** The shared Honbu's PostgreSQL database; empty on H2, which nobody can look into. */
  public static synchronized Optional<PostgresServer.Database> database() {
    return Optional.ofNullable(database);
  }

  /** What the shared Honbu asks of its database; empty on H2, which tells nobody. */
  public static synchronized Optional<SqlLog> sqlLog() {
    Path folder = sqlLog;
    return folder == null ? Optional.empty() : database().map(asked -> new SqlLog(asked, folder));
  }

  /**
   * A Honbu of the test's own, exactly as it ships: to be killed, and closed by the test.
   *
   * @param environment its database and whatever else it shall be told
   */
  public static HonbuServer ownHonbu(Map<String, String> environment) {
    return HonbuServer.start(Ports.free(), keycloak(), environment, Place.EAR);
  }

  /** As {@link #ownHonbu}, on H2 in memory and with a clock that the test may move. */
  public static HonbuServer ownHonbuWithTestDoor(Map<String, String> environment) {
    var all = new HashMap<>(SOON_READ_AGAIN);
    all.putAll(environment);
    return HonbuServer.start(Ports.free(), keycloak(), all, TestDoor.addedTo(Place.EAR));
  }

  /** The EAR as it ships. */
  public static Path shippedEar() {
    return Place.EAR;
  }

  /** A person's Tasklist session on the shared servers. */
  public static Person inTasklist(String person) {
    return Person.inTasklist(honbu(), person);
  }

  /** A person's bearer token on the shared servers. */
  public static Person withToken(String person) {
    return Person.withToken(honbu(), keycloak(), person);
  }

  static synchronized void stop() {
    if (honbu != null) {
      honbu.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
