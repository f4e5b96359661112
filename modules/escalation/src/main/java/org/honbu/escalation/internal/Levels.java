package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;

/** Who stands on a level now, and how people speak of it. */
@ApplicationScoped
class Levels {
  private final People people;
  private final Clock clock;

  @Inject
  Levels(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  List<PersonId> on(TeamId team, OnCallLevel level) {
    return people.onCall(team, level, clock.instant());
  }

  /** Who is called when the step that rings stays silent; empty on the last that has anybody. */
  Optional<Words> after(Run run, int step) {
    for (int next = step + 1; run.planned(next).isPresent(); next++) {
      OnCallLevel level = run.planned(next).orElseThrow().level();
      List<PersonId> standing = on(run.team(), level);
      if (!standing.isEmpty()) {
        return Optional.of(standing.size() == 1 ? name(standing.get(0)) : level.label());
      }
    }
    return Optional.empty();
  }

  /** 高橋 健さん / Ken Takahashi. */
  Words name(PersonId person) {
    return new Words(
        people.name(person, Locale.JAPANESE) + "さん", people.name(person, Locale.ENGLISH));
  }

  /** The bare name. */
  Words bareName(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }
}
