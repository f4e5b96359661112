package org.honbu.people;

import java.util.Map;
import java.util.Set;
import org.honbu.kernel.PersonId;

/**
 * What whoever keeps command knows of people, for one incident.
 *
 * @param histories of everybody who has commanded lately; others have none
 * @param commandElsewhere who commands another open severity 1 or 2 now
 * @param declined who said that they would rather not command this one
 */
public record CommandRecords(
    Map<PersonId, CommandHistory> histories,
    Set<PersonId> commandElsewhere,
    Set<PersonId> declined) {

  public CommandRecords {
    histories = Map.copyOf(histories);
    commandElsewhere = Set.copyOf(commandElsewhere);
    declined = Set.copyOf(declined);
  }

  /** Of somebody; {@link CommandHistory#NONE} when nothing is known. */
  public CommandHistory historyOf(PersonId person) {
    return histories.getOrDefault(person, CommandHistory.NONE);
  }
}
