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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The door for monitoring systems.
 *
 * <p>202 is said only after the commit. Whoever has no right key hears 401 before a byte of the
 * body is read. What cannot be read is kept and answered with 400; everything that is not the
 * sender's fault is 503, because Alertmanager tries again after 5xx and never after 4xx. No other
 * 5xx exists.
 */
@Path("/alerts")
@ApplicationScoped
public class AlertsResource {
  private static final System.Logger LOG = System.getLogger("org.honbu.alerts");
  private static final int TRIES = 4;

  private final Doorkeeper doorkeeper;
  private final AlertIntake intake;
  private final DeadLetters deadLetters;
  private final Repeats repeats;
  private final Clock clock;
  private final AlertsConfig config;
  private final Semaphore places;

  @Inject
  public AlertsResource(
      Doorkeeper doorkeeper,
      AlertIntake intake,
      DeadLetters deadLetters,
      Repeats repeats,
      Clock clock) {
    this(
        doorkeeper,
        intake,
        deadLetters,
        repeats,
        clock,
        AlertsConfig.from(ConfigProvider.getConfig()));
  }

  AlertsResource(
      Doorkeeper doorkeeper,
      AlertIntake intake,
      DeadLetters deadLetters,
      Repeats repeats,
      Clock clock,
      AlertsConfig config) {
    this.doorkeeper = doorkeeper;
    this.intake = intake;
    this.deadLetters = deadLetters;
    this.repeats = repeats;
    this.clock = clock;
    this.config = config;
    this.places = new Semaphore(config.atOnce(), true);
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
    try {
      if (!doorkeeper.remembers(integration, authorization, key)) {
        inPlace(
            () -> {
              doorkeeper.check(integration, authorization, key);
              return integration;
            });
      }
      byte[] words = read(body, encoding);
      return inPlace(() -> answer(integration, Optional.ofNullable(idempotencyKey), words));
    } catch (ProblemException named) {
      throw isTheSenders(named) || named.problem().equals(Problem.BUSY)
          ? named
          : tryAgain(integration, named);
    } catch (RuntimeException ours) {
      throw tryAgain(integration, ours);
    }
  }

  /** Only our own problems are the sender's fault; what other modules refuse is not. */
  private static boolean isTheSenders(ProblemException named) {
    return named.problem().code().startsWith("HB-4");
  }

  /** Does it with one of the few places; a sender who dawdles over the body holds none. */
  private <T> T inPlace(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (places.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw new ProblemException(Problem.BUSY);
  }

  private static ProblemException tryAgain(String integration, Throwable ours) {
    LOG.log(
        System.Logger.Level.WARNING,
        "A delivery of " + Text.clean(integration, 48) + " is sent back to be tried again",
        ours);
    return new ProblemException(ours, Problem.BUSY);
  }

  private static byte[] read(InputStream body, @Nullable String encoding) {
    try {
      return Body.read(body, Optional.ofNullable(encoding));
    } catch (IOException brokenOff) {
      throw new ProblemException(brokenOff, AlertProblems.BROKEN_OFF);
    }
  }

  private Answer answer(String integration, Optional<String> idempotencyKey, byte[] words) {
    Delivery delivery =
        new Delivery(integration, idempotencyKey, words, notice(integration, words));
    Accepted accepted = Races.won(TRIES, () -> intake.take(delivery));
    repeats.count(accepted.repeats(), clock.instant());
    return answer(accepted);
  }

  private Notice notice(String integration, byte[] body) {
    try {
      return AlertmanagerReader.read(body);
    } catch (Unreadable why) {
      Races.won(
          TRIES,
          () -> {
            deadLetters.keep(integration, body, why.words());
            return why;
          });
      throw AlertProblems.unreadable(why);
    }
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
