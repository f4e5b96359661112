package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class AnnouncementsSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "announcements";
  }
}
