package org.honbu.notifications;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * A line for one person and for nobody else.
 *
 * @param severity 1 to 5; 3 where nobody has rated it
 * @param key makes repeating harmless; unique for the incident and the person, at most 120
 *     characters
 * @param text one or a few lines; the person gets the language they read
 */
public record PrivateLine(
    Kind kind, IncidentId about, int severity, PersonId to, String key, Words text) {}
