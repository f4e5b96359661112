package org.honbu.tasklist.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.jspecify.annotations.Nullable;

/**
 * Tells Camunda's webapp who the container signed in. Only the name: groups are asked of the
 * engine's identity service, which reads today's directory and not the token.
 */
public class SignedInPerson implements AuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    @Nullable Principal person = request.getUserPrincipal();
    return person == null
        ? AuthenticationResult.unsuccessful()
        : AuthenticationResult.successful(person.getName());
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    // The gate has answered 401 before; there is no challenge a script could answer.
  }
}
