package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** The automatic steps of {@code RegulatorReport}: one small class for each. */
final class RegulatorHandlers {
  /** What is already due is asked for at once, not in the past. */
  private static final Duration SOONEST = Duration.ofSeconds(1);

  private RegulatorHandlers() {}

  /** Reads from the record which report is owed, and how long there is for it. */
  @ApplicationScoped
  static class LookAtReport implements TaskHandler {
    private final RegulatorStore store;
    private final Clock clock;

    @Inject
    LookAtReport(RegulatorStore store, Clock clock) {
      this.store = store;
      this.clock = clock;
    }

    @Override
    public String name() {
      return "lookAtReport";
    }

    @Override
    public Facts perform(Step step) {
      Optional<RegulatorReportRow> row = store.find(new IncidentId(step.subject()));
      Stage stage = row.map(RegulatorReportRow::stage).orElse(Stage.ENDED);
      Facts owed =
          Facts.of("preliminaryOwed", stage == Stage.PRELIMINARY)
              .and("finalOwed", stage == Stage.FINAL);
      return row.filter(RegulatorReportRow::isOpen)
          .map(
              open ->
                  owed.and("remindIn", until(open.dates().remindAt()))
                      .and("dueIn", until(open.dates().dueAt()))
                      .and("dates", RegulatorWords.dates(open).both()))
          .orElse(owed);
    }

    private Duration until(Instant date) {
      Duration left = Duration.between(clock.instant(), date);
      return left.compareTo(SOONEST) < 0 ? SOONEST : left;
    }
  }

  /**
   * At the soft date the officers hear it, and the commander or else the process owners; from the
   * hard date on the process owners, too, every day. The record knows what was told, so that a
   * timer more says nothing twice. While the directory does not say who they are, only the
   * commander can hear it, and it stays owed to the others.
   */
  @ApplicationScoped
  static class RemindOfReport implements TaskHandler {
    private final RegulatorStore store;
    private final Duties duties;
    private final Crew crew;
    private final Whisper whisper;
    private final Clock clock;

    @Inject
    RemindOfReport(RegulatorStore store, Duties duties, Crew crew, Whisper whisper, Clock clock) {
      this.store = store;
      this.duties = duties;
      this.crew = crew;
      this.whisper = whisper;
      this.clock = clock;
    }

    @Override
    public String name() {
      return "remindOfReport";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      Duties.Situation now = duties.locked(incident);
      store.find(incident).ifPresent(row -> tell(row, now));
      return Facts.none();
    }

    private void tell(RegulatorReportRow row, Duties.Situation now) {
      row.untold(clock.instant())
          .ifPresent(
              due -> {
                Words words = RegulatorWords.due(row, due);
                if (crew.isKnown()) {
                  row.told(due);
                  store.flush();
                  duties.note(row.incident(), "regulator-due", words);
                }
                whisper.to(
                    whoHears(due, now),
                    row.incident(),
                    "regulator-due-" + row.stage() + "-" + row.round() + "-" + due,
                    words);
              });
    }

    private List<PersonId> whoHears(int due, Duties.Situation now) {
      List<PersonId> officers = crew.withRole(Role.PRIVACY_OFFICER);
      List<PersonId> owners = crew.withRole(Role.PROCESS_OWNER);
      boolean ownersToo = due > 1 || officers.isEmpty() || now.commander().isEmpty();
      return Stream.of(officers, now.commander().stream().toList(), ownersToo ? owners : NOBODY)
          .flatMap(List::stream)
          .distinct()
          .toList();
    }

    private static final List<PersonId> NOBODY = List.of();
  }
}
