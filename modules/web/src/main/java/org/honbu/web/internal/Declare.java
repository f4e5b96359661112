package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.honbu.people.People;

/** The declare page's choices. */
@Named("declare")
@RequestScoped
public class Declare {
  private final People people;
  private final Names names;

  @Inject
  public Declare(People people, Names names) {
    this.people = people;
    this.names = names;
  }

  public List<Part> getComponents() {
    return people.components().stream()
        .map(component -> new Part(component.id(), names.of(component.owner())))
        .toList();
  }

  /** A component and whose it is. */
  public record Part(String id, String team) {}
}
