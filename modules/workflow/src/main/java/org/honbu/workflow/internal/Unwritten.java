package org.honbu.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** A listed handler nobody has written yet: its step stalls where operators see it. */
record Unwritten(String name) implements TaskHandler {
  private static final Logger LOG = Logger.getLogger(Unwritten.class.getName());
  private static final Problem NOT_WRITTEN =
      new Problem(
          "HB-7003",
          Problem.Owner.BUG,
          500,
          new Words("処理「{0}」はまだ作られていません", "The handler “{0}” has not been written yet"));

  /** Written handlers and a stand-in for every other name on the list. */
  static List<TaskHandler> addedTo(Iterable<TaskHandler> written) {
    List<TaskHandler> all = new ArrayList<>();
    var missing = new TreeSet<>(Release.listedHandlers());
    for (TaskHandler handler : written) {
      all.add(handler);
      missing.remove(handler.name());
    }
    if (!missing.isEmpty()) {
      LOG.log(Level.WARNING, "Listed but not written yet: {0}", missing);
    }
    missing.forEach(name -> all.add(new Unwritten(name)));
    return all;
  }

  @Override
  public Facts perform(Step step) {
    throw new ProblemException(NOT_WRITTEN, name);
  }
}
