package org.honbu.people.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.Optional;
import org.honbu.kernel.TeamId;
import org.honbu.people.Component;
import org.jspecify.annotations.Nullable;

/** A component as it is stored. */
@Entity
@Table(name = "component")
class ComponentRow {
  @Id private String id;

  @Enumerated(EnumType.STRING)
  @Column(name = "business_function")
  private Component.Function function;

  @Column(name = "team_id")
  private String owner;

  private @Nullable String runbook;

  protected ComponentRow() {}

  ComponentRow(Component component) {
    id = component.id();
    function = component.function();
    owner = component.owner().value();
    runbook = component.runbook().map(URI::toString).orElse(null);
  }

  Component component() {
    return new Component(
        id, function, new TeamId(owner), Optional.ofNullable(runbook).map(URI::create));
  }
}
