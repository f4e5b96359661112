package org.honbu.warroom;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Read-only links by which executives follow an incident without a login (DOMAIN RO-15).
 *
 * <p>A link shows how it stands, who leads and when there is news: no timeline, no act, nobody
 * below commander and announcer. It ends by itself, at the latest {@link #AFTER_THE_END} after the
 * incident was resolved, and can be revoked. What may not leave by such a link is said in one rule;
 * a link stops at once when the rule begins to forbid it. Making and revoking stand on the
 * timeline; openings are counted, and nobody's.
 *
 * <p>Each act is one transaction or joins the caller's; a refusal is written to the timeline.
 */
public interface SharedLinks {
  /** How long a link works unless its maker says otherwise. */
  Duration DEFAULT = Duration.ofHours(24);

  /** The longest a link may work. */
  Duration LONGEST = Duration.ofDays(7);

  /** How long every link goes on working after the incident was resolved. */
  Duration AFTER_THE_END = Duration.ofHours(24);

  /**
   * Makes one. May: the commander, the deputy, the announcer, and every process owner.
   *
   * @param lives how long it works, 1 hour to {@link #LONGEST}
   * @throws org.honbu.kernel.ProblemException {@code HB-8052} when it shall live shorter or longer
   */
  ShareOutcome make(IncidentId incident, Duration lives, PersonId by);

  /** Ends one before its time; may: whoever may make one. */
  Outcome revoke(IncidentId incident, UUID link, PersonId by);

  /** Whether the person may make and revoke. */
  boolean mayShare(IncidentId incident, PersonId person);

  /** Those that work now, newest first. For people who may share. */
  List<SharedLink> of(IncidentId incident);

  /** What a link shows. Changes nothing, because link scanners open links. */
  Look look(String token);

  /** Counts an opening by somebody whose browser draws the page. */
  void opened(String token);

  /** What somebody sees who opens a link. */
  sealed interface Look {
    record Seen(SharedView view) implements Look {}

    /** Forged, over, revoked, or not to be shown: from outside all of these are the same. */
    record Nothing() implements Look {}

    /** It was opened too often within a minute. */
    record TooOften() implements Look {}
  }
}
