package org.honbu.announcements.internal;

import java.util.List;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/** The people around announcements. */
interface Crew {

  /** Whether the directory can say now who has which role; while it cannot, nobody has any. */
  boolean isKnown();

  List<PersonId> withRole(Role role);

  boolean has(PersonId person, Role role);

  /** Whether it is this person's turn now in a team of theirs. */
  boolean isOnCall(PersonId person);

  Words name(PersonId person);
}
