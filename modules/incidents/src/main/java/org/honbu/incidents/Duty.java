package org.honbu.incidents;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/** A part somebody played or plays in one incident. */
public record Duty(DutyKind kind, PersonId person, Instant from, Optional<Instant> to) {}
