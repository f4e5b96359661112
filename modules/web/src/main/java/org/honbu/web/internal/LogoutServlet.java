package org.honbu.web.internal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Ends the session here, in Tasklist (one shared session) and in Keycloak, and what this person's
 * open pages listen to.
 *
 * <p>With a parameter {@code as}, leads on to the login with that name filled in: the demo's way to
 * become somebody else.
 */
public class LogoutServlet extends HttpServlet {
  @Inject private transient LiveNews news;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Principal leaving = request.getUserPrincipal();
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    if (leaving != null) {
      news.leave(new PersonId(leaving.getName()));
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + next(request.getParameter("as")));
  }

  static String next(@Nullable String name) {
    if (name == null) {
      return "/";
    }
    try {
      return "/incidents?login_hint=" + new PersonId(name).value();
    } catch (ProblemException notAName) {
      return "/";
    }
  }
}
