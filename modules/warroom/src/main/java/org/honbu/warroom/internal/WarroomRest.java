package org.honbu.warroom.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;
import org.honbu.warroom.internal.loop.LoopResource;

/** Offers this module's REST resources; each feature adds its own, a line each. */
@ApplicationScoped
public class WarroomRest implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(LoopResource.class);
  }
}
