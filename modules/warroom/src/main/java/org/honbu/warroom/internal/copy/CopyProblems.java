package org.honbu.warroom.internal.copy;

import org.honbu.kernel.Problem;
import org.honbu.kernel.Problem.Owner;
import org.honbu.kernel.Words;

/** What can go wrong with copies of rooms. */
final class CopyProblems {
  static final Problem NOT_COPIED =
      new Problem(
          "HB-8060",
          Owner.CONFIGURATION,
          500,
          new Words("部屋の写しを残せませんでした", "A room could not be copied to the second place"));

  private CopyProblems() {}
}
