package org.honbu.slack.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;
import org.honbu.slack.internal.door.SlackResource;

/** Offers this module's REST resources. */
@ApplicationScoped
public class SlackRest implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(SlackResource.class);
  }
}
