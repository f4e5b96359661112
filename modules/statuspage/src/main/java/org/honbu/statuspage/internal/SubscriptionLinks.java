package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.honbu.notifications.OutsideLetter.Purpose;
import org.honbu.notifications.OutsideLinks;
import org.honbu.notifications.SignedLinks;
import org.honbu.notifications.SignedLinks.Reading;

/**
 * The links in a subscriber's mail: signed, for one person and one purpose, and with an end. One
 * that confirms cannot end a subscription, and the other way round.
 */
@ApplicationScoped
class SubscriptionLinks implements OutsideLinks {
  /** How long somebody has to confirm. */
  static final Duration CONFIRM_WITHIN = Duration.ofDays(1);

  /** Old mail must still be able to end it. */
  private static final Duration ENDS_WITHIN = Duration.ofDays(3650);

  private final SignedLinks signed;

  @Inject
  SubscriptionLinks(SignedLinks signed) {
    this.signed = signed;
  }

  @Override
  public URI to(Purpose purpose, UUID addressee, Instant writtenAt) {
    Instant ends =
        writtenAt.plus(
            switch (purpose) {
              case CONFIRM -> CONFIRM_WITHIN;
              case NEWS -> ENDS_WITHIN;
            });
    return signed.publicly(
        "/status" + path(purpose) + signed.token(signedFor(purpose), addressee, ends));
  }

  Reading read(Purpose purpose, String token) {
    return signed.read(signedFor(purpose), token);
  }

  static String path(Purpose purpose) {
    return switch (purpose) {
      case CONFIRM -> "/confirm/";
      case NEWS -> "/unsubscribe/";
    };
  }

  private static String signedFor(Purpose purpose) {
    return switch (purpose) {
      case CONFIRM -> "honbu:status-confirm:1";
      case NEWS -> "honbu:status-unsubscribe:1";
    };
  }
}
