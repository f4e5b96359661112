package org.honbu.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.honbu.kernel.CurrentPerson;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the language and the theme a reader chose and leads back to the page they were on.
 * Works without script.
 */
public class PreferencesServlet extends HttpServlet {
  static final String THEME_COOKIE = "honbu-theme";
  private static final Set<String> LANGUAGES = Set.of("ja", "en");
  private static final Set<String> THEMES = Set.of("light", "dark", "device");

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    remember(request, response, CurrentPerson.LANGUAGE_COOKIE, "language", LANGUAGES);
    remember(request, response, THEME_COOKIE, "theme", THEMES);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + back(request.getParameter("back")));
  }

  /** Only to a page of ours: anything else would make this a way to lead people elsewhere. */
  static String back(@Nullable String path) {
    return path != null
            && (Page.at(path).isPresent() || path.matches("/[as]/[A-Za-z0-9_.-]{1,200}"))
        ? path
        : "/";
  }

  private static void remember(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String parameter,
      Set<String> known) {
    String choice = request.getParameter(parameter);
    if (choice == null || !known.contains(choice)) {
      return;
    }
    Cookie cookie = new Cookie(name, choice);
    cookie.setPath("/");
    // Not HttpOnly: no secret, and Tasklist's scripts follow the same choice.
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
