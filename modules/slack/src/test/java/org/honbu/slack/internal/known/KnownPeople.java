package org.honbu.slack.internal.known;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.slack.internal.wire.Asks;

/** Who is who, kept in memory. */
public final class KnownPeople implements KnownStore {
  private final Map<String, Known> known = new HashMap<>();

  public static SlackPeople of(Asks asks, People people, Clock clock) {
    return new SlackPeople(new KnownPeople(), asks, people, clock);
  }

  @Override
  public Optional<Known> bySlackUser(String slackUser) {
    return Optional.ofNullable(known.get(slackUser));
  }

  @Override
  public Optional<Known> byPerson(PersonId person) {
    return known.values().stream().filter(one -> one.person().equals(person)).findFirst();
  }

  @Override
  public void keep(Known one) {
    known.put(one.slackUser(), one);
  }

  @Override
  public void forget(String slackUser) {
    known.remove(slackUser);
  }
}
