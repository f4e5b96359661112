package org.honbu.people;

import org.honbu.kernel.PersonId;

/** Somebody who may come into question as commander, and how well they fit. */
public record RankedCommander(PersonId person, Eligibility eligibility, CommanderScore score) {}
