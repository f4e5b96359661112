package org.honbu.announcements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Tells users what is going on, with two persons' eyes on each message.
 *
 * <p>A message starts as the draft of the incident's announcer. What it should not say is found at
 * once ({@link LintFinding}): such a text is held, until it is written anew or the commander lets
 * it through. Commander or deputy, if they did not write it, approve exactly that text: any change
 * makes a new draft and the approval is void. An approved message is published once, through the
 * one gateway, and the next message is promised. A newer draft replaces one that was not published
 * yet.
 */
public interface Announcements {

  /**
   * Keeps a draft; replaces the one not yet published, approved or not.
   *
   * @return {@link Outcome.Refused} with its findings when the text is held
   */
  Outcome draft(IncidentId incident, Draft draft, PersonId author);

  /** What stands against this text, before anybody sends it; empty when nothing does. */
  List<LintFinding> check(IncidentId incident, Draft draft);

  /**
   * The commander, and nobody else, lets a held text go on to its approval. Who did so is on the
   * timeline (A30).
   *
   * @param hash what the commander read; another text by now is refused
   */
  Outcome letThrough(IncidentId incident, UUID announcement, String hash, PersonId commander);

  /**
   * Approves the text with this hash.
   *
   * @param hash what the approver read; another text by now is refused
   */
  default Outcome approve(IncidentId incident, UUID announcement, String hash, PersonId approver) {
    return approve(incident, announcement, hash, Optional.empty(), approver);
  }

  /**
   * As {@link #approve(IncidentId, UUID, String, PersonId)}, and says where it goes.
   *
   * @param audience what the approver chose; asked for where the table {@code CommsRequirement}
   *     leaves the status page to them (DM-5, severity 3): {@link Audience#USERS} or {@link
   *     Audience#SUPPORT}. Anywhere else it is already decided, and another one is refused
   */
  Outcome approve(
      IncidentId incident,
      UUID announcement,
      String hash,
      Optional<Audience> audience,
      PersonId approver);

  /** Whether whoever approves the waiting text is asked for the status page. */
  boolean asksForTheStatusPage(IncidentId incident);

  /**
   * A privacy officer has read the text with this hash. Where data may be harmed, the commander
   * approves only after that (A34).
   */
  Outcome approveForPrivacy(IncidentId incident, UUID announcement, String hash, PersonId officer);

  /** Asks the announcer for another text; the draft is put aside. Only who may approve may. */
  Outcome sendBack(IncidentId incident, UUID announcement, PersonId approver);

  /**
   * What could be said now, filled in from the record: one for each kind that fits, the one to say
   * next first (TP-1 to TP-4c).
   */
  List<Draft> proposals(IncidentId incident);

  /**
   * The first message as it can be prepared at once (TP-1); the only one that may go out
   * unapproved.
   */
  Draft firstText(IncidentId incident, Instant next);

  /**
   * Publishes the approved message, if there is one that was not published yet; repeating does
   * nothing.
   *
   * @return what users were told now
   */
  Optional<Announcement> publishApproved(IncidentId incident);

  /**
   * Whether this person may write what users are told: the announcer; after the end, when nobody
   * is, whoever announced last and everybody who could.
   */
  boolean mayDraft(IncidentId incident, PersonId person);

  /**
   * Whether this person may approve what somebody else wrote: commander and deputy; after the end
   * whoever was last, and process owners.
   */
  boolean mayApprove(IncidentId incident, PersonId person);

  /** All messages of the incident, newest first. */
  List<Announcement> of(IncidentId incident);

  /** What customer support says to whoever asks, by the newest message; empty before the first. */
  Optional<Macro> macro(IncidentId incident);

  /** The message that is drafted or approved but not yet published. */
  Optional<Announcement> pending(IncidentId incident);

  /** The newest text that is held because of what it says. */
  Optional<Announcement> held(IncidentId incident);

  /**
   * A text that customer support pastes into its answers.
   *
   * @param text a greeting, the message and when the next one comes; plain lines
   * @param told when the message went out
   * @param inApp whether the table wants it in the app, too: nothing puts it there by itself, so
   *     that somebody has to paste it
   */
  record Macro(Words text, Instant told, boolean inApp) {}

  /** How an act ended. */
  sealed interface Outcome {
    record Done(Announcement announcement) implements Outcome {}

    /**
     * Not so.
     *
     * @param findings what stands against the text, when that is why
     */
    record Refused(Words why, List<LintFinding> findings) implements Outcome {
      public Refused {
        findings = List.copyOf(findings);
      }

      public Refused(Words why) {
        this(why, List.of());
      }
    }
  }
}
