package org.honbu.notifications;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;

/**
 * A line for everybody in a channel.
 *
 * @param channel as tables name it: {@code #alert}, {@code #war_room}, {@code #drill-alert}
 * @param key makes repeating harmless; unique for the incident and channel
 * @param text one or a few lines in both languages
 */
public record Post(
    Kind kind, IncidentId incident, int severity, String channel, String key, Words text) {}
