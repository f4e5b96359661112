package org.honbu.warroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Activity;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * What somebody who arrives has to know.
 *
 * @param onCall who has the duty on-call here; while nobody answered, whose week it is
 * @param excluded work whose question was answered with “it is not that”
 * @param ruledOut topics that ended so
 * @param openWork work that somebody was given and has not finished
 * @param topics questions that are talked about in side rooms
 * @param lastUpdate what the room was told last
 * @param changes deployments, rollbacks and flags of the component within the last 24 hours, newest
 *     first
 * @param ways what this reader may do, the most fitting first, at most four
 * @param lines all of it in words, in the order in which it is read, at most eight
 */
public record CatchUpCard(
    IncidentView incident,
    List<PersonId> onCall,
    Optional<Decision> decision,
    List<Assignment> excluded,
    List<ClosedTopic> ruledOut,
    List<Assignment> openWork,
    List<Topic> topics,
    Optional<StatusUpdate> lastUpdate,
    Promises promises,
    List<Activity> changes,
    Visit visit,
    List<Way> ways,
    List<Line> lines) {

  /** When it began, as far as known. */
  public Instant since() {
    return incident.times().startedAt().orElse(incident.times().declaredAt());
  }

  /** The same with these lines. */
  public CatchUpCard with(List<Line> said) {
    return new CatchUpCard(
        incident,
        onCall,
        decision,
        excluded,
        ruledOut,
        openWork,
        topics,
        lastUpdate,
        promises,
        changes,
        visit,
        ways,
        List.copyOf(said));
  }

  /**
   * What was told to whom, and when they hear again.
   *
   * @param users when users hear again
   * @param room when the room hears again
   * @param toldUsers when users were told something last
   */
  public record Promises(
      Optional<Instant> users, Optional<Instant> room, Optional<Instant> toldUsers) {}

  /**
   * The reader's visit.
   *
   * @param arriving whether they are new here, or were away for more than ten minutes
   * @param before when they looked last before this visit; empty the first time
   * @param missed what others did since then, newest first
   */
  public record Visit(boolean arriving, Optional<Instant> before, List<TimelineEntry> missed) {}

  /** One line of the card. */
  public record Line(About about, Words text) {}

  /** What a line speaks of. */
  public enum About {
    BROKEN("何が", "What is broken"),
    SINCE("いつから", "Since"),
    COMMAND("体制", "Who"),
    PLAN("方針", "Plan"),
    EXCLUDED("除外", "Ruled out"),
    WORK("進行中", "Under way"),
    TOLD("共有", "Told"),
    CHANGED("変更", "What changed");

    private final String ja;
    private final String en;

    About(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }
}
