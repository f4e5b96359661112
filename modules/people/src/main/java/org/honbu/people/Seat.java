package org.honbu.people;

import java.util.List;
import org.honbu.kernel.PersonId;

/**
 * Who may take a part in an incident, whosever turn it is. In the order of their names: it says how
 * many there are, and ranks nobody.
 *
 * @param able who holds the role and can be reached
 * @param outOfReach who holds the role, and no message can reach them
 */
public record Seat(Role role, List<PersonId> able, List<PersonId> outOfReach) {

  public Seat {
    able = List.copyOf(able);
    outOfReach = List.copyOf(outOfReach);
  }
}
