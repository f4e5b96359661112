package org.honbu.statuspage.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.Words;
import org.honbu.statuspage.internal.PublicBoard.Condition;

/**
 * The page as programs read it, in the words of Statuspage's API v2 (WIRE-FORMATS 12).
 *
 * <p>Names and texts carry both languages, because a program does not say who reads. How bad an
 * incident is was told to nobody, so its impact is {@code minor} or {@code none}. Nothing is ever
 * scheduled here: the lists of maintenances are there and empty.
 */
final class StatusJson {
  static final String PAGE = "honbu-status";

  /** Looked for once: looking costs more than all it is used for. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** As many as Statuspage gives. */
  private static final int NEWEST = 50;

  private final PublicBoard board;

  StatusJson(PublicBoard board) {
    this.board = board;
  }

  /** Every file of the API by its name. */
  Map<String, JsonObject> files() {
    Map<String, JsonObject> files = new TreeMap<>();
    JsonArray open = incidents(board.open());
    files.put(
        "summary.json",
        page()
            .add("status", status())
            .add("components", components())
            .add("incidents", open)
            .add("scheduled_maintenances", JsonValue.EMPTY_JSON_ARRAY)
            .build());
    files.put("status.json", page().add("status", status()).build());
    files.put("components.json", page().add("components", components()).build());
    files.put(
        "incidents.json",
        page()
            .add("incidents", incidents(board.incidents().stream().limit(NEWEST).toList()))
            .build());
    files.put("incidents/unresolved.json", page().add("incidents", open).build());
    for (String none : List.of("", "/upcoming", "/active")) {
      files.put(
          "scheduled-maintenances" + none + ".json",
          page().add("scheduled_maintenances", JsonValue.EMPTY_JSON_ARRAY).build());
    }
    return files;
  }

  private JsonObjectBuilder page() {
    return JSON.createObjectBuilder()
        .add(
            "page",
            JSON.createObjectBuilder()
                .add("id", PAGE)
                .add("name", both(board.site()))
                .add("url", board.address().toString())
                .add("time_zone", board.zone().getId())
                .add("updated_at", time(board.changedAt())));
  }

  private JsonObjectBuilder status() {
    Condition condition = board.condition();
    return JSON.createObjectBuilder()
        .add("indicator", condition == Condition.WORKING ? "none" : "minor")
        .add("description", both(condition.words()));
  }

  private JsonArray components() {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    for (PublicComponent component : board.components()) {
      all.add(component(component));
    }
    return all.build();
  }

  private JsonObjectBuilder component(PublicComponent component) {
    return JSON.createObjectBuilder()
        .add("id", component.id())
        .add("name", both(component.name()))
        .add("status", state(!board.works(component)))
        .add("created_at", time(component.shownSince()))
        .add("updated_at", time(changed(component)))
        .add("position", component.place())
        .addNull("description")
        .add("showcase", true)
        .add("group", false)
        .addNull("group_id")
        .add("page_id", PAGE)
        .add("only_show_if_degraded", false)
        .add("start_date", component.shownSince().atZone(board.zone()).toLocalDate().toString());
  }

  private Instant changed(PublicComponent component) {
    return board
        .of(component)
        .map(PublicIncident::changedAt)
        .filter(component.changedAt()::isBefore)
        .max(Instant::compareTo)
        .orElse(component.changedAt());
  }

  private JsonArray incidents(List<PublicIncident> incidents) {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    incidents.forEach(incident -> all.add(incident(incident)));
    return all.build();
  }

  private JsonObjectBuilder incident(PublicIncident incident) {
    JsonArrayBuilder components = JSON.createArrayBuilder();
    incident
        .on()
        .filter(board.components()::contains)
        .map(this::component)
        .ifPresent(components::add);
    return JSON.createObjectBuilder()
        .add("id", incident.id())
        .add("name", both(incident.name()))
        .add("status", incident.merged() ? "resolved" : status(incident.phase()))
        .add("impact", incident.hadImpact() ? "minor" : "none")
        .add("created_at", time(incident.publishedAt()))
        .add("updated_at", time(incident.changedAt()))
        .add("monitoring_at", orNull(incident.monitoringAt()))
        .add("resolved_at", orNull(incident.resolvedAt()))
        .add("shortlink", board.address() + "/incidents/" + incident.id())
        .add("started_at", time(incident.startedAt()))
        .add("page_id", PAGE)
        .add("incident_updates", updates(incident))
        .add("components", components);
  }

  /** The newest first. */
  private static JsonArray updates(PublicIncident incident) {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    boolean before = false;
    for (PublicUpdate update : incident.oldestFirst()) {
      boolean now =
          update.phase() != PublicPhase.MONITORING && update.phase() != PublicPhase.RESOLVED;
      all.add(0, update(incident, update, before, now).build());
      before = now;
    }
    return all.build();
  }

  private static JsonObjectBuilder update(
      PublicIncident incident, PublicUpdate update, boolean before, boolean now) {
    JsonArrayBuilder affected = JSON.createArrayBuilder();
    incident
        .on()
        .ifPresent(
            component ->
                affected.add(
                    JSON.createObjectBuilder()
                        .add("code", component.id())
                        .add("name", both(component.name()))
                        .add("old_status", state(before))
                        .add("new_status", state(now))));
    return JSON.createObjectBuilder()
        .add("id", update.id())
        .add("status", status(update.phase()))
        .add("body", body(update.text()))
        .add("incident_id", incident.id())
        .add("created_at", time(update.at()))
        .add("display_at", time(update.at()))
        .add("updated_at", time(update.at()))
        .add("affected_components", affected);
  }

  private static String state(boolean degraded) {
    return degraded ? "degraded_performance" : "operational";
  }

  private static String status(PublicPhase phase) {
    return phase == PublicPhase.NONE ? "investigating" : phase.name().toLowerCase(Locale.ROOT);
  }

  private static JsonValue orNull(Optional<Instant> at) {
    return at.<JsonValue>map(known -> JSON.createValue(time(known))).orElse(JsonValue.NULL);
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  static String both(Words words) {
    return words.ja().equals(words.en()) ? words.ja() : words.both();
  }

  static String body(Words words) {
    return words.ja().equals(words.en()) ? words.ja() : words.ja() + "\n\n" + words.en();
  }
}
