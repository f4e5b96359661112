package org.honbu.learning;

import java.time.LocalDate;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;

/**
 * An action item as somebody proposes it.
 *
 * @param what 1 to 300 characters
 * @param team whose it is; empty: the team of the incident
 * @param due the last day for it, Tokyo time, at the latest what the table says (TM32); empty: that
 */
public record ActionWish(
    String what, ActionKind kind, Optional<TeamId> team, PersonId owner, Optional<LocalDate> due) {}
