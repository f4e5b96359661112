package org.honbu.warroom;

import java.time.Instant;

/**
 * A topic that was closed, and what came of it.
 *
 * @param answer what was found, or what the main room had to know
 */
public record ClosedTopic(
    String name, String question, TopicResult result, String answer, Instant at) {}
