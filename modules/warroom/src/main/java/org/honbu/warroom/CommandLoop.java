package org.honbu.warroom;

import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * What the commander does round after round: assess, decide, assign, tell, look again (DOMAIN 2.4).
 *
 * <p>Nobody is led through it step by step. Every act may be done at any time while the room is
 * open, and completes whichever task of the loop it makes needless (PR-00c). All of them belong to
 * whoever commands, acting or held; the deputy may {@linkplain #update tell the room}, too.
 *
 * <p>Each act is one transaction or joins the caller's, takes the incident's lock, writes its row
 * and a line of the timeline, and makes the loop's tasks agree. Who may not is refused with {@link
 * Outcome.NotAllowed}, which is written to the timeline; when no room is open it is {@link
 * Outcome.NotNow}. What is empty or too long fails with 400 {@code HB-8031} or {@code HB-8032},
 * naming the field.
 */
public interface CommandLoop {

  /** 状況把握: notes what is seen. */
  Outcome assess(IncidentId incident, AssessSituation seen, PersonId by);

  /** やるべきこと判断: decides, and says so in the room. */
  Outcome decide(IncidentId incident, Decide decision, PersonId by);

  /**
   * 待ち: nobody is given work for now, because of this.
   *
   * @param reason 1 to 200 characters
   * @return {@link Outcome.NotNow} while nothing is decided
   */
  Outcome waitWith(IncidentId incident, String reason, PersonId by);

  /**
   * Somebody was given work: the loop goes on when it stands there. It hears of that by {@link
   * WorkMoved}, whatever door the work came through.
   */
  void workGiven(IncidentId incident);

  /** 状況共有: tells the room, and promises when it hears again. */
  Outcome update(IncidentId incident, ShareStatus told, PersonId by);

  /**
   * 効果確認: says what came of it. The next round begins, or the impact is declared stopped, or a
   * false alarm is confirmed; refused as those acts are.
   */
  Outcome review(IncidentId incident, ReviewEffect found, PersonId by);

  /**
   * Sets the objectives, most important first.
   *
   * @param objectives at most three of at most 100 characters; blank ones are left out
   */
  Outcome aim(IncidentId incident, List<String> objectives, PersonId by);

  /** Where it stands; empty while no room is open or the impact has stopped. */
  Optional<Round> round(IncidentId incident);

  /** What is aimed at, most important first. */
  List<String> objectives(IncidentId incident);

  /** What was decided last. */
  Optional<Decision> decision(IncidentId incident);

  /** What the room was told, newest first. */
  List<StatusUpdate> updates(IncidentId incident);
}
