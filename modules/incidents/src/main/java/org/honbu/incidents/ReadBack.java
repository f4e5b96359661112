package org.honbu.incidents;

/**
 * What the next commander has understood, in their own words or as they confirmed it (DOMAIN 2.8,
 * step 4). Blank is missing.
 *
 * @param objective what comes first
 * @param openWork how many pieces of work are under way
 * @param nextAnnouncement when users hear again
 * @param risk what could go most wrong
 */
public record ReadBack(String objective, String openWork, String nextAnnouncement, String risk) {}
