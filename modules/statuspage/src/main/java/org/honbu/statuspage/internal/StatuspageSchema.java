package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class StatuspageSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "statuspage";
  }
}
