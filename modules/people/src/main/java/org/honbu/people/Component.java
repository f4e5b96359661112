package org.honbu.people;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.TeamId;

/**
 * An entry of the component catalogue.
 *
 * @param id as alerts name it, {@code payment-api}; 1 to 80 characters
 * @param owner the team that is paged for it
 * @param runbook what to do when it fails
 * @param docs how it is built
 * @param dependsOn what it needs to work, by id; in the catalogue or not
 */
public record Component(
    String id,
    Function function,
    TeamId owner,
    Optional<URI> runbook,
    Optional<URI> docs,
    Set<String> dependsOn) {

  public Component {
    dependsOn = Set.copyOf(dependsOn);
  }

  /** One of which nothing is known but whose it is. */
  public Component(String id, Function function, TeamId owner, Optional<URI> runbook) {
    this(id, function, owner, runbook, Optional.empty(), Set.of());
  }

  /** The same component with another runbook. */
  public Component withRunbook(URI newRunbook) {
    return new Component(id, function, owner, Optional.of(newRunbook), docs, dependsOn);
  }

  /** How much of the business stands on it (DOMAIN DM-1), least first. */
  public enum Function {
    INTERNAL,
    MINOR,
    MAJOR,
    CORE
  }
}
