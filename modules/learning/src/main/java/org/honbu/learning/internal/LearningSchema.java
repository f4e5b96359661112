package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class LearningSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "learning";
  }
}
