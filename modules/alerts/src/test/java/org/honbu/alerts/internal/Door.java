package org.honbu.alerts.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.Ids;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.OwnerRouting.Owner;
import org.honbu.people.OwnerRouting.Route;
import org.honbu.people.People;
import org.honbu.workflow.Facts;
import org.jspecify.annotations.Nullable;

/** The intake with everything real but the modules below it. */
final class Door implements AutoCloseable {
  static final String KEY = "right-key";
  static final String DEPLOYS_KEY = "key-of-the-deploys";
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T03:00:00Z"), ZoneOffset.UTC);

  final Database database = new Database();
  final FakeIncidents incidents = new FakeIncidents();
  final AlertStore store = database.store();
  final Repeats repeats = new Repeats(store);
  final FakeActivities activities = new FakeActivities();
  final AlertsResource resource;
  final ActivityResource activity;
  final OpenDoor open;

  Door() {
    this(8);
  }

  Door(int atOnce) {
    Ids ids = new Ids(CLOCK);
    AlertsConfig config =
        new AlertsConfig(
            atOnce, Duration.ofMillis(200), "https://honbu.example/", false, SupportHours.ALWAYS);
    Doorkeeper doorkeeper = doorkeeper();
    KeyDoor keyDoor = new KeyDoor(deadLetters(ids), config);
    open = new OpenDoor(keyDoor, doorkeeper);
    activity = new ActivityResource(keyDoor, doorkeeper, activityIntake());
    resource =
        new AlertsResource(
            keyDoor,
            doorkeeper,
            new AlertIntake(
                store,
                new UrgencyRule(Door::urgency),
                incidents.incidents(),
                people(),
                new FirstTeam(
                    symptom ->
                        new Owner(
                            new TeamId(symptom.component().isPresent() ? "payments" : "platform"),
                            Route.TRIAGE_DESK),
                    activities,
                    people()),
                ids,
                CLOCK) {
              @Override
              Accepted take(Delivery delivery) {
                return database.inTransaction(() -> super.take(delivery));
              }
            },
            repeats,
            CLOCK,
            config);
    database.inTransaction(
        () -> {
          store.put(new IntegrationRow("prometheus", "P", KEY, CLOCK.instant()));
          store.put(new IntegrationRow("deploys", "D", DEPLOYS_KEY, CLOCK.instant()));
        });
  }

  private Doorkeeper doorkeeper() {
    return new Doorkeeper(store, CLOCK) {
      @Override
      void check(String integration, @Nullable String authorization, @Nullable String key) {
        database.inTransaction(() -> super.check(integration, authorization, key));
      }

      @Override
      String whose(@Nullable String authorization, @Nullable String key) {
        return database.inTransaction(() -> super.whose(authorization, key));
      }
    };
  }

  private DeadLetters deadLetters(Ids ids) {
    return new DeadLetters(store, ids, CLOCK) {
      @Override
      void keep(String integration, byte[] body, Words reason) {
        database.inTransaction(() -> super.keep(integration, body, reason));
      }
    };
  }

  private ActivityIntake activityIntake() {
    return new ActivityIntake(store, activities, people(), CLOCK) {
      @Override
      UUID take(
          String integration,
          Optional<String> idempotencyKey,
          ActivityReader.Told told,
          byte[] body) {
        return database.inTransaction(() -> super.take(integration, idempotencyKey, told, body));
      }
    };
  }

  /** DM-0 as far as these tests need it; the table itself has its own test. */
  private static List<Facts> urgency(String table, Facts inputs) {
    if (!table.equals("AlertUrgency")) {
      throw new IllegalArgumentException(table);
    }
    boolean down = inputs.text("stateLabel").equals("down");
    return List.of(
        switch (inputs.text("severityLabel")) {
          case "critical" ->
              Facts.of("urgency", "CRITICAL").and("state", down ? "DOWN" : "DEGRADED");
          case "warning" -> Facts.of("urgency", "LOW").and("state", "AT_RISK");
          default -> Facts.of("urgency", "HIGH").and("state", "DEGRADED");
        });
  }

  private static People people() {
    Component payments =
        new Component(
            "payment-api", Component.Function.CORE, new TeamId("payments"), Optional.empty());
    return (People)
        Proxy.newProxyInstance(
            Door.class.getClassLoader(),
            new Class<?>[] {People.class},
            (proxy, method, arguments) -> {
              return switch (method.getName()) {
                case "component" ->
                    Optional.of(payments).filter(known -> known.id().equals(arguments[0]));
                case "meant" ->
                    Optional.of(new PersonId("aoi"))
                        .filter(any -> String.valueOf(arguments[0]).startsWith("aoi"));
                default -> throw new UnsupportedOperationException(method.getName());
              };
            });
  }

  /** Knocks with the right key; the incident's number. */
  @Nullable String knock(String body) {
    return knock(body, null);
  }

  @Nullable String knock(String body, @Nullable String idempotencyKey) {
    return resource
        .answer("prometheus", "Bearer " + KEY, null, idempotencyKey, null, stream(body))
        .incident();
  }

  /** Knocks with the right key; the status. */
  int status(byte[] body, @Nullable String encoding) {
    try {
      resource.answer(
          "prometheus", "Bearer " + KEY, null, null, encoding, new ByteArrayInputStream(body));
      return 202;
    } catch (ProblemException refused) {
      return refused.problem().status();
    }
  }

  /** Tells of an activity with the right key; the status. */
  int activityStatus(byte[] body) {
    try {
      activity.answer("Bearer " + KEY, null, null, null, new ByteArrayInputStream(body));
      return 202;
    } catch (ProblemException refused) {
      return refused.problem().status();
    }
  }

  int status(String body) {
    return status(body.getBytes(StandardCharsets.UTF_8), null);
  }

  static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }

  /** A group's notice with these alerts. */
  static String notice(String group, String... alerts) {
    return """
        {"version":"4","groupKey":"%s","status":"firing","receiver":"honbu","truncatedAlerts":0,
         "groupLabels":{"alertname":"ErrorRate"},"commonLabels":{"component":"payment-api"},
         "commonAnnotations":{"summary":"決済のエラーが増えています"},"externalURL":"http://am",
         "alerts":[%s]}"""
        .formatted(group, String.join(",\n", alerts));
  }

  static String alert(String fingerprint, String status, String severity) {
    return """
        {"status":"%s","labels":{"alertname":"ErrorRate","severity":"%s"},"annotations":{},
         "startsAt":"2026-02-01T02:58:00Z","endsAt":"0001-01-01T00:00:00Z",
         "generatorURL":"http://prometheus/graph","fingerprint":"%s"}"""
        .formatted(status, severity, fingerprint);
  }

  static String firing(String fingerprint) {
    return alert(fingerprint, "firing", "critical");
  }

  static String resolved(String fingerprint) {
    return alert(fingerprint, "resolved", "critical");
  }

  @Override
  public void close() {
    database.close();
  }
}
