package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.honbu.alerts.Unreadable;
import org.honbu.kernel.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * The door for monitoring systems.
 *
 * <p>202 is said only after the commit. Keys, limits and refusals are those of {@link KeyDoor}.
 */
@Path("/alerts")
@ApplicationScoped
public class AlertsResource {
  private final KeyDoor door;
  private final Doorkeeper doorkeeper;
  private final AlertIntake intake;
  private final Repeats repeats;
  private final Clock clock;
  private final AlertsConfig config;

  @Inject
  public AlertsResource(
      KeyDoor door, Doorkeeper doorkeeper, AlertIntake intake, Repeats repeats, Clock clock) {
    this(door, doorkeeper, intake, repeats, clock, AlertsConfig.from(ConfigProvider.getConfig()));
  }

  AlertsResource(
      KeyDoor door,
      Doorkeeper doorkeeper,
      AlertIntake intake,
      Repeats repeats,
      Clock clock,
      AlertsConfig config) {
    this.door = door;
    this.doorkeeper = doorkeeper;
    this.intake = intake;
    this.repeats = repeats;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Takes an Alertmanager webhook, version 4.
   *
   * @param key as bearer token, or in the address for senders that can set no header
   */
  @POST
  @Path("/{integration}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response take(
      @PathParam("integration") String integration,
      @HeaderParam("Authorization") @Nullable String authorization,
      @QueryParam("key") @Nullable String key,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @HeaderParam("Content-Encoding") @Nullable String encoding,
      InputStream body) {
    Answer answer = answer(integration, authorization, key, idempotencyKey, encoding, body);
    Response.ResponseBuilder response = Response.accepted(answer);
    if (answer.url() != null) {
      response.location(URI.create(answer.url()));
    }
    return response.build();
  }

  Answer answer(
      String integration,
      @Nullable String authorization,
      @Nullable String key,
      @Nullable String idempotencyKey,
      @Nullable String encoding,
      InputStream body) {
    return door.through(
        () ->
            doorkeeper.remembers(integration, authorization, key)
                ? Optional.of(integration)
                : Optional.empty(),
        () -> {
          doorkeeper.check(integration, authorization, key);
          return integration;
        },
        encoding,
        body,
        (whose, words) -> answer(whose, Optional.ofNullable(idempotencyKey), words));
  }

  private Answer answer(String integration, Optional<String> idempotencyKey, byte[] words)
      throws Unreadable {
    Delivery delivery =
        new Delivery(integration, idempotencyKey, words, AlertmanagerReader.read(words));
    Accepted accepted = Races.won(KeyDoor.TRIES, () -> intake.take(delivery));
    repeats.count(accepted.repeats(), clock.instant());
    return answer(accepted);
  }

  private Answer answer(Accepted accepted) {
    return accepted
        .incident()
        .map(IncidentId::value)
        .map(number -> new Answer(number, config.publicUrl() + "/incidents/" + number))
        .orElseGet(() -> new Answer(null, null));
  }

  /**
   * The answer.
   *
   * @param incident its number; null when only alerts ended that nobody responds to any more
   * @param url where people see it
   */
  public record Answer(@Nullable String incident, @Nullable String url) {}
}
