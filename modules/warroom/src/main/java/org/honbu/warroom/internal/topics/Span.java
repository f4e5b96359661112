package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.SpanOfControl;
import org.honbu.warroom.SpanOfControl.Level;
import org.honbu.warroom.SpanOfControl.Proposal;

/** Counts who reports to the commander directly (A22). */
@ApplicationScoped
class Span {
  /** Two topics take the most direct reports away; more would be as many leads again. */
  private static final int PROPOSALS = 2;

  private final IncidentBoard board;
  private final Assignments assignments;
  private final TopicStore store;
  private final TopicBook book;
  private final TopicRules rules;

  @Inject
  Span(
      IncidentBoard board,
      Assignments assignments,
      TopicStore store,
      TopicBook book,
      TopicRules rules) {
    this.board = board;
    this.assignments = assignments;
    this.store = store;
    this.book = book;
    this.rules = rules;
  }

  SpanOfControl of(IncidentId incident) {
    IncidentView view = board.view(incident);
    if (view.seat().isEmpty()) {
      return new SpanOfControl(0, Level.FINE, List.of());
    }
    PersonId commander = view.seat().map(CommandSeat::holder).orElseThrow();
    List<Assignment> own = workOutsideTopics(incident);
    Set<PersonId> direct = new LinkedHashSet<>();
    view.announcer().ifPresent(direct::add);
    view.deputy().ifPresent(direct::add);
    book.open(incident).forEach(row -> direct.add(row.lead()));
    own.forEach(work -> direct.add(work.owner()));
    direct.remove(commander);
    Level level = Level.of(direct.size());
    return new SpanOfControl(
        direct.size(), level, level == Level.TOO_WIDE ? proposals(commander, own) : List.of());
  }

  /** Whoever is in a topic reports to its lead. */
  private List<Assignment> workOutsideTopics(IncidentId incident) {
    Set<PersonId> inTopics =
        store.members(incident).stream().map(TopicMember::person).collect(Collectors.toSet());
    return assignments.of(incident).stream()
        .filter(work -> work.state() == Assignment.State.ACCEPTED)
        .filter(work -> !inTopics.contains(work.owner()))
        .toList();
  }

  private List<Proposal> proposals(PersonId commander, List<Assignment> work) {
    Set<PersonId> seen = new HashSet<>();
    return work.stream()
        .filter(one -> rules.aLeadIsAResponderAndDoesNotCommand(commander, one.owner()).isEmpty())
        .filter(one -> seen.add(one.owner()))
        .limit(PROPOSALS)
        .map(one -> new Proposal(one.outcome(), one.owner()))
        .toList();
  }
}
