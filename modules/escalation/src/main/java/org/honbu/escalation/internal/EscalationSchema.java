package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class EscalationSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "escalation";
  }
}
