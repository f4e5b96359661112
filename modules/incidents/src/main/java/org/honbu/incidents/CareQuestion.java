package org.honbu.incidents;

import java.time.Instant;

/** Something the commander, and only they, were asked and have not answered yet. */
public record CareQuestion(Why why, Instant askedAt) {

  /** Why they are asked. */
  public enum Why {
    /** Their own hands seem to be at work (DOMAIN 2.7). */
    HANDS_ON,
    /** They have commanded for long (TM24). */
    FATIGUE
  }
}
