package org.honbu.testkit.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak with the shipped realm, and on top of it the client {@code honbu-tests}, which
 * alone may exchange a password for a token.
 */
public final class KeycloakServer implements AutoCloseable {
  /** Of every person of the realm, a demo secret. */
  public static final String PASSWORD = "honbu";

  private static final String TEST_CLIENT = "honbu-tests";

  private final Path folder;
  private final Map<String, String> environment;
  private final int management;
  private final URI url;
  private ServerProcess process;
  private String adminToken = "";
  private long adminTokenUntil = System.nanoTime();

  private KeycloakServer(Path folder, Map<String, String> environment, int port, int management) {
    this.folder = folder;
    this.environment = environment;
    this.management = management;
    this.url = URI.create("http://localhost:" + port);
    this.process = boot();
  }

  /**
   * Starts it with an empty database.
   *
   * @param honbu origin of the Honbu that people will sign in to
   */
  public static KeycloakServer start(URI honbu) {
    int port = Ports.free();
    int management = Ports.free();
    var environment =
        Map.of(
            "HONBU_KEYCLOAK_PORT", String.valueOf(port),
            "HONBU_KEYCLOAK_MANAGEMENT_PORT", String.valueOf(management),
            "HONBU_PUBLIC_URL", honbu.toString());
    KeycloakServer keycloak =
        new KeycloakServer(Place.fresh("keycloak-" + port), environment, port, management);
    keycloak.addTestClient();
    keycloak.hashPasswordsCheaply();
    return keycloak;
  }

  private ServerProcess boot() {
    ServerProcess started =
        ServerProcess.start(
            folder.resolve("keycloak.log"),
            environment,
            List.of(
                Place.script("run-keycloak").toString(),
                Place.KEYCLOAK.toString(),
                folder.toString()));
    started.awaitReady(URI.create("http://localhost:" + management + "/health/ready"));
    return started;
  }

  public URI url() {
    return url;
  }

  /** A bearer token of this person, as a script of theirs would have one. */
  public String tokenOf(String person) {
    return token(
        "honbu",
        Map.of(
            "grant_type", "password",
            "client_id", TEST_CLIENT,
            "username", person,
            "password", PASSWORD));
  }

  /** Somebody new with these roles; Honbu knows them within 20 s. */
  public void addPerson(String person, String... roles) {
    JsonObject user =
        Json.createObjectBuilder()
            .add("username", person)
            .add("enabled", true)
            .add("emailVerified", true)
            .add("email", person + "@example.com")
            .add("firstName", person)
            .add("lastName", "Test")
            .add(
                "credentials",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("type", "password")
                            .add("value", PASSWORD)
                            .add("temporary", false)))
            .build();
    accepted(admin("POST", "users", user.toString()));
    for (String role : roles) {
      giveRole(person, role);
    }
  }

  /** Takes somebody out of the realm. */
  public void removePerson(String person) {
    accepted(admin("DELETE", "users/" + idOf(person), ""));
  }

  public void takeRole(String person, String role) {
    changeRole("DELETE", person, role);
  }

  public void giveRole(String person, String role) {
    changeRole("POST", person, role);
  }

  private void changeRole(String method, String person, String role) {
    JsonObject theRole = admin("GET", "roles/" + role, "").object();
    String body = Json.createArrayBuilder().add(theRole).build().toString();
    accepted(admin(method, "users/" + idOf(person) + "/role-mappings/realm", body));
  }

  public void setEnabled(String person, boolean enabled) {
    JsonObject user = admin("GET", "users/" + idOf(person), "").object();
    String body = Json.createObjectBuilder(user).add("enabled", enabled).build().toString();
    accepted(admin("PUT", "users/" + idOf(person), body));
  }

  private String idOf(String person) {
    return admin("GET", "users?exact=true&username=" + person, "")
        .json()
        .asJsonArray()
        .getJsonObject(0)
        .getString("id");
  }

  private void addTestClient() {
    JsonObject audience =
        Json.createObjectBuilder()
            .add("name", "for honbu-web")
            .add("protocol", "openid-connect")
            .add("protocolMapper", "oidc-audience-mapper")
            .add(
                "config",
                Json.createObjectBuilder()
                    .add("included.client.audience", "honbu-web")
                    .add("access.token.claim", "true"))
            .build();
    JsonObject client =
        Json.createObjectBuilder()
            .add("clientId", TEST_CLIENT)
            .add("publicClient", true)
            .add("standardFlowEnabled", false)
            .add("directAccessGrantsEnabled", true)
            .add("attributes", Json.createObjectBuilder().add("access.token.lifespan", "3600"))
            .add("protocolMappers", Json.createArrayBuilder().add(audience))
            .build();
    accepted(admin("POST", "clients", client.toString()));
  }

  /** Dozens of logins at once shall not wait for what makes a stolen password table useless. */
  private void hashPasswordsCheaply() {
    accepted(
        admin(
            "PUT",
            "",
            "{\"passwordPolicy\":\"hashAlgorithm(pbkdf2-sha256) and hashIterations(1)\"}"));
  }

  private Answer admin(String method, String path, String body) {
    return new Http()
        .send(
            method,
            url.resolve("/admin/realms/honbu" + (path.isEmpty() ? "" : "/" + path)),
            "application/json",
            body,
            Map.of("Authorization", "Bearer " + adminToken()));
  }

  /** Keycloak's own lives for a minute. */
  private synchronized String adminToken() {
    if (System.nanoTime() - adminTokenUntil > 0) {
      adminToken =
          token(
              "master",
              Map.of(
                  "grant_type", "password",
                  "client_id", "admin-cli",
                  "username", "admin",
                  "password", "admin"));
      adminTokenUntil = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    }
    return adminToken;
  }

  private String token(String realm, Map<String, String> grant) {
    Answer answer =
        new Http()
            .submit(url.resolve("/realms/" + realm + "/protocol/openid-connect/token"), grant);
    JsonValue token = answer.object().get("access_token");
    if (token == null) {
      throw new IllegalStateException("no token: " + answer);
    }
    return answer.object().getString("access_token");
  }

  private static void accepted(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException("Keycloak refused: " + answer);
    }
  }

  /** {@code kill -9}. */
  public void kill() {
    process.kill();
  }

  /** Starts it again after {@link #kill}, with everybody it knew. */
  public void startAgain() {
    process = boot();
  }

  @Override
  public void close() {
    process.stop();
  }
}
