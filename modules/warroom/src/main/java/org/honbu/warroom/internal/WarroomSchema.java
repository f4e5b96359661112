package org.honbu.warroom.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class WarroomSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "warroom";
  }
}
