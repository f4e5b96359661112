package org.honbu.notifications;

import java.time.Instant;
import java.util.List;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;

/**
 * Reaches people and channels. Messages are written in the caller's transaction and leave after its
 * commit; a rollback leaves none behind.
 */
public interface Notifications {

  /**
   * Calls one person, who is expected to answer: at Honbu itself, by e-mail and, where the chat
   * carries what is real, in the chat as well. A chat they are not in keeps nobody waiting.
   *
   * <p>Calling again for the same run, step and person does nothing.
   *
   * @return whether any contact point of theirs can be tried at all; when not, nothing was written
   *     and the caller skips this person
   */
  boolean page(Page page);

  /** Posts to a channel. Posting again under the same key does nothing. */
  void post(Post post);

  /**
   * Takes back every page of the run that has not left yet: somebody answered, or the run is over.
   *
   * @param runId the run of {@link Page.Call#runId()}
   * @return how many messages had not left yet
   */
  int cancelPages(String runId);

  /**
   * Calls everybody whom this step of the run had called once more: an answer that had stopped it
   * was taken back. Calling again for the same deadline does nothing.
   *
   * @param answerBy when the next level is called now
   * @return how many people are called again
   */
  int pageAgain(String runId, int step, Instant answerBy);

  /** What process owners' table {@code NotificationRoute} says now for a new incident (DM-2). */
  Route route(Kind kind, int severity);

  /** The newest messages first, for the page <em>送信 / Outgoing messages</em>. */
  List<OutgoingMessage> outgoing(int limit);

  /** All messages of one incident, newest first. */
  List<OutgoingMessage> outgoing(IncidentId incident);
}
