package org.honbu.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;

/**
 * Who exists and which standing roles and teams they have; what the engine's read-only identity
 * provider asks.
 *
 * <p>Implemented by {@code people} over Keycloak. Answers come from memory and never wait for the
 * network.
 */
public interface Directory {

  /** The person, when they exist, are enabled and have at least one of Honbu's roles. */
  Optional<Entry> find(PersonId person);

  List<Entry> everybody();

  /**
   * One person as the engine sees them.
   *
   * @param groups role names and {@code team:<id>}, as used for candidate groups
   */
  record Entry(
      PersonId id, String familyName, String givenName, String email, Set<String> groups) {}
}
