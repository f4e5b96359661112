package org.honbu.warroom;

/**
 * What a lead reports: conditions, actions, needs (FM-13), each 1 to 250 characters. In writing,
 * because what is only said is gone.
 */
public record TopicReport(String conditions, String actions, String needs) {}
