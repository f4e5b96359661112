package org.honbu.context.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;

/** Offers this module's REST resources. */
@ApplicationScoped
public class ContextRest implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(ChangesResource.class, ContextResource.class);
  }
}
