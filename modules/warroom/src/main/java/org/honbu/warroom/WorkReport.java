package org.honbu.warroom;

import org.honbu.warroom.Assignment.Answered;

/**
 * What an owner comes back with (FM-13).
 *
 * @param conditions how it stands, 1 to 500 characters
 * @param actions what was done, 1 to 500 characters
 * @param needs what is missing, at most 500 characters, empty when nothing is
 * @param evidence at most 500 characters, may be empty
 */
public record WorkReport(
    String conditions, String actions, String needs, Answered answered, String evidence) {}
