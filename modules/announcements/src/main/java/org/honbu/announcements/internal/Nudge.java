package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;

/**
 * Says once more what is late, to more people each time: the announcer, then the commander, then
 * the process owners too. Its rhythm is the diagram's; process owners hear every third line, so
 * that a long silence does not become a storm.
 */
@ApplicationScoped
class Nudge {
  /** What a run that began on an older set does not know. */
  private static final Duration RHYTHM = Duration.ofMinutes(10);

  private final LoopHandlers.RoomVoice room;
  private final Whisper whisper;
  private final Duties duties;
  private final Crew crew;
  private final Clock clock;

  @Inject
  Nudge(LoopHandlers.RoomVoice room, Whisper whisper, Duties duties, Crew crew, Clock clock) {
    this.room = room;
    this.whisper = whisper;
    this.duties = duties;
    this.crew = crew;
    this.clock = clock;
  }

  /** How often people are reminded, by what the table said when it was asked. */
  static Duration rhythm(Facts facts) {
    return facts
        .find("remindWithin")
        .map(Object::toString)
        .map(Duration::parse)
        .filter(each -> each.compareTo(Duration.ZERO) > 0)
        .orElse(RHYTHM);
  }

  /** The first, second, … line about what began to wait then. */
  int count(Instant since, Duration rhythm) {
    return Math.max(1, whole(since, rhythm));
  }

  /** How many rhythms have passed since then. */
  int whole(Instant since, Duration rhythm) {
    return (int) Duration.between(since, clock.instant()).dividedBy(rhythm);
  }

  /** Tells whoever writes first. */
  void writers(IncidentId incident, String key, int count, Words words) {
    Duties.Situation now = duties.now(incident);
    var who = new ArrayList<>(now.announcer().stream().toList());
    if (count > 1) {
      who.addAll(now.commander().stream().toList());
    }
    say(incident, key + "-" + count, words, withOwners(who, count % 3 == 0));
  }

  /** Tells whoever may approve first. */
  void approvers(IncidentId incident, String key, int count, Words words) {
    Duties.Situation now = duties.now(incident);
    var who = new ArrayList<>(now.commander().stream().toList());
    who.addAll(now.deputy().stream().toList());
    say(incident, key + "-" + count, words, withOwners(who, count % 3 == 2));
  }

  private List<PersonId> withOwners(List<PersonId> who, boolean owners) {
    if (owners) {
      who.addAll(crew.withRole(Role.PROCESS_OWNER));
    }
    return who;
  }

  private void say(IncidentId incident, String key, Words words, List<PersonId> who) {
    room.say(incident, key, words);
    whisper.to(who, incident, key, words);
  }
}
