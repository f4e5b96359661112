package org.honbu.incidents;

import org.honbu.kernel.PersonId;
import org.honbu.people.CommanderScore;
import org.honbu.people.Eligibility;

/**
 * Somebody who may come into question as the commander of an incident.
 *
 * @param eligibility whether they do, and why; never eligible whom {@link Command} would refuse
 * @param score how well they fit, term by term
 * @param mayTake whether {@link Command} would let them command now; somebody who should rest may
 */
public record CommandCandidate(
    PersonId person, Eligibility eligibility, CommanderScore score, boolean mayTake) {}
