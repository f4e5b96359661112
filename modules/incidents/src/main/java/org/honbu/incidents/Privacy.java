package org.honbu.incidents;

import java.util.Collection;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Who may read an incident (A34). The one rule: every page, answer and message that tells of an
 * incident asks here before it says what it is.
 *
 * <p>Everybody reads an ordinary incident. One that may have harmed data becomes private by itself,
 * in the transaction in which somebody says so; from then on only who takes part reads it, see
 * {@link TakesPart}. Everybody else learns that it exists: its number, how severe it is, how it
 * stands and who commands, and that this person can ask them in.
 *
 * <p>Acts are transactions under the incident's lock, with a line on its timeline, as in {@link
 * Incidents}. Reading joins the caller's transaction.
 */
public interface Privacy {
  /** What an outsider reads where the title would stand. */
  Words TITLE = new Words("非公開のインシデント", "Private incident");

  /** How an outsider comes in. */
  Words HOW_IN =
      new Words(
          "関わっている人だけが読めます。必要なら、指揮している人か個人情報担当に、招いてもらうよう頼んでください",
          "Only those who take part read it. If you are needed, ask whoever commands, or a privacy officer,"
              + " to ask you in");

  /** Whether only who takes part may read it; no for a number that is not there. */
  boolean isPrivate(IncidentId incident);

  /** Whether this person may read it: everybody an ordinary one, who takes part a private one. */
  boolean mayRead(IncidentId incident, PersonId person);

  /**
   * Which of them are private and which of those this person may not read, in a fixed number of
   * queries; in one when none is private.
   */
  Veil over(Collection<IncidentId> incidents, PersonId person);

  /** Whether this person may {@link #close} and {@link #open} it; pages offer it to nobody else. */
  boolean mayDecide(IncidentId incident, PersonId person);

  /**
   * From now on only who takes part reads it. By whoever leads, or a privacy officer; also when it
   * is over.
   *
   * @param reason 1 to 500 characters
   */
  Outcome close(IncidentId incident, String reason, PersonId by);

  /**
   * Everybody reads it again, and whatever was said in it. By whoever leads, or a privacy officer;
   * also when it is over. Should its data turn out harmed worse than was known now, it becomes
   * private once more.
   *
   * @param reason 1 to 500 characters
   */
  Outcome open(IncidentId incident, String reason, PersonId by);
}
