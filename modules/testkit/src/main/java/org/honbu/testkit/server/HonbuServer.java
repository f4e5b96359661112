package org.honbu.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real WildFly with the real EAR.
 *
 * <p>It may be killed and started again as often as a test likes: ports, folder and database stay.
 */
public final class HonbuServer implements AutoCloseable {
  /** A test's server lives a minute or two: thorough compiling costs it more than it gives. */
  private static final String QUICK_TO_START =
      "-Xms256m -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private final Path folder;
  private final Map<String, String> environment;
  private final int port;
  private final int management;
  private ServerProcess process;

  private HonbuServer(Path folder, Map<String, String> environment, int port, int management) {
    this.folder = folder;
    this.environment = environment;
    this.port = port;
    this.management = management;
    this.process = boot(environment);
  }

  /**
   * Starts an EAR and waits until it says it is ready.
   *
   * @param port where it shall listen; people's logins come back there
   * @param more environment variables: a database, for instance; without one H2 in memory
   */
  public static HonbuServer start(
      int port, KeycloakServer keycloak, Map<String, String> more, Path ear) {
    Path folder = Place.fresh("honbu-" + port);
    try {
      Files.createDirectories(folder.resolve("deployments"));
      Files.copy(ear, folder.resolve("deployments/honbu.ear"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HonbuServer server = startIn(folder, port, keycloak, more);
    server.awaitHonbu();
    return server;
  }

  /** The same without an EAR, for somebody who deploys one through the management port. */
  static HonbuServer startEmpty(int port, KeycloakServer keycloak, Map<String, String> more) {
    return startIn(Place.fresh("honbu-" + port), port, keycloak, more);
  }

  private static HonbuServer startIn(
      Path folder, int port, KeycloakServer keycloak, Map<String, String> more) {
    int management = Ports.free();
    var environment = new HashMap<String, String>();
    environment.put("HONBU_JAVA_OPTS", QUICK_TO_START);
    environment.put("HONBU_HTTP_PORT", String.valueOf(port));
    environment.put("HONBU_MANAGEMENT_PORT", String.valueOf(management));
    environment.put("HONBU_PUBLIC_URL", "http://localhost:" + port);
    environment.put("HONBU_KEYCLOAK_URL", keycloak.url().toString());
    environment.put("HONBU_PEOPLE_SAMPLE_ORGANISATION", "true");
    environment.put("HONBU_ROOM_CALL", "https://meet.invalid/{incident}/{topic}");
    environment.putAll(more);
    return new HonbuServer(folder, environment, port, management);
  }

  private ServerProcess boot(Map<String, String> environment) {
    ServerProcess started =
        ServerProcess.start(
            folder.resolve("console.log"),
            environment,
            List.of(
                Place.script("run-wildfly").toString(),
                Place.WILDFLY.toString(),
                folder.toString()));
    // Did anything go wrong at the boot?
    started.awaitReady(URI.create("http://localhost:" + management + "/health/ready"));
    return started;
  }

  /** Honbu's own word. */
  private void awaitHonbu() {
    process.awaitReady(url("/ready"));
  }

  /** Address of a path that begins with a slash. */
  public URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Address on the management port: health and metrics. */
  public URI managementUrl(String path) {
    return URI.create("http://localhost:" + management + path);
  }

  public int managementPort() {
    return management;
  }

  /** Of the server's one process. */
  public long pid() {
    return process.pid();
  }

  /** {@code kill -9}. */
  public void kill() {
    process.kill();
  }

  /** Starts it again after {@link #kill}, on the same ports, folder and database. */
  public void startAgain() {
    startAgain(Map.of());
  }

  /** As {@link #startAgain()}, once with more in its environment. */
  public void startAgain(Map<String, String> more) {
    var all = new HashMap<>(environment);
    all.putAll(more);
    process = boot(all);
    awaitHonbu();
  }

  /** Everything the server has printed since its first start. */
  public String log() {
    return process.log();
  }

  @Override
  public void close() {
    process.stop();
  }
}
