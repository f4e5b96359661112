package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Member;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;

/** In which order to think of people who are free (DOMAIN 2.6). */
@ApplicationScoped
class WhoIsFree {
  private static final int MILD = 3;

  private final WorkStore store;
  private final WorkBook book;
  private final Roster roster;

  @Inject
  WhoIsFree(WorkStore store, WorkBook book, Roster roster) {
    this.store = store;
    this.book = book;
    this.roster = roster;
  }

  /**
   * From severity 3 on whoever has done the least so far comes first, so that more people learn;
   * above it whoever knows what is asked for. Otherwise as they came.
   *
   * @param free as they came
   */
  List<PersonId> inOrder(IncidentId incident, List<PersonId> free, Optional<String> skill) {
    if (WorkBook.severity(book.view(incident)) >= MILD) {
      Map<PersonId, Long> taken = store.taken(free);
      return free.stream()
          .sorted(Comparator.comparing(person -> taken.getOrDefault(person, 0L)))
          .toList();
    }
    List<Member> present = roster.present(incident);
    return free.stream()
        .sorted(Comparator.comparing(person -> !knows(present, person, skill)))
        .toList();
  }

  private static boolean knows(List<Member> present, PersonId person, Optional<String> skill) {
    return present.stream()
        .filter(member -> member.person().equals(person))
        .anyMatch(
            member ->
                skill
                    .map(wanted -> lower(member.note()).contains(lower(wanted)))
                    .orElse(member.stance() == Stance.HAVE_CONTEXT));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whom to ask next: free in the room, and with nothing to do yet. */
  Optional<PersonId> next(IncidentId incident, Set<PersonId> except) {
    List<PersonId> busy =
        store.work(incident).stream()
            .filter(AssignmentRow::isOpen)
            .map(AssignmentRow::owner)
            .toList();
    List<PersonId> free =
        roster.present(incident).stream()
            .filter(member -> member.stance() == Stance.FREE)
            .map(Member::person)
            .filter(person -> !busy.contains(person) && !except.contains(person))
            .toList();
    return inOrder(incident, free, Optional.empty()).stream().findFirst();
  }
}
