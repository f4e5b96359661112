package org.honbu.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Slack of the outside world, written from its documentation: the methods of its Web API that Honbu
 * calls, in JSON and as forms, their refusals and limits, {@code response_url}s, and Socket Mode.
 * It keeps a ledger of everything it was asked.
 */
public final class FakeSlack implements AutoCloseable {
  public static final String BOT_TOKEN = "xoxb-fake-bot-token";
  public static final String APP_TOKEN = "xapp-fake-app-token";
  public static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  /** Methods that only read take forms alone. */
  private static final Set<String> FORMS_ONLY =
      Set.of("users.info", "users.lookupByEmail", "conversations.list");

  private static final String API = "/api/";
  private static final String HOOKS = "/hooks/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(FakeSlack::daemon);
  private final Workspace workspace = new Workspace();
  private final SocketSide socket = new SocketSide();
  private final List<Call> ledger = new CopyOnWriteArrayList<>();
  private final List<Answer> answers = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> tooMany = new ConcurrentHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private volatile boolean broken;

  private FakeSlack(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * One request that was made.
   *
   * @param contentType without its parameters
   * @param outcome {@code ok}, or the error it was refused with
   */
  public record Call(String method, String contentType, JsonObject arguments, String outcome) {}

  /** What somebody was answered through a {@code response_url}. */
  public record Answer(String to, JsonObject body) {}

  /** A channel as people see it. */
  public record Channel(
      String id,
      String name,
      String topic,
      boolean archived,
      Set<String> members,
      List<Message> messages) {}

  /**
   * A message as people see it.
   *
   * @param edits how often it was edited
   * @param thread the message it answers in the thread of; empty in the channel itself
   * @param alsoInChannel whether an answer stands in the channel, too
   */
  public record Message(
      String ts, String text, JsonArray blocks, int edits, String thread, boolean alsoInChannel) {
    /** An edit leaves a message where it is. */
    Message inThreadOf(Message before) {
      return new Message(ts, text, blocks, edits, before.thread(), before.alsoInChannel());
    }

    /** The {@code action_id}s of its buttons. */
    public List<String> buttons() {
      return blocks.stream()
          .map(block -> block.asJsonObject().getJsonArray("elements"))
          .filter(java.util.Objects::nonNull)
          .flatMap(elements -> elements.stream())
          .map(element -> element.asJsonObject().getString("action_id", ""))
          .filter(id -> !id.isEmpty())
          .toList();
    }
  }

  public static FakeSlack start() {
    try {
      return new FakeSlack(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its Web API is. */
  public URI api() {
    return at(API);
  }

  /** What a server has to be told to use it, by its web hooks. */
  public Map<String, String> environment() {
    return Map.of(
        "HONBU_SLACK_BOT_TOKEN", BOT_TOKEN,
        "HONBU_SLACK_SIGNING_SECRET", SIGNING_SECRET,
        "HONBU_SLACK_URL", api().toString());
  }

  /** Somebody of the workspace joins it. */
  public void member(String id, String email, String locale) {
    workspace.add(new Workspace.Member(id, Workspace.TEAM, email, locale, true));
  }

  /** Somebody whose address nobody has confirmed. */
  public void unconfirmed(String id, String email) {
    workspace.add(new Workspace.Member(id, Workspace.TEAM, email, "en-US", false));
  }

  /** Somebody of another workspace, through a shared channel. */
  public void stranger(String id, String email) {
    workspace.add(new Workspace.Member(id, "T0OTHER", email, "en-US", true));
  }

  /** A channel that people made; answers its id. */
  public String channel(String name) {
    return workspace.channel(name);
  }

  /** Somebody of the workspace joins a channel by themselves. */
  public void joins(String channel, String user) {
    workspace.joins(channel, user);
  }

  public List<Channel> channels() {
    return workspace.channels();
  }

  /** The channel whose name is or begins so. */
  public Optional<Channel> channelNamed(String begin) {
    return channels().stream().filter(channel -> channel.name().startsWith(begin)).findFirst();
  }

  /** What stands in somebody's direct messages with the app, oldest first. */
  public List<Message> directlyTo(String user) {
    return channels().stream()
        .filter(channel -> channel.name().equals(Workspace.DIRECT + user))
        .flatMap(channel -> channel.messages().stream())
        .toList();
  }

  /** In the order in which they came. */
  public List<Call> ledger() {
    return List.copyOf(ledger);
  }

  public List<Call> calls(String method) {
    return ledger.stream().filter(call -> call.method().equals(method)).toList();
  }

  /** Everything that was said through a {@code response_url}, oldest first. */
  public List<Answer> answers() {
    return List.copyOf(answers);
  }

  /** The next call of this method is one too many. */
  public void tooMany(String method, int retryAfterSeconds) {
    tooMany.put(method, retryAfterSeconds);
  }

  /** From now on every call of the method is refused so. */
  public void refuses(String method, String error) {
    refusals.put(method, error);
  }

  /** What was said to one person alone in a channel, oldest first. */
  public List<String> asides(String user) {
    return calls("chat.postEphemeral").stream()
        .filter(call -> call.outcome().equals("ok"))
        .filter(call -> call.arguments().getString("user").equals(user))
        .map(call -> call.arguments().getString("text"))
        .toList();
  }

  /** From now on it answers 503, or again as it should. */
  public void breaks(boolean now) {
    broken = now;
  }

  /** An address at which a person can be answered, as commands and buttons carry it. */
  public URI responseUrl(String to) {
    return at(HOOKS + to);
  }

  /** The other end of Socket Mode. */
  public SocketSide socket() {
    return socket;
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (broken) {
        send(exchange, 503, "text/plain", "service unavailable");
      } else if (path.startsWith(HOOKS)) {
        answers.add(new Answer(path.substring(HOOKS.length()), json(body)));
        send(exchange, 200, "text/plain", "ok");
      } else if (path.startsWith(API)) {
        method(exchange, path.substring(API.length()), body);
      } else {
        send(exchange, 404, "text/plain", "no such page");
      }
    }
  }

  private void method(HttpExchange exchange, String method, byte[] body) throws IOException {
    String type = type(exchange);
    @Nullable Integer after = tooMany.remove(method);
    if (after != null) {
      ledger.add(new Call(method, type, JsonObject.EMPTY_JSON_OBJECT, "ratelimited"));
      exchange.getResponseHeaders().set("Retry-After", String.valueOf(after));
      send(exchange, 429, "application/json", Workspace.refused("ratelimited").toString());
      return;
    }
    JsonObject arguments;
    JsonObject reply;
    try {
      arguments = type.equals("application/json") ? json(body) : form(body);
      reply = reply(exchange, method, type, arguments);
    } catch (JsonException unreadable) {
      arguments = JsonObject.EMPTY_JSON_OBJECT;
      reply = Workspace.refused("invalid_json");
    }
    String outcome = reply.getBoolean("ok") ? "ok" : reply.getString("error");
    ledger.add(new Call(method, type, arguments, outcome));
    send(exchange, 200, "application/json", reply.toString());
  }

  private JsonObject reply(
      HttpExchange exchange, String method, String type, JsonObject arguments) {
    @Nullable String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null) {
      return Workspace.refused("not_authed");
    }
    boolean isConnecting = method.equals("apps.connections.open");
    if (!authorization.equals("Bearer " + (isConnecting ? APP_TOKEN : BOT_TOKEN))) {
      return Workspace.refused("invalid_auth");
    }
    if (FORMS_ONLY.contains(method) && type.equals("application/json")) {
      return Workspace.refused("invalid_arguments");
    }
    @Nullable String refusal = refusals.get(method);
    if (refusal != null) {
      return Workspace.refused(refusal);
    }
    return isConnecting
        ? Json.createObjectBuilder().add("ok", true).add("url", socket.url().toString()).build()
        : workspace.answer(method, arguments);
  }

  private static String type(HttpExchange exchange) {
    @Nullable String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip();
  }

  private static JsonObject json(byte[] body) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    }
  }

  /** Fields that look like JSON arrays are read as such, as Slack does with {@code blocks}. */
  private static JsonObject form(byte[] body) {
    var builder = Json.createObjectBuilder();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        if (name.equals("blocks")) {
          try (JsonReader reader = Json.createReader(new StringReader(value))) {
            builder.add(name, reader.readArray());
          }
        } else {
          builder.add(name, value);
        }
      }
    }
    return builder.build();
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "fake-slack");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    socket.close();
  }
}
