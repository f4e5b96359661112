package org.honbu.announcements.internal;

import java.util.List;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/** The people around announcements. */
interface Crew {

  List<PersonId> withRole(Role role);

  boolean has(PersonId person, Role role);

  Words name(PersonId person);
}
