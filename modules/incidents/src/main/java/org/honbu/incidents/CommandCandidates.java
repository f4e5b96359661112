package org.honbu.incidents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Eligibility;

/**
 * Who could command an incident next, best first, with every term that decides (DOMAIN DM-6).
 *
 * <p>Changes nothing and gives nobody anything: a person commands when they {@linkplain
 * Command#take claim} or {@linkplain Command#accept accept}. Each method is one transaction (it
 * joins the caller's). All but {@link #mayRead} fail with 404 {@code HB-3001} for an unknown
 * number.
 */
public interface CommandCandidates {

  /**
   * Everybody who may come into question; whoever holds command already is left out, an acting
   * commander is not.
   */
  Candidates of(IncidentId incident);

  /**
   * Whom to ask now, best first; nobody who comes into question only because the glass is broken.
   *
   * @param except who was asked already or is not to be asked
   */
  default List<PersonId> next(IncidentId incident, Set<PersonId> except) {
    return of(incident).next(except);
  }

  /**
   * What somebody who commands here, or is about to, should heed: an owner of what is affected is
   * tempted to work on it (DOMAIN 2.5). For them alone to read.
   */
  Optional<Words> advice(IncidentId incident, PersonId person);

  /**
   * Whether somebody may see the list: whoever commands the incident, and commanders, responders
   * and process owners by role.
   */
  boolean mayRead(IncidentId incident, PersonId person);

  /**
   * The list.
   *
   * @param people who fits best first; those who do not come into question last
   * @param unknown what should count and Honbu does not know
   */
  record Candidates(List<CommandCandidate> people, List<Words> unknown) {
    public Candidates {
      people = List.copyOf(people);
      unknown = List.copyOf(unknown);
    }

    /**
     * Whom to ask now, best first; nobody who comes into question only because the glass is broken.
     */
    public List<PersonId> next(Set<PersonId> except) {
      return people.stream()
          .filter(candidate -> candidate.eligibility().isEligible())
          .filter(candidate -> candidate.eligibility().reason() != Eligibility.Reason.BREAK_GLASS)
          .map(CommandCandidate::person)
          .filter(person -> !except.contains(person))
          .toList();
    }
  }
}
