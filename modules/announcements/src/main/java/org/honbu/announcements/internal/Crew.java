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

  Words name(PersonId person);
}
