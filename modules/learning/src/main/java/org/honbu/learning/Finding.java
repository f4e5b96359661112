package org.honbu.learning;

import org.honbu.kernel.Words;

/**
 * A place in a review that may read as blame (TP-L2), and how it could be said.
 *
 * @param found the words as they stand there
 * @param why what they do to the people who read them
 * @param kinder a proposal
 */
public record Finding(Section section, String found, Words why, Words kinder) {

  /** One line for a place that has only one. */
  public Words line() {
    return new Words("{0}「{1}」：{2} → {3}", "{0}, “{1}”: {2} → {3}")
        .with(section.title(), found, why, kinder);
  }
}
