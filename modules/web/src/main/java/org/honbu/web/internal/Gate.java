package org.honbu.web.internal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.workflow.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who has a role in Honbu today, whatever their token still says.
 *
 * <p>Pages are behind the container's own login, so that a person without a session is led to
 * Keycloak. The REST API is not: a program gets 401 and a sentence, never a redirect.
 */
public class Gate extends HttpFilter {
  @Inject private transient Directory directory;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Problem> refusal = refusal(request, directory);
    if (refusal.isPresent()) {
      Refusal.send(request, response, refusal.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Why the request may not go on. */
  static Optional<Problem> refusal(HttpServletRequest request, Directory directory) {
    if (Paths.isIntake(request) || Paths.isOpen(request)) {
      return Optional.empty();
    }
    @Nullable Principal person = request.getUserPrincipal();
    if (person == null) {
      return Optional.of(CurrentPerson.NOT_SIGNED_IN);
    }
    Set<String> groups =
        directory
            .find(new PersonId(person.getName()))
            .map(Directory.Entry::groups)
            .orElse(Set.of());
    if (groups.isEmpty()) {
      return Optional.of(WebProblems.NO_ROLE);
    }
    boolean opens = Page.at(Paths.of(request)).map(page -> page.opensFor(groups)).orElse(true);
    return opens ? Optional.empty() : Optional.of(WebProblems.NOT_YOUR_PAGE);
  }
}
