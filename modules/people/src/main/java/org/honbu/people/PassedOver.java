package org.honbu.people;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;

/**
 * A hole in the chain that somebody fell into: an incident's calls passed over a rung or a person.
 *
 * @param team whose chain it was
 * @param person who could not be called; empty when nobody stood on the rung
 */
public record PassedOver(
    TeamId team,
    OnCallLevel level,
    Optional<PersonId> person,
    Reason reason,
    IncidentId incident,
    Instant at) {

  /** Why the calls went on without. */
  public enum Reason {
    /** Nobody stood on the rung. */
    NOBODY,
    /** The person had no contact point. */
    NO_CONTACT,
    /** No contact point of the person took the message. */
    NOT_DELIVERED
  }

  /** What happened, in a sentence. */
  public Words words() {
    Words words =
        switch (reason) {
          case NOBODY -> new Words("誰もいないので飛ばしました", "Nobody was there, so it was skipped");
          case NO_CONTACT ->
              new Words("{0} の連絡先がないので飛ばしました", "{0} had no way to be reached, so was skipped");
          case NOT_DELIVERED -> new Words("{0} に届きませんでした", "{0} could not be reached");
        };
    return words.with(person.map(PersonId::value).orElse(""));
  }
}
