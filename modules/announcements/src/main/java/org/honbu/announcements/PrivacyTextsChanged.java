package org.honbu.announcements;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.Fact;

/** Which texts about harmed data wait for their second reader has changed. */
public record PrivacyTextsChanged(IncidentId incident, Instant at) implements Fact {}
