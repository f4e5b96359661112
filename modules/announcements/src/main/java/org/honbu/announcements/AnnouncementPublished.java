package org.honbu.announcements;

import java.time.Instant;
import java.util.UUID;
import org.honbu.outbox.Fact;

/** Users were told something. */
public record AnnouncementPublished(
    String incident, UUID announcement, Announcement.Phase phase, Instant at) implements Fact {}
