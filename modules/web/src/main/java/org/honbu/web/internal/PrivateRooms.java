package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.ProblemException;

/**
 * Whatever module answers below {@code /incidents/{id}}: of a private incident nothing is answered
 * to whoever is outside, and nothing done for them, but what {@link Outsiders} lists.
 */
@Provider
@ApplicationScoped
public class PrivateRooms implements ContainerRequestFilter {
  @Inject private Outsiders outsiders;
  @Inject private CurrentPerson caller;

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> segments =
        request.getUriInfo().getPathSegments().stream().map(PathSegment::getPath).toList();
    boolean isShut =
        Outsiders.guarded(request.getMethod(), segments)
            .filter(incident -> outsiders.isShut(incident.value(), caller.id().value()))
            .isPresent();
    if (isShut) {
      throw new ProblemException(Outsiders.PRIVATE_ROOM);
    }
  }
}
