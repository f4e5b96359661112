package org.honbu.outbox.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.Fact;
import org.honbu.outbox.FactHandler;
import org.honbu.outbox.internal.Messages.Message;
import org.honbu.workflow.Conflicts;
import org.jspecify.annotations.Nullable;

/**
 * Brings one fact to its handler.
 *
 * <p>Locking the row, handling and striking it off are one transaction; a failure rolls all of it
 * back, and a second transaction notes the try. Dying between the two only means one more try.
 */
@ApplicationScoped
class Courier {
  private static final System.Logger LOG = System.getLogger(Courier.class.getName());

  /** How long to wait after the first, second, … failure; after the last the fact is stuck. */
  static final List<Duration> PATIENCE =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

  private final Handlers handlers;
  private final Messages messages;
  private final FactText text;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  Courier(
      Handlers handlers, Messages messages, FactText text, Transactions transactions, Clock clock) {
    this.handlers = handlers;
    this.messages = messages;
    this.text = text;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Tries one fact that is due; says whether there was one, handled or not. */
  @ActivateRequestContext
  boolean bringNext() {
    var locked = new AtomicReference<@Nullable Message>();
    try {
      return transactions.inNew(
          () -> {
            Optional<Message> next = messages.lockNext(clock.instant());
            next.ifPresent(
                message -> {
                  locked.set(message);
                  bring(message);
                });
            return next.isPresent();
          });
    } catch (Throwable failure) { // a commit that fails throws a checked one unannounced
      Message message = locked.get();
      if (message == null) {
        throw failure;
      }
      note(message, failure);
      return true;
    }
  }

  private void bring(Message message) {
    FactHandler<?> handler =
        handlers
            .named(message.handler())
            .orElseThrow(() -> new IllegalStateException("no handler is named so any more"));
    hand(handler, message.body());
    messages.strike(message);
  }

  private <F extends Fact> void hand(FactHandler<F> handler, String body) {
    handler.on(text.read(body, handler.fact()));
  }

  private void note(Message message, Throwable failure) {
    String why = firstLine(failure);
    boolean stuck = message.tries() >= PATIENCE.size();
    LOG.log(
        loudness(failure, stuck),
        () ->
            "%s did not handle %s (try %d): %s"
                .formatted(message.handler(), message.fact(), message.tries() + 1, why),
        failure);
    transactions.inNew(
        () -> {
          if (stuck) {
            messages.giveUp(message, clock.instant(), why);
          } else {
            messages.putBack(message, clock.instant().plus(PATIENCE.get(message.tries())), why);
          }
          return true;
        });
  }

  /**
   * A handler that waits for something says so by a conflict, and whoever acted faster is no
   * defect; nothing is wrong until it gives up.
   */
  static Level loudness(Throwable failure, boolean stuck) {
    boolean notYet =
        failure instanceof ProblemException said
            && said.problem().owner() == Problem.Owner.CONFLICT;
    return stuck ? Level.ERROR : notYet || Conflicts.isOne(failure) ? Level.DEBUG : Level.WARNING;
  }

  private static String firstLine(Throwable failure) {
    String line =
        (failure.getClass().getSimpleName() + ": " + failure.getMessage())
            .lines()
            .findFirst()
            .orElseThrow();
    return line.substring(0, Math.min(line.length(), 500));
  }
}
