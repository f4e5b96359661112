package org.honbu.learning;

import java.util.List;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * What people promised to change. Each item has an owner and a day; it is done by its owner, or
 * waived by a process owner who does not own it (A41). Until then it can change hands, and its day.
 * Transactions as in {@link Postmortems}.
 */
public interface ActionItems {

  /** Agrees upon an item of a full review that is not closed. */
  Outcome add(IncidentId incident, ActionWish wish, PersonId by);

  /**
   * Its owner says that it is done.
   *
   * @param how 1 to 500 characters, or a link
   */
  Outcome done(UUID item, String how, PersonId by);

  /**
   * A process owner lets it go.
   *
   * @param reason 1 to 500 characters
   */
  Outcome waive(UUID item, String reason, PersonId by);

  /**
   * Somebody else brings it about, or by another day. Its owner hands it on or promises it earlier;
   * a process owner who does not own it may also put it off.
   */
  Outcome change(UUID item, ActionChange change, PersonId by);

  /** Open ones: overdue ones of severity 1 first, then by day; 500 at most. */
  List<ActionItem> open();
}
