package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionWish;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

/**
 * Puts on record what the response itself lacked (A13): an action item of a process owner, at once
 * and not only at the review, in which it stands with the others. While people respond it stays on
 * the list; its process begins when the incident is over.
 */
@ApplicationScoped
class GapActs {
  private final LearningBook book;
  private final LearningStore store;
  private final ItemActs items;
  private final LearningProcess process;
  private final People people;
  private final Ids ids;

  @Inject
  GapActs(
      LearningBook book,
      LearningStore store,
      ItemActs items,
      LearningProcess process,
      People people,
      Ids ids) {
    this.book = book;
    this.store = store;
    this.items = items;
    this.process = process;
    this.people = people;
    this.ids = ids;
  }

  /** Of each gap an incident gets one item, however often it is found. */
  void found(IncidentId incident, Gap gap) {
    book.lock(incident);
    if (store.items(incident).stream().noneMatch(item -> item.closesA(gap))) {
      leastBusyOwner()
          .ifPresentOrElse(owner -> agree(incident, gap, owner), () -> nobodyOwns(incident));
    }
    store.flush();
  }

  /** Of those who own the process, whoever has the fewest items to do. */
  private Optional<PersonId> leastBusyOwner() {
    Map<PersonId, Long> open =
        store.openItems().stream()
            .collect(Collectors.groupingBy(ActionItemRow::owner, Collectors.counting()));
    return people.withRole(Role.PROCESS_OWNER).stream()
        .map(Person::id)
        .min(
            Comparator.comparing((PersonId owner) -> open.getOrDefault(owner, 0L))
                .thenComparing(PersonId::value));
  }

  private void agree(IncidentId incident, Gap gap, PersonId owner) {
    IncidentView view = book.view(incident);
    var about = new About(incident, view.kind(), RequiredReview.severity(view));
    String what = gap.what().with(incident).both();
    var wish = new ActionWish(what, gap.kind(), Optional.empty(), owner, Optional.empty());
    int place = store.items(incident).size() + 1;
    var item =
        new ActionItemRow(
                ids.next(), about, place, wish, team(owner, view), items.latest(about.severity()))
            .closes(gap);
    store.add(item);
    items.tell(item, LearningBook.LEARNING);
    store.flush();
    book.announce(item);
  }

  /** The item of an incident before its review is. */
  private record About(IncidentId incident, Kind mode, int severity) implements OfAnIncident {}

  private TeamId team(PersonId owner, IncidentView view) {
    Set<TeamId> teams = people.teamsOf(owner);
    return teams.stream().min(Comparator.comparing(TeamId::value)).orElse(view.team());
  }

  private void nobodyOwns(IncidentId incident) {
    book.note(
        incident,
        LearningBook.LEARNING,
        new Words(
            "プロセスオーナーの役割の人がいないので、進め方のアクションを任せられませんでした",
            "Nobody has the role of a process owner, so the action item for the process has no owner"));
  }

  /** The incident is over: what was found while people responded is to be done from now on. */
  void begin(IncidentId incident) {
    store.items(incident).stream()
        .filter(item -> item.isOpen() && item.runsByItself() && !item.isHeard())
        .forEach(book::announce);
  }

  /** Their processes were lost; what people respond to begins when it is over. */
  void beginAgain() {
    store.openItems().stream()
        .filter(item -> item.runsByItself() && item.isHeard())
        .forEach(process::begin);
  }
}
