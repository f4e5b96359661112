package org.honbu.warroom;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** A commander said in Tasklist what came of a round. */
public record EffectReviewed(
    IncidentId incident, Kind kind, int number, ReviewEffect.Next next, PersonId by, Instant at)
    implements Fact {}
