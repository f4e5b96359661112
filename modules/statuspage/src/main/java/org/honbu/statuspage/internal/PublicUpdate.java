package org.honbu.statuspage.internal;

import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.Words;

/**
 * One message to users.
 *
 * @param phase how it stood with this message
 * @param next when they were promised to hear again
 */
record PublicUpdate(
    String id, Phase said, PublicPhase phase, Words text, Optional<Instant> next, Instant at) {}
