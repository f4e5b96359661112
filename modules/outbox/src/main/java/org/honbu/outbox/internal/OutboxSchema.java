package org.honbu.outbox.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class OutboxSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "outbox";
  }
}
