package org.honbu.slack.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

@ApplicationScoped
class SlackSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "slack";
  }
}
