package org.honbu.notifications;

import org.honbu.kernel.Kind;
import org.honbu.kernel.Subject;
import org.honbu.kernel.Words;

/**
 * A line for everybody in a channel.
 *
 * @param about an incident, or a report that is none yet
 * @param severity 1 to 5; 3, what a human says, where nobody has rated it
 * @param channel as tables name it: {@code #alert}, {@code #war_room}, {@code #drill-alert}
 * @param key makes repeating harmless; unique for the subject and channel
 * @param text one or a few lines in both languages
 */
public record Post(
    Kind kind, Subject about, int severity, String channel, String key, Words text) {}
