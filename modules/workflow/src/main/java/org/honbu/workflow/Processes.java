package org.honbu.workflow;

import java.util.List;
import org.honbu.kernel.Subject;

/** Starts processes and tells them what happened. Everything joins the caller's transaction. */
public interface Processes {

  /**
   * Starts a process for a subject; does nothing when one of that id is already running for it.
   *
   * @param processId file name of the diagram without its ending
   * @return whether it was started now
   */
  boolean start(String processId, Subject subject, Facts facts);

  /**
   * As {@link #start}, of a process of which a subject may need several at once: does nothing when
   * one that knows the same by this fact is already running for it.
   *
   * @param apart name of the fact by which one is told from another
   */
  boolean startBeside(String processId, Subject subject, String apart, Facts facts);

  /**
   * As {@link #start}, at the steps where the subject's record stands: for a process that was lost.
   *
   * @param steps ids of elements to begin before; none: from the beginning
   */
  boolean startAt(String processId, Subject subject, List<String> steps, Facts facts);

  /**
   * Tells every wait for this message of the subject's processes.
   *
   * @param message the message's name in the diagram, {@code Message_…}
   * @return whether anything waited for it; a message nobody waits for is not kept
   */
  boolean tell(String message, Subject subject, Facts facts);

  /** Ends all processes of the subject where they stand. */
  void stop(Subject subject, String why);

  /** Where the subject's processes are and have been, for the picture with the token on it. */
  List<Progress> progress(Subject subject);

  /**
   * Whether this process of the subject waits for the message now.
   *
   * @param processId file name of the diagram without its ending
   * @param message the message's name in the diagram, {@code Message_…}
   */
  boolean waits(String processId, String message, Subject subject);

  /** Whether a process of that id runs for the subject. */
  boolean runs(String processId, Subject subject);

  /**
   * One process of a subject.
   *
   * @param diagram which picture it is
   * @param passed ids of elements that were left behind
   * @param current ids of elements where it waits now
   */
  record Progress(String runId, Diagrams.Ref diagram, List<String> passed, List<String> current) {}
}
