package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.PersonId;

/**
 * Who commands an incident with an open war room: never nobody, never two.
 *
 * @param unqualified whether they hold it without the role, because nobody qualified came
 * @param epoch counts the holders, from 1
 */
public record CommandSeat(
    PersonId holder, Standing standing, Instant since, boolean unqualified, int epoch) {}
