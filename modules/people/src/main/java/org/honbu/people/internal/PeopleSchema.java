package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.honbu.workflow.OwnsSchema;

/** Says that this module has tables. */
@ApplicationScoped
class PeopleSchema implements OwnsSchema {
  @Override
  public String schema() {
    return "people";
  }
}
