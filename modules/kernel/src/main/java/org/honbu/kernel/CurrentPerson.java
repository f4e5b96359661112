package org.honbu.kernel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/**
 * Who sent this request and which language they read.
 *
 * <p>For REST resources and pages only: there is no request inside a handler or a timer. Being
 * signed in says nothing about roles; ask the directory for those.
 */
@RequestScoped
public class CurrentPerson {
  /** Remembers the language a reader chose. */
  public static final String LANGUAGE_COOKIE = "honbu-language";

  public static final Problem NOT_SIGNED_IN =
      new Problem("HB-1003", Problem.Owner.CALLER, 401, new Words("ログインしてください", "Sign in first"));

  private final HttpServletRequest request;

  @Inject
  public CurrentPerson(HttpServletRequest request) {
    this.request = request;
  }

  public Optional<PersonId> signedIn() {
    return Optional.ofNullable(request.getUserPrincipal())
        .map(principal -> new PersonId(principal.getName()));
  }

  /**
   * The person.
   *
   * @throws ProblemException {@link #NOT_SIGNED_IN} when nobody signed in
   */
  public PersonId id() {
    return signedIn().orElseThrow(() -> new ProblemException(NOT_SIGNED_IN));
  }

  /** The person as the one who acts. */
  public Actor actor() {
    return Actor.person(id());
  }

  /** Japanese or English: what the reader chose, else what their browser asks for, else English. */
  public Locale locale() {
    return localeOf(request);
  }

  /** As {@link #locale()}, where there is no request scope. */
  public static Locale localeOf(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (LANGUAGE_COOKIE.equals(cookie.getName())) {
        return known(Locale.forLanguageTag(cookie.getValue())).orElse(Locale.ENGLISH);
      }
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(wish -> known(wish).stream())
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private static Optional<Locale> known(Locale wish) {
    return switch (wish.getLanguage()) {
      case "ja" -> Optional.of(Locale.JAPANESE);
      case "en" -> Optional.of(Locale.ENGLISH);
      default -> Optional.empty();
    };
  }
}
