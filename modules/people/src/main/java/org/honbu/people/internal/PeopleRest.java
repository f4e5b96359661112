package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;

/** Offers this module's REST resources. */
@ApplicationScoped
public class PeopleRest implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(
        PeopleResource.class,
        TeamsResource.class,
        ComponentsResource.class,
        OnCallResource.class,
        ReadinessResource.class,
        RecordResource.class);
  }
}
