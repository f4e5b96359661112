package org.honbu.warroom;

import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Asking the room who has hands free (DOMAIN 2.6). The question asks everybody, the work goes to
 * one: a call ends in one named person or is called off, and one runs at a time.
 *
 * <p>Transactions, locks, timeline and failures are as in {@link Delegation}.
 */
public interface VolunteerCalls {

  /** The commander asks the room. */
  Outcome ask(IncidentId incident, CallWish wish, PersonId by);

  /**
   * 「できます」: anybody who is not the commander. Who was not in the room comes in by it, free to help.
   */
  Outcome free(IncidentId incident, int number, PersonId by);

  /**
   * The commander picks one, be it somebody who did not answer; that person is asked to take the
   * work, as by {@link Delegation#give}.
   */
  GiveOutcome pick(IncidentId incident, int number, PersonId person, boolean anyway, PersonId by);

  /** The commander calls it off. */
  Outcome drop(IncidentId incident, int number, PersonId by);

  /** The one that runs. */
  Optional<VolunteerCall> open(IncidentId incident);

  /** All of them, those that have ended too, oldest first. */
  List<VolunteerCall> of(IncidentId incident);
}
