package org.honbu.learning;

import java.time.LocalDate;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/**
 * How somebody wants to change an open action item.
 *
 * @param owner who brings it about from now on; empty: as before
 * @param due the last day for it, Tokyo time, at the latest what the table says from today (TM32);
 *     empty: as before
 * @param reason 1 to 500 characters
 */
public record ActionChange(Optional<PersonId> owner, Optional<LocalDate> due, String reason) {}
