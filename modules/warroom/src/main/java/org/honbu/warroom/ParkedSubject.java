package org.honbu.warroom;

import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.PersonId;

/**
 * A subject that was raised and put off (GL-46).
 *
 * @param subject 1 to 200 characters
 */
public record ParkedSubject(UUID id, String subject, PersonId by, Instant since) {}
