package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/**
 * Something that somebody did to what runs, as another system tells it.
 *
 * @param integration which system, by its id
 * @param who as that system calls them, 1 to 120 characters
 * @param person who that is, when the directory knows
 * @param component as in the catalogue, at most 80 characters
 * @param at when it was done
 * @param link to more of it, at most 500 characters
 */
public record Activity(
    String integration,
    String who,
    Optional<PersonId> person,
    Work work,
    Optional<String> component,
    Instant at,
    Optional<String> link) {}
