package org.honbu.warroom;

import java.time.Duration;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Giving work to one named person, and getting it back done (DOMAIN 2.6).
 *
 * <p>A piece of work begins when the commander gives it and belongs to exactly one person from then
 * on. That person {@linkplain #accept takes it} or says {@linkplain #decline no}, which needs no
 * reason and is counted nowhere; works within a time box; and {@linkplain #report reports}. When
 * the box ends, the deputy, else the commander, gives more time, asks for the report or lets it
 * stop. It ends with the room, too.
 *
 * <p>Each act is one transaction (it joins the caller's), takes the incident's lock, writes the
 * timeline, announces {@link WorkMoved} and then makes the process agree. Acts on a number that was
 * never given fail with 404 {@code HB-8021}; once the room is closed they are refused.
 */
public interface Delegation {

  /**
   * Asks somebody to do it. May: whoever commands. The owner must be somebody who may respond here,
   * or is in the room for more than looking on.
   *
   * @param anyway whether a commander who gives themselves work to investigate or operate has been
   *     asked already; one who only acts is not asked. Either way it is a sign of hands at work
   */
  GiveOutcome give(IncidentId incident, WorkWish wish, boolean anyway, PersonId by);

  /** 別の人に: the same work goes to another person, and the one before is free. */
  GiveOutcome passTo(IncidentId incident, int number, PersonId owner, boolean anyway, PersonId by);

  /**
   * 了解.
   *
   * @param understoodAs in their own words, at most 200 characters, may be empty
   * @param box how long they think they need, 3 to 60 minutes; as given when empty
   */
  Outcome accept(
      IncidentId incident, int number, String understoodAs, Optional<Duration> box, PersonId by);

  /** できません. The commander hears of it at once. */
  Outcome decline(IncidentId incident, int number, PersonId by);

  /** The owner is done, as far as they came. */
  Outcome report(IncidentId incident, int number, WorkReport report, PersonId by);

  /** 延ばす, by the commander or the deputy: 3 to 60 minutes more, from now or from the box's end. */
  Outcome moreTime(IncidentId incident, int number, Duration more, PersonId by);

  /** 様子を聞く, by the commander or the deputy: the owner is asked in private how it stands. */
  Outcome askForReport(IncidentId incident, int number, PersonId by);

  /** やめてもらう, by the commander or the deputy. */
  Outcome stop(IncidentId incident, int number, PersonId by);
}
