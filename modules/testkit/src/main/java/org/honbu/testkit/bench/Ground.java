package org.honbu.testkit.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.honbu.testkit.server.HonbuServer;
import org.honbu.testkit.server.KeycloakServer;
import org.honbu.testkit.server.MailProvider;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.Ports;
import org.honbu.testkit.server.PostgresServer;
import org.honbu.testkit.server.SqlLog;
import org.honbu.testkit.server.TestPlatform;

/**
 * What all parts stand on: one Keycloak, one PostgreSQL that really writes to the disk, one port.
 */
final class Ground implements AutoCloseable {
  /** A commit is on the disk before anybody hears of it, on both sides of every ratio. */
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private final PrintStream out;
  private final int port = Ports.free();
  private final PostgresServer postgres;
  private final KeycloakServer keycloak;
  private final List<Duration> boots = new ArrayList<>();

  /**
   * @param out where parts that take minutes say how far they are
   */
  Ground(Path log, PrintStream out) {
    this.out = out;
    postgres = PostgresServer.start(logged(log));
    keycloak = KeycloakServer.start(URI.create("http://localhost:" + port));
  }

  /** Durable, and with a log that {@link SqlLog} can read in that folder. */
  static Map<String, String> logged(Path folder) {
    var settings = new HashMap<>(DURABLE);
    settings.putAll(SqlLog.settings(folder));
    return settings;
  }

  /**
   * A fresh Honbu on a fresh database, with a mail provider of ours.
   *
   * @param more environment variables that this part needs
   */
  House house(Map<String, String> more) {
    var mail = MailProvider.start();
    PostgresServer.Database database = postgres.newDatabase();
    var environment = new HashMap<>(database.environment());
    environment.putAll(mail.environment());
    environment.putAll(more);
    // As people start it: nothing said means what is preset, not what suits tests.
    environment.put(
        "HONBU_JAVA_OPTS", Objects.requireNonNullElse(System.getenv("HONBU_JAVA_OPTS"), ""));
    long began = System.nanoTime();
    HonbuServer honbu = HonbuServer.start(port, keycloak, environment, TestPlatform.shippedEar());
    boots.add(Duration.ofNanos(System.nanoTime() - began));
    var house = new House(honbu, new Books(database), mail);
    house.awaitPeople(Person.withToken(honbu, keycloak, "aoi"));
    return house;
  }

  /** Says at once what a part found out so far, which a run that is cut off would lose. */
  void sofar(String found) {
    out.println("    " + found);
  }

  int port() {
    return port;
  }

  KeycloakServer keycloak() {
    return keycloak;
  }

  /** How long each house so far took from its process' start until it said that it was ready. */
  List<Duration> boots() {
    return List.copyOf(boots);
  }

  @Override
  public void close() {
    keycloak.close();
    postgres.close();
  }
}
