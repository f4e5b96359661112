package org.honbu.people.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
  private @Nullable String docs;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "component_dependency", joinColumns = @JoinColumn(name = "component_id"))
  @Column(name = "depends_on")
  private Set<String> dependsOn = new HashSet<>();

  protected ComponentRow() {}

  ComponentRow(Component component) {
    id = component.id();
    function = component.function();
    owner = component.owner().value();
    runbook = component.runbook().map(URI::toString).orElse(null);
    docs = component.docs().map(URI::toString).orElse(null);
    dependsOn.addAll(component.dependsOn());
  }

  Component component() {
    return new Component(
        id,
        function,
        new TeamId(owner),
        Optional.ofNullable(runbook).map(URI::create),
        Optional.ofNullable(docs).map(URI::create),
        dependsOn);
  }
}
