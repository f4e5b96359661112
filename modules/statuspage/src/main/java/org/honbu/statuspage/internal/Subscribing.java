package org.honbu.statuspage.internal;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.honbu.notifications.OutsideLetter.Purpose;
import org.honbu.statuspage.internal.SubscriptionPages.Answered;

/** The addresses below {@code /status} that are for one reader. */
final class Subscribing {
  private static final String ASK = "/subscribe";

  private Subscribing() {}

  /** A page, when the address is one of these. Opening changes nothing. */
  static Optional<Answered> opened(HttpServletRequest request) {
    Locale reader = StatusServlet.language(request);
    return path(request).equals(ASK)
        ? Optional.of(pages().ask(reader))
        : behindLink(request, (purpose, token) -> pages().opened(purpose, token, reader));
  }

  static Optional<Answered> pressed(HttpServletRequest request) {
    Locale reader = StatusServlet.language(request);
    if (path(request).equals(ASK)) {
      String typed = Optional.ofNullable(request.getParameter("address")).orElse("");
      return Optional.of(pages().asked(typed, reader, request.getRemoteAddr()));
    }
    return behindLink(request, (purpose, token) -> pages().pressed(purpose, token, reader));
  }

  private static Optional<Answered> behindLink(
      HttpServletRequest request, BiFunction<Purpose, String, Answered> then) {
    String path = path(request);
    return Arrays.stream(Purpose.values())
        .filter(purpose -> path.startsWith(SubscriptionLinks.path(purpose)))
        .findFirst()
        .map(
            purpose ->
                then.apply(purpose, path.substring(SubscriptionLinks.path(purpose).length())));
  }

  private static String path(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo()).orElse("");
  }

  private static SubscriptionPages pages() {
    return CDI.current().select(SubscriptionPages.class).get();
  }
}
