package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

/** Says that this module has tables. */
@ApplicationScoped
class AlertsSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "alerts";
  }
}
