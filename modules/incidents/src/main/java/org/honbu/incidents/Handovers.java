package org.honbu.incidents;

import java.util.Map;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Command that is never empty and never double: how it changes hands (DOMAIN 2.8).
 *
 * <p>A commander {@linkplain #offer hands over} and keeps command until the other has read back and
 * {@linkplain #accept accepted}: two keys. Who cannot {@linkplain #decline declines}, and the next
 * candidate is asked; after three, command stays and the process owner is called. From a commander
 * who does not answer, the deputy or another commander {@linkplain #take takes} it, unless the
 * commander is {@linkplain #stillInCommand still there}. One handover runs at a time (HND-3).
 *
 * <p>Transactions, locks, timeline, engine and failures are as in {@link Incidents}. Seat,
 * interval, the task <em>Lead the incident</em> and every other task of the commander move together
 * or not at all; what users were promised stays promised (HND-5).
 */
public interface Handovers {

  /**
   * The commander asks one person, or everybody who is qualified.
   *
   * @return {@link Outcome.NotNow} while another handover runs, naming who is asked there
   */
  Outcome offer(IncidentId incident, HandoverWish wish, PersonId by);

  /**
   * Writes the briefing: the outgoing commander, or the deputy once they may. Topics that are left
   * out stay as they are.
   */
  Outcome brief(IncidentId incident, Map<Briefing.Topic, String> edits, PersonId by);

  /**
   * 「引き受けます」: the second key.
   *
   * @throws org.honbu.kernel.ProblemException 400 {@code HB-3040} naming what was not read back
   */
  TakeOutcome accept(IncidentId incident, ReadBack readBack, PersonId by);

  /** No, without a reason; the next candidate is asked. */
  Outcome decline(IncidentId incident, PersonId by);

  /** Whoever began the handover ends it; command stays. */
  Outcome withdraw(IncidentId incident, PersonId by);

  /**
   * Takes command from a commander who does not answer: the deputy or anybody who is qualified. The
   * commander may object; silence moves command.
   *
   * @param reason 1 to 500 characters
   */
  Outcome take(IncidentId incident, String reason, PersonId by);

  /** 「まだ指揮中です」: the commander ends a take. */
  Outcome stillInCommand(IncidentId incident, PersonId by);

  /**
   * An executive who wants it otherwise is asked 「指揮を取りますか」. Yes: they are asked to accept as
   * anybody else, if they may command. No: nothing changes, and their words go to the announcer
   * only.
   *
   * @param words up to 500 characters; needed for the announcer
   */
  Outcome override(IncidentId incident, String words, boolean takesCommand, PersonId by);

  /** What the former commander does now. */
  Outcome goesOnAs(IncidentId incident, NextPart part, PersonId by);
}
