package org.honbu.people.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays the part of Keycloak's admin REST that the directory reads, as Keycloak answers it: direct
 * holders only, pages of at most 100, children of a group one level down.
 */
final class FakeKeycloak implements AutoCloseable {
  static {
    // Without it each answer waits 40 ms for a TCP acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final Map<String, User> users = new LinkedHashMap<>();
  private final Map<String, Set<String>> composites = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean broken;

  private static final class User {
    private final JsonObjectBuilder json;
    private final Set<String> roles;

    private User(JsonObjectBuilder json, Set<String> roles) {
      this.json = json;
      this.roles = roles;
    }
  }

  private static final class Group {
    private final Set<String> roles = new LinkedHashSet<>();
    private final List<String> children = new ArrayList<>();
    private final List<String> members = new ArrayList<>();
  }

  FakeKeycloak() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int calls() {
    return calls.get();
  }

  /** Answers everything with 503 until mended. */
  void breakDown() {
    broken = true;
  }

  void mend() {
    broken = false;
  }

  FakeKeycloak role(String name, String... contains) {
    composites.put(name, new LinkedHashSet<>(List.of(contains)));
    return this;
  }

  FakeKeycloak user(String name, String... roles) {
    return user(name, true, roles);
  }

  FakeKeycloak disabledUser(String name, String... roles) {
    return user(name, false, roles);
  }

  private FakeKeycloak user(String name, boolean enabled, String... roles) {
    users.put(
        name,
        new User(
            Json.createObjectBuilder()
                .add("id", "id-" + name)
                .add("username", name)
                .add("enabled", enabled)
                .add("firstName", "美咲")
                .add("lastName", "佐藤")
                .add("email", name + "@honbu.example")
                .add(
                    "attributes",
                    Json.createObjectBuilder()
                        .add("nameEn", Json.createArrayBuilder().add("Misaki Sato"))),
            new LinkedHashSet<>(List.of(roles))));
    return this;
  }

  FakeKeycloak take(String user, String role) {
    user(user).roles.remove(role);
    return this;
  }

  FakeKeycloak give(String user, String role) {
    user(user).roles.add(role);
    return this;
  }

  FakeKeycloak withoutEmail(String user) {
    user(user).json.remove("email");
    return this;
  }

  private User user(String name) {
    return java.util.Objects.requireNonNull(users.get(name), name);
  }

  /** A group below another; an empty parent puts it on top. */
  FakeKeycloak group(String name, String parent, List<String> roles, String... members) {
    Group group = new Group();
    group.roles.addAll(roles);
    group.members.addAll(List.of(members));
    groups.put(name, group);
    if (!parent.isEmpty()) {
      groupNamed(parent).children.add(name);
    }
    return this;
  }

  private Group groupNamed(String name) {
    return java.util.Objects.requireNonNull(groups.get(name), name);
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    String path = exchange.getRequestURI().getRawPath();
    if (broken) {
      send(exchange, 503, "down");
    } else if (path.equals("/realms/honbu/protocol/openid-connect/token")) {
      signIn(exchange);
    } else if (!"Bearer good".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, "{}");
    } else {
      send(exchange, 200, list(exchange).build().toString());
    }
  }

  private static void signIn(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean right =
        form.contains("client_secret=s%26cret") && form.contains("client_id=honbu-directory");
    send(exchange, right ? 200 : 401, right ? "{\"access_token\":\"good\"}" : "{}");
  }

  private JsonArrayBuilder list(HttpExchange exchange) {
    String[] parts = exchange.getRequestURI().getRawPath().split("/", -1);
    String what = parts[4];
    String which = parts.length > 5 ? decode(parts[5]) : "";
    String of = parts.length > 6 ? parts[6] : "";
    if (what.equals("roles-by-id")) {
      return array(parts(which.substring("role ".length())).stream().map(this::role));
    }
    Stream<JsonObjectBuilder> all =
        switch (what + "/" + of) {
          case "roles/" -> composites.keySet().stream().map(this::role);
          case "roles/users" ->
              users.values().stream()
                  .filter(user -> user.roles.contains(which))
                  .map(user -> copy(user.json));
          case "roles/groups" ->
              groups.entrySet().stream()
                  .filter(group -> group.getValue().roles.contains(which))
                  .map(group -> group(group.getKey()));
          case "groups/members" ->
              groupNamed(which).members.stream().map(name -> copy(user(name).json));
          case "groups/children" -> groupNamed(which).children.stream().map(this::group);
          default -> throw new IllegalArgumentException(exchange.getRequestURI().toString());
        };
    Map<String, String> query = query(exchange.getRequestURI());
    return array(
        all.skip(Long.parseLong(query.getOrDefault("first", "0")))
            .limit(Math.min(100, Long.parseLong(query.getOrDefault("max", "100")))));
  }

  private Set<String> parts(String role) {
    return composites.getOrDefault(role, Set.of());
  }

  private JsonObjectBuilder role(String name) {
    return Json.createObjectBuilder()
        .add("id", "role " + name)
        .add("name", name)
        .add("composite", !parts(name).isEmpty());
  }

  private JsonObjectBuilder group(String name) {
    return Json.createObjectBuilder().add("id", name).add("name", name);
  }

  /** A builder empties itself when it builds. */
  private static JsonObjectBuilder copy(JsonObjectBuilder builder) {
    var built = builder.build();
    builder.addAll(Json.createObjectBuilder(built));
    return Json.createObjectBuilder(built);
  }

  private static JsonArrayBuilder array(Stream<JsonObjectBuilder> entries) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    entries.forEach(array::add);
    return array;
  }

  private static Map<String, String> query(URI uri) {
    String query = uri.getRawQuery();
    return query == null
        ? Map.of()
        : Stream.of(query.split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[1])));
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
