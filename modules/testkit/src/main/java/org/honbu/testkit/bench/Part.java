package org.honbu.testkit.bench;

import java.util.List;

/** One thing that is measured. */
interface Part {
  /** As given on the command line. */
  String name();

  /**
   * Measures it.
   *
   * @param shortened whether a rough answer in a third of the time will do
   */
  List<Figure> measure(Ground ground, boolean shortened);
}
