package org.honbu.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * A call to one person with a deadline for the answer.
 *
 * @param kind real or drill; decides through which channels it may leave
 * @param person who is called
 */
public record Page(Kind kind, Matter matter, PersonId person, Call call) {

  /** The same call with another deadline. */
  public Page until(Instant answerBy) {
    return new Page(
        kind,
        matter,
        person,
        new Call(
            call.runId(),
            call.step(),
            call.level(),
            answerBy,
            call.otherwise(),
            call.alsoCalled()));
  }

  /**
   * What it is about, as far as it is known.
   *
   * @param severity 1 to 5
   * @param title as the reporter or the monitoring wrote it; never trusted
   * @param impact what users notice
   * @param where the component, with its readable name
   */
  public record Matter(
      IncidentId incident,
      int severity,
      String title,
      Optional<String> impact,
      Optional<String> where) {

    public Matter {
      if (severity < 1 || severity > 5) {
        throw new IllegalArgumentException("severity " + severity);
      }
    }
  }

  /**
   * Where in the chain this call stands.
   *
   * @param runId the run an answer addresses; an answer stops it whenever it comes
   * @param step counts the levels this run has called, from 1; the second round goes on counting
   * @param level the level's name, for people
   * @param answerBy when the next level is called
   * @param otherwise who is called then; empty on the last step
   * @param alsoCalled who else is called by this step
   */
  public record Call(
      String runId,
      int step,
      Words level,
      Instant answerBy,
      Optional<Words> otherwise,
      List<PersonId> alsoCalled) {

    public Call {
      alsoCalled = List.copyOf(alsoCalled);
    }
  }
}
