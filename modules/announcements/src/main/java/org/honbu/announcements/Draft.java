package org.honbu.announcements;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.Words;

/**
 * What an announcer wants to say.
 *
 * @param text Japanese 1 to 400 characters, English 1 to 800 (TP-L)
 * @param next when users hear again; required unless the phase closes the incident
 */
public record Draft(Announcement.Phase phase, Words text, Optional<Instant> next) {}
