package org.honbu.incidents;

import java.time.Instant;
import org.honbu.kernel.PersonId;

/**
 * What somebody can take back now.
 *
 * @param to the person who did it; nobody else can
 * @param until the last moment, {@link Undo#WITHIN} after the act
 */
public record UndoOffer(Undoable act, PersonId to, Instant until) {}
