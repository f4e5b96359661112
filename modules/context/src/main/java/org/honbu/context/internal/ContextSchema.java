package org.honbu.context.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class ContextSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "context";
  }
}
