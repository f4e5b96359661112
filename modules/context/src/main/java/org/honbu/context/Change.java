package org.honbu.context;

import java.time.Instant;
import java.util.Optional;

/**
 * A change to what runs, as another system tells it.
 *
 * @param integration which system, by its id
 * @param component as in the catalogue, 1 to 80 characters
 * @param at when it was done
 * @param who as that system calls them, 1 to 120 characters
 * @param summary what was changed, one line, at most 300 characters
 * @param url to more of it, at most 500 characters
 * @param externalId what that system calls it, at most 200 characters: the same again is the same
 */
public record Change(
    String integration,
    String component,
    ChangeKind kind,
    Instant at,
    String who,
    String summary,
    Optional<String> url,
    Optional<String> externalId) {}
