package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.OpenWork;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;

/** Work as it stands on record. */
@ApplicationScoped
@Transactional
class RecordedAssignments implements Assignments {
  private final WorkStore store;

  @Inject
  RecordedAssignments(WorkStore store) {
    this.store = store;
  }

  @Override
  public List<Assignment> of(IncidentId incident) {
    return store.work(incident).stream().map(AssignmentRow::view).toList();
  }

  /** Open work as a briefing tells of it. */
  @ApplicationScoped
  static class ForBriefings implements OpenWork {
    private static final DateTimeFormatter CLOCK =
        DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH).withZone(ZoneId.of("Asia/Tokyo"));

    private final WorkStore store;
    private final WorkBook book;

    @Inject
    ForBriefings(WorkStore store, WorkBook book) {
      this.store = store;
      this.book = book;
    }

    @Override
    public List<Words> of(IncidentId incident) {
      return store.work(incident).stream().filter(AssignmentRow::isOpen).map(this::line).toList();
    }

    private Words line(AssignmentRow row) {
      return new Words("{0}（{1} さん・{2}・{3}）", "{0} ({1}, {2}, {3})")
          .with(
              row.title(),
              book.name(row.owner()),
              row.kind().label(),
              row.is(Assignment.State.PROPOSED)
                  ? new Words("返事待ち", "not answered yet")
                  : underWay(row.endsAt()));
    }

    private static Words underWay(Optional<Instant> end) {
      return end.map(CLOCK::format)
          .map(at -> new Words("{0} まで", "until {0}").with(at))
          .orElse(new Words("進行中", "under way"));
    }
  }
}
