package org.honbu.announcements.internal;

import java.util.List;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/** An engine in which a process of another diagram cannot be started, and is not missed. */
record NothingStarts(Processes engine) implements Processes {
  @Override
  public boolean start(String processId, Subject subject, Facts facts) {
    return false;
  }

  @Override
  public boolean startBeside(String processId, Subject subject, String apart, Facts facts) {
    return false;
  }

  @Override
  public boolean startAt(String processId, Subject subject, List<String> steps, Facts facts) {
    return false;
  }

  @Override
  public boolean tell(String message, Subject subject, Facts facts) {
    return engine.tell(message, subject, facts);
  }

  @Override
  public void stop(Subject subject, String why) {
    throw new AssertionError("nothing is stopped here: " + why);
  }

  @Override
  public List<Progress> progress(Subject subject) {
    return engine.progress(subject);
  }

  @Override
  public boolean waits(String processId, String message, Subject subject) {
    return engine.waits(processId, message, subject);
  }

  @Override
  public boolean runs(String processId, Subject subject) {
    return engine.runs(processId, subject);
  }
}
