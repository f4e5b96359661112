package org.honbu.testkit.slack;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The workspace behind the fake: its people, its channels, and what each method answers. */
final class Workspace {
  static final String TEAM = "T0HONBU";
  static final String BOT = "U0HONBU";

  /** Begins what direct messages are called here; they have no name in Slack. */
  static final String DIRECT = "@";

  private static final int LONGEST_TEXT = 40_000;
  private static final int LONGEST_SECTION = 3_000;
  private static final int LONGEST_LABEL = 75;
  private static final int LONGEST_TOPIC = 250;
  private static final int LONGEST_NAME = 80;

  private final Map<String, Member> people = new LinkedHashMap<>();
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private int made;
  private int messages;

  /** Somebody of the workspace, or a guest of another one. */
  record Member(String id, String team, String email, String locale, boolean confirmed) {}

  private static final class Channel {
    private final String id;
    private final String name;
    private final Set<String> members = new LinkedHashSet<>(Set.of(BOT));
    private final Map<String, FakeSlack.Message> messages = new LinkedHashMap<>();
    private String topic = "";
    private boolean archived;

    Channel(String id, String name) {
      this.id = id;
      this.name = name;
    }

    FakeSlack.Channel seen() {
      return new FakeSlack.Channel(
          id, name, topic, archived, Set.copyOf(members), List.copyOf(messages.values()));
    }
  }

  synchronized void add(Member member) {
    people.put(member.id(), member);
  }

  synchronized String channel(String name) {
    made++;
    String id = "C%07d".formatted(made);
    channels.put(id, new Channel(id, name));
    return id;
  }

  synchronized List<FakeSlack.Channel> channels() {
    return channels.values().stream().map(Channel::seen).toList();
  }

  synchronized JsonObject answer(String method, JsonObject arguments) {
    return switch (method) {
      case "auth.test" -> ok("team_id", TEAM, "user_id", BOT, "url", "https://fake.slack.com/");
      case "chat.postMessage" -> postMessage(arguments);
      case "chat.postEphemeral" -> postEphemeral(arguments);
      case "chat.update" -> update(arguments);
      case "conversations.create" -> create(arguments);
      case "conversations.list" -> list(arguments);
      case "conversations.invite" -> invite(arguments);
      case "conversations.setTopic" -> setTopic(arguments);
      case "conversations.archive" -> archive(arguments);
      case "conversations.unarchive" -> unarchive(arguments);
      case "users.lookupByEmail" -> lookupByEmail(arguments);
      case "users.info" -> info(arguments);
      default -> refused("unknown_method");
    };
  }

  /** To a person by their id opens their direct messages, which have a channel of their own. */
  private JsonObject postMessage(JsonObject arguments) {
    @Nullable Member to = people.get(arguments.getString("channel", ""));
    if (to != null) {
      Channel direct =
          channels.computeIfAbsent("D" + to.id(), id -> new Channel(id, DIRECT + to.id()));
      return said(Json.createObjectBuilder(arguments).add("channel", direct.id).build());
    }
    return said(arguments);
  }

  private JsonObject said(JsonObject arguments) {
    return open(
        arguments,
        channel -> {
          Optional<String> error = wrong(arguments);
          if (error.isPresent()) {
            return refused(error.get());
          }
          messages++;
          String ts = "1790000000.%06d".formatted(messages);
          channel.messages.put(ts, message(ts, arguments, 0));
          return ok("channel", channel.id, "ts", ts);
        });
  }

  /** Only whoever is in the channel sees it, and it stands in no history. */
  private JsonObject postEphemeral(JsonObject arguments) {
    return open(
        arguments,
        channel -> {
          String user = arguments.getString("user", "");
          if (!channel.members.contains(user)) {
            return refused("user_not_in_channel");
          }
          return wrong(arguments)
              .map(Workspace::refused)
              .orElseGet(() -> ok("message_ts", "1790000000.900000"));
        });
  }

  /** Somebody joins a channel by themselves. */
  synchronized void joins(String channel, String user) {
    find(channel).orElseThrow().members.add(user);
  }

  private JsonObject update(JsonObject arguments) {
    return open(
        arguments,
        channel -> {
          String ts = arguments.getString("ts", "");
          FakeSlack.@Nullable Message before = channel.messages.get(ts);
          if (before == null) {
            return refused("message_not_found");
          }
          Optional<String> error = wrong(arguments);
          if (error.isPresent()) {
            return refused(error.get());
          }
          channel.messages.put(ts, message(ts, arguments, before.edits() + 1).inThreadOf(before));
          return ok("channel", channel.id, "ts", ts);
        });
  }

  private static FakeSlack.Message message(String ts, JsonObject arguments, int edits) {
    return new FakeSlack.Message(
        ts,
        arguments.getString("text", ""),
        blocks(arguments),
        edits,
        arguments.getString("thread_ts", ""),
        arguments.getBoolean("reply_broadcast", false));
  }

  private static JsonArray blocks(JsonObject arguments) {
    JsonValue blocks = arguments.getOrDefault("blocks", JsonValue.EMPTY_JSON_ARRAY);
    return blocks instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }

  private static Optional<String> wrong(JsonObject arguments) {
    String text = arguments.getString("text", "");
    JsonArray blocks = blocks(arguments);
    if (text.isEmpty() && blocks.isEmpty()) {
      return Optional.of("no_text");
    }
    if (text.length() > LONGEST_TEXT) {
      return Optional.of("msg_too_long");
    }
    boolean drawable =
        blocks.size() <= 50 && blocks.stream().allMatch(b -> isDrawable(b.asJsonObject()));
    return drawable ? Optional.empty() : Optional.of("invalid_blocks");
  }

  private static boolean isDrawable(JsonObject block) {
    return switch (block.getString("type", "")) {
      case "section" ->
          block.containsKey("text")
              && isWithin(block.getJsonObject("text").getString("text", ""), LONGEST_SECTION);
      case "context" -> isListOf(block, 10, element -> true);
      case "actions" ->
          isListOf(block, 25, Workspace::isPressed)
              && block.getString("block_id", "").length() <= 255
              && hasEachOnce(block);
      default -> false;
    };
  }

  private static boolean isListOf(JsonObject block, int most, Function<JsonObject, Boolean> each) {
    JsonArray elements = block.getJsonArray("elements");
    return elements != null
        && !elements.isEmpty()
        && elements.size() <= most
        && elements.stream().allMatch(element -> each.apply(element.asJsonObject()));
  }

  /** An {@code action_id} stands once in its block. */
  private static boolean hasEachOnce(JsonObject block) {
    JsonArray elements = block.getJsonArray("elements");
    return elements.stream()
            .map(element -> element.asJsonObject().getString("action_id", ""))
            .distinct()
            .count()
        == elements.size();
  }

  private static boolean isPressed(JsonObject element) {
    return isButton(element) || isChoiceOfPeople(element);
  }

  private static boolean isChoiceOfPeople(JsonObject element) {
    return "users_select".equals(element.getString("type", ""))
        && isWithin(element.getJsonObject("placeholder").getString("text", ""), 150)
        && isWithin(element.getString("action_id", ""), 255);
  }

  private static boolean isButton(JsonObject element) {
    return "button".equals(element.getString("type", ""))
        && isWithin(element.getJsonObject("text").getString("text", ""), LONGEST_LABEL)
        && "plain_text".equals(element.getJsonObject("text").getString("type", ""))
        && isWithin(element.getString("action_id", ""), 255)
        && element.getString("value", "").length() <= 2_000
        && element.getString("url", "").length() <= 3_000;
  }

  private static boolean isWithin(String text, int most) {
    return !text.isEmpty() && text.length() <= most;
  }

  private JsonObject create(JsonObject arguments) {
    String name = arguments.getString("name", "");
    if (name.isEmpty()) {
      return refused("invalid_name_required");
    }
    if (name.length() > LONGEST_NAME) {
      return refused("invalid_name_maxlength");
    }
    if (!name.matches("[a-z0-9_-]+")) {
      return refused("invalid_name_specials");
    }
    if (channels.values().stream().anyMatch(channel -> channel.name.equals(name))) {
      return refused("name_taken");
    }
    Channel channel = channels.get(channel(name));
    return Json.createObjectBuilder()
        .add("ok", true)
        .add("channel", described(java.util.Objects.requireNonNull(channel)))
        .build();
  }

  private JsonObject list(JsonObject arguments) {
    var found = Json.createArrayBuilder();
    boolean openOnly = "true".equals(arguments.getString("exclude_archived", ""));
    channels.values().stream()
        .filter(channel -> !openOnly || !channel.archived)
        .filter(channel -> !channel.name.startsWith(DIRECT))
        .forEach(channel -> found.add(described(channel)));
    return Json.createObjectBuilder()
        .add("ok", true)
        .add("channels", found)
        .add("response_metadata", Json.createObjectBuilder().add("next_cursor", ""))
        .build();
  }

  private static JsonObject described(Channel channel) {
    return Json.createObjectBuilder()
        .add("id", channel.id)
        .add("name", channel.name)
        .add("is_archived", channel.archived)
        .build();
  }

  private JsonObject invite(JsonObject arguments) {
    return open(
        arguments,
        channel -> {
          List<String> invited = List.of(arguments.getString("users", "").split(","));
          if (invited.contains(BOT)) {
            return refused("cant_invite_self");
          }
          if (!people.keySet().containsAll(invited)) {
            return refused("user_not_found");
          }
          if (!Collections.disjoint(channel.members, invited)) {
            return refused("already_in_channel");
          }
          channel.members.addAll(invited);
          return ok("channel", channel.id);
        });
  }

  private JsonObject setTopic(JsonObject arguments) {
    return open(
        arguments,
        channel -> {
          String topic = arguments.getString("topic", "");
          if (topic.length() > LONGEST_TOPIC) {
            return refused("too_long");
          }
          channel.topic = topic;
          return ok("channel", channel.id);
        });
  }

  private JsonObject archive(JsonObject arguments) {
    Optional<Channel> found = find(arguments.getString("channel", ""));
    if (found.isEmpty()) {
      return refused("channel_not_found");
    }
    if (found.get().archived) {
      return refused("already_archived");
    }
    found.get().archived = true;
    return ok();
  }

  private JsonObject unarchive(JsonObject arguments) {
    Optional<Channel> found = find(arguments.getString("channel", ""));
    if (found.isEmpty()) {
      return refused("channel_not_found");
    }
    if (!found.get().archived) {
      return refused("not_archived");
    }
    found.get().archived = false;
    return ok();
  }

  private JsonObject lookupByEmail(JsonObject arguments) {
    return people.values().stream()
        .filter(member -> member.team().equals(TEAM))
        .filter(member -> member.email().equalsIgnoreCase(arguments.getString("email", "")))
        .findFirst()
        .map(Workspace::user)
        .orElseGet(() -> refused("users_not_found"));
  }

  private JsonObject info(JsonObject arguments) {
    @Nullable Member member = people.get(arguments.getString("user", ""));
    return member == null ? refused("user_not_found") : user(member);
  }

  private static JsonObject user(Member member) {
    return Json.createObjectBuilder()
        .add("ok", true)
        .add(
            "user",
            Json.createObjectBuilder()
                .add("id", member.id())
                .add("team_id", member.team())
                .add("deleted", false)
                .add("is_bot", false)
                .add("is_email_confirmed", member.confirmed())
                .add("locale", member.locale())
                .add("profile", Json.createObjectBuilder().add("email", member.email())))
        .build();
  }

  private JsonObject open(JsonObject arguments, Function<Channel, JsonObject> act) {
    Optional<Channel> found = find(arguments.getString("channel", ""));
    if (found.isEmpty()) {
      return refused("channel_not_found");
    }
    return found.get().archived ? refused("is_archived") : act.apply(found.get());
  }

  /** By id, or by its name with or without the hash. */
  private Optional<Channel> find(String channel) {
    return channels.values().stream()
        .filter(one -> one.id.equals(channel) || one.name.equals(channel.replaceFirst("^#", "")))
        .findFirst();
  }

  static JsonObject refused(String error) {
    return Json.createObjectBuilder().add("ok", false).add("error", error).build();
  }

  private static JsonObject ok(String... more) {
    var all = new ArrayList<>(List.of(more));
    var builder = Json.createObjectBuilder().add("ok", true);
    for (int i = 0; i + 1 < all.size(); i += 2) {
      builder.add(all.get(i), all.get(i + 1));
    }
    return builder.build();
  }
}
