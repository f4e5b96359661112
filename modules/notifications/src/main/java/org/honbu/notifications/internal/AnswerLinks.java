package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.honbu.notifications.SignedLinks;

/**
 * Makes and reads the links by which a called person answers without a login. Whoever holds one can
 * answer that one call and nothing else.
 */
@ApplicationScoped
class AnswerLinks {
  static final String PATH = "/a/";
  private static final String PURPOSE = "honbu:answer:1";

  private final SignedLinks signed;
  private final NotificationsSettings settings;

  @Inject
  AnswerLinks(SignedLinks signed, NotificationsSettings settings) {
    this.signed = signed;
    this.settings = settings;
  }

  /** The link to this call, good from the moment the person was called. */
  URI to(UUID paged, Instant pagedAt) {
    return signed.publicly(path(paged, pagedAt));
  }

  /** As {@link #to}, without the host: for a page that is shown by Honbu itself. */
  URI pathTo(UUID paged, Instant pagedAt) {
    return URI.create(path(paged, pagedAt));
  }

  SignedLinks.Reading read(String token) {
    return signed.read(PURPOSE, token);
  }

  private String path(UUID paged, Instant pagedAt) {
    return PATH + signed.token(PURPOSE, paged, pagedAt.plus(settings.linkLives()));
  }
}
