package org.honbu.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing be changed in a person's name by another site.
 *
 * <p>A request that could change something passes when its secret is not one a browser adds by
 * itself (a bearer token, an integration's key, a signed link that only ends e-mails). Otherwise
 * the browser must say that it comes from here ({@code Origin} or {@code Sec-Fetch-Site}; every
 * browser of today sends one of them), and a call of the REST API must carry {@value #HEADER}
 * besides, which no form of another site can add. Pages therefore keep no state on the server, and
 * one left open for hours still works.
 */
public final class SameOriginFilter extends HttpFilter {
  static final String HEADER = "X-Honbu-Request";
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (allowed(request)) {
      chain.doFilter(request, response);
    } else {
      Refusal.send(request, response, WebProblems.FOREIGN_ORIGIN);
    }
  }

  static boolean allowed(HttpServletRequest request) {
    if (HARMLESS.contains(request.getMethod())
        || Paths.isIntake(request)
        || Paths.isUnsubscribing(request)
        || isBearer(request.getHeader("Authorization"))) {
      return true;
    }
    if (Paths.isApi(request) && request.getHeader(HEADER) == null) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    return (site != null || origin != null)
        && (site == null || OURS.contains(site))
        && (origin == null || isOwn(origin, request.getHeader("Host")));
  }

  private static boolean isBearer(@Nullable String authorization) {
    return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
