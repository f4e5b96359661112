package org.honbu.workflow;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;

/** A task that waits for a person, as far as a list of many needs to know it. */
public interface Waiting {

  /** The element's id in the diagram, {@code Activity_…}. */
  String step();

  /** Its label, in both languages as drawn. */
  String name();

  /** The diagram's id. */
  String process();

  /** Who has claimed it. */
  Optional<PersonId> assignee();

  /** Candidate groups: Keycloak roles or {@code team:<id>}. */
  Set<String> groups();

  /** Candidate people. */
  Set<PersonId> people();

  Instant since();
}
