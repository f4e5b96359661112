package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.HelpBoard;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Summons;
import org.honbu.warroom.SummonsView;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topics;
import org.honbu.warroom.VolunteerCalls;

/** The people in a room and their work, as {@link LiveSubjects} needs them. */
@ApplicationScoped
class LiveRoom {
  private final Roster roster;
  private final Summons summons;
  private final HelpBoard help;
  private final Assignments assignments;
  private final VolunteerCalls calls;
  private final Topics topics;

  @Inject
  LiveRoom(
      Roster roster,
      Summons summons,
      HelpBoard help,
      Assignments assignments,
      VolunteerCalls calls,
      Topics topics) {
    this.roster = roster;
    this.summons = summons;
    this.help = help;
    this.assignments = assignments;
    this.calls = calls;
    this.topics = topics;
  }

  Seen of(IncidentId incident) {
    List<SummonsView> asked = summons.of(incident);
    List<Assignment> work = assignments.of(incident);
    List<Topic> open = topics.open(incident);
    return new Seen(
        Objects.hash(roster.present(incident), help.offers(incident)),
        Objects.hash(asked, work, calls.open(incident), open, topics.parked(incident)),
        acting(asked, work, open));
  }

  private static Set<PersonId> acting(
      List<SummonsView> asked, List<Assignment> work, List<Topic> open) {
    Stream<PersonId> awaited = asked.stream().flatMap(one -> one.waitsFor().stream());
    Stream<PersonId> owners = work.stream().filter(LiveRoom::isOpen).map(Assignment::owner);
    Stream<PersonId> leads = open.stream().map(Topic::lead);
    return Stream.of(awaited, owners, leads)
        .flatMap(people -> people)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOpen(Assignment work) {
    return work.state() == Assignment.State.PROPOSED || work.state() == Assignment.State.ACCEPTED;
  }

  /**
   * A room at one moment.
   *
   * @param acting who has work there, leads a topic or is asked to come
   */
  record Seen(int people, int rest, Set<PersonId> acting) {}
}
