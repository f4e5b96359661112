package org.honbu.notifications;

import org.honbu.kernel.Subject;

/** Takes a line for a channel back, when somebody has brought it out themselves. */
public interface PostRecall {

  /**
   * Takes the line back, unless it has left. Joins the caller's transaction: nothing sends it after
   * that commits, and nothing takes back what was sent before.
   *
   * @param key as in {@link Post#key()}
   */
  Outcome takeBack(Subject about, String channel, String key);

  /** Whether the line has left by itself. */
  boolean hasLeft(Subject about, String channel, String key);

  /** Whether {@link PostFailing} was said of it and it has not left since, nor was taken back. */
  boolean isFailing(Subject about, String channel, String key);

  /** What became of it. */
  enum Outcome {
    /** It will not leave any more. */
    TAKEN_BACK,
    /** It had left already. */
    HAD_LEFT,
    /** It never waited, or it can never leave: there was nothing to take back. */
    NOTHING_WAITED
  }
}
