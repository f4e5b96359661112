package org.honbu.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * The review of one incident as it stands.
 *
 * @param commander who chooses the owner: whoever commanded last, else whoever answered
 * @param owner who brings the text and the meeting about
 * @param facilitator who leads the meeting; neither the commander nor the owner
 * @param due by when people have to meet (TM31)
 * @param texts what was written, by section; empty sections are left out
 * @param edition counts the changes of the texts, from 0; whoever writes names the one they read
 * @param writer who wrote last
 * @param items oldest first
 */
public record Postmortem(
    IncidentId incident,
    Form form,
    State state,
    int severity,
    Optional<PersonId> commander,
    Optional<PersonId> owner,
    Optional<PersonId> facilitator,
    Optional<Instant> meetingAt,
    Instant due,
    Map<Section, String> texts,
    int edition,
    Optional<PersonId> writer,
    Instant begunAt,
    Optional<Instant> reviewedAt,
    Optional<Instant> closedAt,
    List<ActionItem> items) {

  public Postmortem {
    texts = Map.copyOf(texts);
    items = List.copyOf(items);
  }

  public String text(Section section) {
    return texts.getOrDefault(section, "");
  }

  /** Whether people should have met by now and the review is not done. */
  public boolean isOverdue(Instant now) {
    boolean waits = state == State.DRAFT || state == State.IN_REVIEW;
    return waits && now.isAfter(meetingAt.orElse(due));
  }

  /** How much is asked (DM-7). */
  public enum Form {
    FULL("ポストモーテム", "Postmortem"),
    /** Ten minutes after a false alarm. */
    SHORT("短いふりかえり", "Short review");

    private final String ja;
    private final String en;

    Form(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }

  /** Where it stands. */
  public enum State {
    DRAFT("下書き", "Draft"),
    IN_REVIEW("レビュー中", "In review"),
    REVIEWED("レビュー済み", "Reviewed"),
    CLOSED("完了", "Closed");

    private final String ja;
    private final String en;

    State(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }
}
