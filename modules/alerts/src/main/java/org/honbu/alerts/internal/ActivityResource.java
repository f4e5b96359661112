package org.honbu.alerts.internal;

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
import java.util.Optional;
import java.util.UUID;
import org.honbu.alerts.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * The door for systems that people work with: deploys, rollbacks, feature flags, kubectl, SSH.
 *
 * <p>202 is said only after the commit. Keys, limits and refusals are those of {@link KeyDoor}; the
 * key alone says who knocks.
 */
@Path("/activity")
@ApplicationScoped
public class ActivityResource {
  private final KeyDoor door;
  private final Doorkeeper doorkeeper;
  private final ActivityIntake intake;

  @Inject
  public ActivityResource(KeyDoor door, Doorkeeper doorkeeper, ActivityIntake intake) {
    this.door = door;
    this.doorkeeper = doorkeeper;
    this.intake = intake;
  }

  /**
   * Takes {@code {"who", "kind", "component", "at", "link"}}.
   *
   * @param key as bearer token, or in the address for senders that can set no header
   */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response take(
      @HeaderParam("Authorization") @Nullable String authorization,
      @QueryParam("key") @Nullable String key,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @HeaderParam("Content-Encoding") @Nullable String encoding,
      InputStream body) {
    return Response.accepted(answer(authorization, key, idempotencyKey, encoding, body)).build();
  }

  Answer answer(
      @Nullable String authorization,
      @Nullable String key,
      @Nullable String idempotencyKey,
      @Nullable String encoding,
      InputStream body) {
    UUID activity =
        door.through(
            Optional::empty,
            () -> doorkeeper.whose(authorization, key),
            encoding,
            body,
            (integration, words) -> taken(integration, Optional.ofNullable(idempotencyKey), words));
    return new Answer(activity.toString());
  }

  private UUID taken(String integration, Optional<String> idempotencyKey, byte[] words)
      throws Unreadable {
    ActivityReader.Told told = ActivityReader.read(words);
    return Races.won(KeyDoor.TRIES, () -> intake.take(integration, idempotencyKey, told, words));
  }

  /** The answer: under which id it is kept. */
  public record Answer(String activity) {}
}
