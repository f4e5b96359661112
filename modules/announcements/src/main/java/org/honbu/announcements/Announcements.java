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
 * <p>A message starts as the draft of the incident's announcer. Commander or deputy, if they did
 * not write it, approve exactly that text: any change makes a new draft and the approval is void.
 * An approved message is published once, through the one gateway, and the next message is promised.
 * A newer draft replaces one that was not published yet.
 */
public interface Announcements {

  /** Keeps a draft; replaces the one not yet published, approved or not. */
  Outcome draft(IncidentId incident, Draft draft, PersonId author);

  /**
   * Approves the text with this hash.
   *
   * @param hash what the approver read; another text by now is refused
   */
  Outcome approve(IncidentId incident, UUID announcement, String hash, PersonId approver);

  /** Asks the announcer for another text; the draft is put aside. Only who may approve may. */
  Outcome sendBack(IncidentId incident, UUID announcement, PersonId approver);

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

  /** All messages of the incident, newest first. */
  List<Announcement> of(IncidentId incident);

  /** The message that is drafted or approved but not yet published. */
  Optional<Announcement> pending(IncidentId incident);

  /** How an act ended. */
  sealed interface Outcome {
    record Done(Announcement announcement) implements Outcome {}

    record Refused(Words why) implements Outcome {}
  }
}
