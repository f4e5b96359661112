package org.honbu.notifications;

import java.time.Instant;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;

/**
 * What a signed link, found genuine and in time, stands for: one person's answer to one run.
 *
 * @param step the call it came with
 * @param calledAt when the call was written
 */
public record AnswerLink(
    Kind kind, IncidentId incident, String runId, int step, PersonId person, Instant calledAt) {}
