package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;

/** Offers this module's REST resources. */
@ApplicationScoped
public class StatuspageRest implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(ShownComponentsResource.class);
  }
}
