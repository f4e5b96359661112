package org.honbu.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * The reviews of what happened, from the end of an incident to its last action item.
 *
 * <p>A minute after an incident is resolved its process asks the table {@code
 * PostmortemRequirement} what is owed (DM-7). Of a full one the commander chooses the owner, the
 * owner the date and a facilitator; everybody who responds writes the draft; the owner puts it
 * before the meeting and the facilitator declares it reviewed, unless the {@linkplain #findings
 * lint} finds blame in it. It closes with its last action item, and the incident with it. A false
 * alarm that cost a call gets the short form.
 *
 * <p>Each act is one transaction (it joins the caller's), takes the incident's lock, writes the
 * timeline and brings the process to where the record is. A refusal is a value and stands on the
 * timeline; an incident without a review fails with 404 {@code HB-9001}.
 */
public interface Postmortems {

  Optional<Postmortem> find(IncidentId incident);

  /**
   * Those that are not closed, overdue ones first, then by severity and date; 200 at most, without
   * their texts and items.
   */
  List<Postmortem> open();

  /** Begins a review that nobody has to write; of a resolved incident, by a responder. */
  Outcome begin(IncidentId incident, PersonId by);

  /**
   * Who could be the owner: whoever took part, without the teams that own what broke and without
   * the commander. People near the change may be named all the same, but are not proposed.
   */
  List<PersonId> proposals(IncidentId incident);

  /** The commander chooses; a process owner may once that is a day late. */
  Outcome chooseOwner(IncidentId incident, PersonId owner, PersonId by);

  /**
   * The owner sets the meeting, or sets it anew before it is reviewed.
   *
   * @param at in the future, and by the day it is due; once that has passed, within a day
   */
  Outcome schedule(IncidentId incident, Instant at, PersonId facilitator, PersonId by);

  /**
   * Keeps texts; whoever responds, owns or leads the review may.
   *
   * @param edition the {@link Postmortem#edition} these texts were written upon
   * @param texts sections that are not named stay as they are
   */
  WriteOutcome write(IncidentId incident, int edition, Map<Section, String> texts, PersonId by);

  /** The owner puts the draft before the meeting. */
  Outcome submit(IncidentId incident, PersonId by);

  /** The facilitator or the owner wants more written before the review. */
  Outcome sendBack(IncidentId incident, PersonId by);

  /**
   * The facilitator declares it reviewed; refused while summary or factors lack, or blame stands.
   */
  Outcome review(IncidentId incident, PersonId by);

  /**
   * Whoever was called answers the two questions of the short form. The first answer closes it;
   * what others say afterwards is written beneath.
   */
  Outcome answerShort(IncidentId incident, String why, String cheaper, PersonId by);

  /** What reads as blame. */
  List<Finding> findings(IncidentId incident);

  /** The whole document as Markdown, in both languages, with what people wrote escaped. */
  String markdown(IncidentId incident);
}
