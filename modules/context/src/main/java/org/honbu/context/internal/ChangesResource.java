package org.honbu.context.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.honbu.alerts.KeyedDoor;
import org.honbu.alerts.KeyedDoor.Knock;
import org.honbu.alerts.Telling;
import org.honbu.alerts.Unreadable;
import org.honbu.context.Change;
import org.honbu.context.ChangeKind;
import org.honbu.context.Changes;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/**
 * The door for CI and whatever else changes what runs.
 *
 * <p>202 is said only after the commit. Keys, limits and refusals are those of {@link KeyedDoor}:
 * any integration's key opens it.
 */
@Path("/changes")
@ApplicationScoped
public class ChangesResource {
  private static final Set<String> FIELDS =
      Set.of("component", "kind", "when", "who", "summary", "url", "externalId");

  private static final Map<String, ChangeKind> KINDS =
      Map.of(
          "deploy", ChangeKind.DEPLOY,
          "rollback", ChangeKind.ROLLBACK,
          "feature-flag", ChangeKind.FEATURE_FLAG,
          "config", ChangeKind.CONFIG,
          "migration", ChangeKind.MIGRATION);

  private static final int COMPONENT_LENGTH = 80;
  private static final int WHO_LENGTH = 120;
  private static final int SUMMARY_LENGTH = 300;
  private static final int EXTERNAL_ID_LENGTH = 200;

  private final KeyedDoor door;
  private final Changes changes;
  private final Clock clock;

  @Inject
  public ChangesResource(KeyedDoor door, Changes changes, Clock clock) {
    this.door = door;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Takes {@code {"component", "kind", "when", "who", "summary", "url", "externalId"}}; what has no
   * {@code when} was done now.
   *
   * @param key as bearer token, or in the address for senders that can set no header
   */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response take(
      @HeaderParam("Authorization") @Nullable String authorization,
      @QueryParam("key") @Nullable String key,
      @HeaderParam("Content-Encoding") @Nullable String encoding,
      InputStream body) {
    UUID change =
        door.through(
            new Knock(authorization, key, encoding, body), FIELDS, this::read, changes::told);
    return Response.accepted(new Answer(change.toString())).build();
  }

  private Change read(String integration, Telling telling) throws Unreadable {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Change(
        integration,
        telling.needed(
            "component",
            COMPONENT_LENGTH,
            new Words("どのコンポーネントかがありません", "it does not say which component")),
        telling.oneOf(
            "kind", KINDS, new Words("変更の種類がありません", "it does not say what kind of change")),
        telling.past("when", now).orElse(now),
        telling.needed("who", WHO_LENGTH, new Words("誰がしたのかがありません", "it does not say who did it")),
        telling.needed(
            "summary", SUMMARY_LENGTH, new Words("何を変えたのかがありません", "it does not say what changed")),
        telling.link("url"),
        telling.text("externalId", EXTERNAL_ID_LENGTH));
  }

  /** The answer: under which id it is kept. */
  public record Answer(String change) {}
}
