package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class NotificationsSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "notifications";
  }
}
