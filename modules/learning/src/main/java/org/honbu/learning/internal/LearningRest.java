package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;

/** Offers this module's REST resources. */
@ApplicationScoped
public class LearningRest implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(PostmortemResource.class, MarkdownResource.class, ActionItemsResource.class);
  }
}
