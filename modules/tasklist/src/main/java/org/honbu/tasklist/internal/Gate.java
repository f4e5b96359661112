package org.honbu.tasklist.internal;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.workflow.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who is signed in and has a role in Honbu today, whatever their token still says; and
 * makes signing out real.
 *
 * <p>Pages are behind the container's login. The REST API is not: its caller is a script that
 * cannot follow a redirect to Keycloak, so it gets 401 and a sentence ({@code honbu-session.js}
 * then loads the page again).
 *
 * <p>Camunda's own sign-out only forgets its side of the session: a reload would be signed in again
 * without a password. After it succeeded, the container's session and Keycloak's end as well.
 */
public class Gate extends HttpFilter {
  private static final String SIGN_OUT = "/api/admin/auth/user/default/logout";

  private final transient Instance<Directory> directory;

  @Inject
  public Gate(Instance<Directory> directory) {
    this.directory = directory;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    @Nullable Principal person = request.getUserPrincipal();
    if (person == null) {
      if (Paths.isApi(request)) {
        Refusal.NOT_SIGNED_IN.send(request, response);
      } else {
        chain.doFilter(request, response);
      }
    } else if (!belongs(person)) {
      Refusal.NO_ROLE.send(request, response);
    } else {
      chain.doFilter(request, response);
      if (Paths.raw(request).equals(SIGN_OUT) && response.getStatus() < 300) {
        signOut(request);
      }
    }
  }

  private boolean belongs(Principal person) {
    try {
      return directory.get().find(new PersonId(person.getName())).isPresent();
    } catch (ProblemException notANameOfOurs) {
      return false;
    }
  }

  private static void signOut(HttpServletRequest request) throws ServletException {
    request.logout();
    @Nullable HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
