package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.honbu.notifications.OutsideLetter;
import org.honbu.notifications.OutsideLetter.Purpose;
import org.honbu.notifications.OutsideLinks;

/** How a letter to somebody outside is kept as a message, and read back when it leaves. */
@ApplicationScoped
class OutsideLetters {
  /** Stands where others have an incident: the outside is told of none by its number. */
  static final String ABOUT = "status-page";

  private static final String BETWEEN = "|";
  private final Supplier<OutsideLinks> links;

  @Inject
  OutsideLetters(Instance<OutsideLinks> links) {
    this((Supplier<OutsideLinks>) links::get);
  }

  OutsideLetters(Supplier<OutsideLinks> links) {
    this.links = links;
  }

  static String channel(Purpose purpose) {
    return "outside-" + purpose.name().toLowerCase(Locale.ROOT);
  }

  static String key(OutsideLetter letter) {
    return keys(letter.purpose(), letter.addressee()) + letter.key();
  }

  /** What all messages of this purpose to them begin with. */
  static String keys(Purpose purpose, UUID addressee) {
    return channel(purpose) + BETWEEN + addressee + BETWEEN;
  }

  /** The link of a message that is such a letter. */
  Optional<URI> linkOf(Message message) {
    return Arrays.stream(Purpose.values())
        .filter(purpose -> channel(purpose).equals(message.channel()))
        .findFirst()
        .map(purpose -> links.get().to(purpose, addressee(message), message.writtenAt()));
  }

  private static UUID addressee(Message message) {
    int from = message.key().indexOf(BETWEEN) + 1;
    return UUID.fromString(message.key().substring(from, message.key().indexOf(BETWEEN, from)));
  }
}
