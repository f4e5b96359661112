package org.honbu.announcements.internal;

import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Times;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * What announcing needs to know of an incident, and what it tells it. Joins the caller's
 * transaction.
 */
interface Duties {

  Situation now(IncidentId incident);

  /**
   * As {@link #now}, under the incident's lock: who commands stays true until the caller's
   * transaction ends.
   */
  Situation locked(IncidentId incident);

  /** Whether users may notice it: yes, unless it is known that they do not (DM-5). */
  boolean usersMayNotice(IncidentId incident);

  /** Writes on the incident's timeline and record that users were told. */
  void published(Announcement announcement);

  /** Whoever commands did what only command does: approved a text, or sent it back. */
  void commanded(IncidentId incident, PersonId by);

  /** Writes a line to the incident's timeline. */
  void note(IncidentId incident, String type, Words words);

  /** Writes what somebody did to the incident's timeline. */
  void note(IncidentId incident, String type, Words words, PersonId by);

  /**
   * Who plays which part now.
   *
   * @param component what is affected, as users call it; as we do, where they have no name for it
   * @param since when it began, as far as known
   * @param commander acting or held; empty while no room is open
   * @param deputy the second who may approve (RO-5)
   * @param former who held the duties that nobody holds any more
   * @param course how far it is and what is known of the harm
   */
  record Situation(
      Kind kind,
      int severity,
      Optional<Words> component,
      Instant since,
      Optional<PersonId> commander,
      Optional<PersonId> deputy,
      Optional<PersonId> announcer,
      Former former,
      Course course) {

    /** Whether what is affected does not work at all. */
    boolean isDown() {
      return course.impact().condition() == Impact.Condition.DOWN;
    }

    /** Whether data or security is harmed, or may be. */
    boolean isAboutData() {
      return switch (course.impact().dataSecurity()) {
        case SUSPECTED, CONFIRMED -> true;
        case NONE, UNKNOWN -> false;
      };
    }
  }

  /** Who commanded, was deputy and announced last; empty where nobody ever did. */
  record Former(
      Optional<PersonId> commander, Optional<PersonId> deputy, Optional<PersonId> announcer) {}

  /**
   * How far an incident is.
   *
   * @param falseAlarm whether the triager thinks that there is nothing
   */
  record Course(IncidentState state, Impact impact, Times times, boolean falseAlarm) {}
}
