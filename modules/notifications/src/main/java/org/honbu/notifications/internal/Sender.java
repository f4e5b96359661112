package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.Ids;
import org.honbu.notifications.OutgoingMessage.Attempt;
import org.honbu.notifications.OutgoingMessage.State;
import org.honbu.notifications.internal.Channels.Lane;

/**
 * Brings one message out: claim it in a transaction, send it outside any, write down in another
 * what happened.
 *
 * <p>Killed between sending and writing down, it leaves a message whose lease runs out: it is
 * claimed again, if it still waits, and sent under the same id. So a message leaves at least once,
 * and never after it was taken back.
 */
@ApplicationScoped
class Sender {
  /** Longer than any channel takes, short enough that a killed sender costs no level. */
  static final Duration LEASE = Duration.ofSeconds(30);

  /** Tries before the third, which is said to have failed when it does (A31). */
  static final int LAST_QUIET_TRY = 2;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final System.Logger LOG = System.getLogger(Sender.class.getName());

  private final Messages messages;
  private final Gateway gateway;
  private final Postroom postroom;
  private final AnswerLinks links;
  private final OutsideLetters outside;
  private final Transactions transactions;
  private final NotificationsSettings settings;
  private final Ids ids;
  private final Clock clock;
  private final Map<Lane, Breaker> breakers = new EnumMap<>(Lane.class);

  @Inject
  Sender(
      Messages messages,
      Gateway gateway,
      Postroom postroom,
      AnswerLinks links,
      OutsideLetters outside,
      Transactions transactions,
      NotificationsSettings settings,
      Ids ids,
      Clock clock) {
    this.messages = messages;
    this.gateway = gateway;
    this.postroom = postroom;
    this.links = links;
    this.outside = outside;
    this.transactions = transactions;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
    for (Lane lane : Lane.values()) {
      breakers.put(lane, new Breaker());
    }
  }

  /** Brings out the most severe message of the lane; answers whether there was one. */
  boolean sendNext(Lane lane) {
    Breaker breaker = breaker(lane);
    if (!breaker.lets(clock.instant())) {
      return false;
    }
    Optional<Message> claimed = claim(lane);
    if (claimed.isEmpty()) {
      return false;
    }
    Delivery delivery = gateway.send(claimed.get(), linkOf(claimed.get()));
    if (delivery instanceof Delivery.TryLater) {
      breaker.failed(clock.instant());
    } else {
      breaker.worked();
    }
    writeDown(claimed.get(), delivery);
    return true;
  }

  Optional<Message> claim(Lane lane) {
    return transactions.inNew(() -> messages.claim(lane, clock.instant(), LEASE));
  }

  /** Tries the next contact point beside one that keeps a called person waiting. */
  void widen() {
    transactions.inNew(
        () -> {
          Instant slow = clock.instant().minus(settings.secondContactAfter());
          messages.claimSlow(slow).forEach(postroom::tryNextContact);
          return true;
        });
  }

  void writeDown(Message message, Delivery delivery) {
    transactions.inNew(
        () -> {
          Instant now = clock.instant();
          messages.add(ids.next(), message, attempt(delivery, now));
          settle(message, delivery, now);
          return true;
        });
  }

  private void settle(Message message, Delivery delivery, Instant now) {
    if (delivery instanceof Delivery.Sent) {
      messages.end(message, State.SENT);
    } else if (delivery instanceof Delivery.TryLater later) {
      if (message.tries() == LAST_QUIET_TRY) {
        postroom.sayThatItFails(message);
      }
      if (message.writtenAt().plus(settings.givesUpAfter()).isAfter(now)) {
        messages.later(message, now.plus(pause(message.tries(), later.after())));
        if (message.tries() == 0) {
          postroom.isHeldUp(message);
        }
      } else {
        goOnWithout(message);
      }
    } else if (delivery instanceof Delivery.Undeliverable) {
      postroom.sayThatItFails(message);
      goOnWithout(message);
    } else if (delivery instanceof Delivery.Blocked blocked) {
      messages.end(message, State.BLOCKED);
      LOG.log(
          Level.WARNING, "{0}: message {1}: {2}", message.incident(), message.id(), blocked.why());
    }
  }

  private void goOnWithout(Message message) {
    if (messages.end(message, State.UNDELIVERABLE)) {
      postroom.goOnWithout(message);
    }
  }

  /** 5 s, 10 s, 20 s … 5 min, and never sooner than the provider asks. */
  static Duration pause(int tries, Duration asked) {
    Duration own = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
    Duration capped = own.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : own;
    return asked.compareTo(capped) > 0 ? asked : capped;
  }

  private static Attempt attempt(Delivery delivery, Instant now) {
    if (delivery instanceof Delivery.Sent sent) {
      return new Attempt(now, true, sent.reference());
    }
    if (delivery instanceof Delivery.TryLater later) {
      return new Attempt(now, false, later.why());
    }
    if (delivery instanceof Delivery.Undeliverable never) {
      return new Attempt(now, false, never.why());
    }
    return new Attempt(now, false, ((Delivery.Blocked) delivery).why());
  }

  private Optional<URI> linkOf(Message message) {
    return message
        .paged()
        .flatMap(id -> transactions.inNew(() -> messages.paged(id)))
        .map(paged -> links.to(paged.id(), paged.pagedAt()))
        .or(() -> outside.linkOf(message));
  }

  private Breaker breaker(Lane lane) {
    return java.util.Objects.requireNonNull(breakers.get(lane));
  }
}
