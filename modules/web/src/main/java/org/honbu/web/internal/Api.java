package org.honbu.web.internal;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Set;
import org.honbu.kernel.RestResources;

/** The root of the REST API: serves what every module offers. */
@ApplicationPath("/api/v1")
public class Api extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ProblemMapper.class,
        PrivateRooms.class,
        OneJsonb.class,
        EmptyBodyIsJson.class,
        EmptyFormLeavesAllOut.class,
        FormsCanBeKept.class);
  }

  /**
   * The modules' resources as the container's beans. Handed over as classes they would each need a
   * constructor without parameters: RESTEasy looks for one before it asks CDI.
   */
  @Override
  @SuppressWarnings("deprecation") // classes instead of objects: see above
  public Set<Object> getSingletons() {
    Set<Object> resources = new LinkedHashSet<>();
    resources.add(CDI.current().select(DiagramResource.class).get());
    resources.add(CDI.current().select(DiagramSetResource.class).get());
    Instance<RestResources> offers =
        CDI.current().select(RestResources.class, Any.Literal.INSTANCE);
    for (RestResources offer : offers) {
      for (Class<?> resource : offer.resources()) {
        resources.add(CDI.current().select(resource).get());
      }
    }
    return resources;
  }
}
