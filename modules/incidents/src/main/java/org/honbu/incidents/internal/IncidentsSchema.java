package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class IncidentsSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "incidents";
  }
}
