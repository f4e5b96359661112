package org.honbu.statuspage.internal;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.honbu.statuspage.internal.SubscriptionPages.Answered;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code /status}, open to everybody, without session or cookie, so that any cache on the
 * way may keep what it says. The web application's {@code web.xml} maps it.
 */
public class StatusServlet extends HttpServlet {
  private static final String FRESH =
      "public, max-age=15, stale-while-revalidate=60, stale-if-error=86400";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Answered> aside = Subscribing.opened(request);
    if (aside.isPresent()) {
      sendAside(response, aside.get());
      return;
    }
    Asked asked = Asked.at(request.getPathInfo(), language(request));
    Optional<StatusFile> file = CDI.current().select(Snapshots.class).get().file(asked.file());
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", FRESH);
    response.setHeader("ETag", file.get().tag());
    if (file.get().type().equals(Frame.TYPE)) {
      response.setHeader("Content-Language", asked.language().getLanguage());
      if (request.getParameter("lang") == null) {
        response.setHeader("Vary", "Accept-Language");
      }
    } else {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
    if (isKnown(request.getHeader("If-None-Match"), file.get().tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    send(response, 200, file.get());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Answered> answer = Subscribing.pressed(request);
    if (answer.isPresent()) {
      sendAside(response, answer.get());
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** What is for one reader alone is kept by nobody. */
  private static void sendAside(HttpServletResponse response, Answered answer) throws IOException {
    response.setHeader("Cache-Control", "no-store, private");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Vary", "Accept-Language");
    if (answer.status() == StatusProblems.TOO_OFTEN.status()) {
      response.setHeader("Retry-After", "3600");
    }
    send(response, answer.status(), answer.page());
  }

  private static void send(HttpServletResponse response, int status, StatusFile file)
      throws IOException {
    byte[] bytes = file.bytes();
    response.setStatus(status);
    response.setContentType(file.type() + ";charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /**
   * The language asked for in the address, else by the browser, else English. Not the cookie of
   * those who work here: what is cached for one reader would be served to another.
   */
  static Locale language(HttpServletRequest request) {
    String wish = request.getParameter("lang");
    if (wish != null) {
      return wish.equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    }
    return request.getHeader("Accept-Language") == null
        ? Locale.ENGLISH
        : Collections.list(request.getLocales()).stream()
            .map(Locale::getLanguage)
            .filter(known -> known.equals("ja") || known.equals("en"))
            .findFirst()
            .map(Locale::forLanguageTag)
            .orElse(Locale.ENGLISH);
  }

  /** Whether the browser has it already; {@code *} and lists as RFC 9110 says. */
  static boolean isKnown(@Nullable String has, String tag) {
    if (has == null) {
      return false;
    }
    for (String one : has.split(",", -1)) {
      String plain = one.strip().replaceFirst("^W/", "");
      if (plain.equals("*") || plain.equals(tag.replaceFirst("^W/", ""))) {
        return true;
      }
    }
    return false;
  }
}
