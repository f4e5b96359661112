package org.honbu.notifications;

import org.honbu.kernel.Kind;
import org.honbu.kernel.Subject;
import org.honbu.kernel.Words;

/**
 * Something the chat shall do beside standing lines.
 *
 * @param severity 1 to 5; 3 where nobody has rated it
 * @param where what the chat understands, at most 100 characters
 * @param key makes repeating harmless; unique for the subject and place
 * @param text what is said by it, in both languages
 */
public record ChatErrand(
    Kind kind, Subject about, int severity, String where, String key, Words text) {}
