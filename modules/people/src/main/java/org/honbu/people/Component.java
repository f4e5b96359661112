package org.honbu.people;

import java.net.URI;
import java.util.Optional;
import org.honbu.kernel.TeamId;

/**
 * An entry of the component catalogue.
 *
 * @param id as alerts name it, {@code payment-api}; 1 to 80 characters
 * @param owner the team that is paged for it
 * @param runbook what to do when it fails
 */
public record Component(String id, Function function, TeamId owner, Optional<URI> runbook) {

  /** How much of the business stands on it (DOMAIN DM-1), least first. */
  public enum Function {
    INTERNAL,
    MINOR,
    MAJOR,
    CORE
  }
}
