package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.CommandSeat;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Assignment.State;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/**
 * The automatic steps of {@code WorkAssignment}. Each reads the record under the incident's lock;
 * nobody is asked or told anything once the room is closed.
 */
@ApplicationScoped
class WorkSteps {
  /** How long to look away while nobody is to be asked. */
  private static final Duration LATER = Duration.ofMinutes(1);

  private final WorkStore store;
  private final WorkBook book;
  private final WhoIsFree free;

  @Inject
  WorkSteps(WorkStore store, WorkBook book, WhoIsFree free) {
    this.store = store;
    this.book = book;
    this.free = free;
  }

  @Produces
  TaskHandler askForWork() {
    return new Handled("askForWork", this::askForWork);
  }

  private Facts askForWork(Step step) {
    Optional<CommandSeat> seat = lock(step);
    AssignmentRow row = row(step);
    boolean awaited = row.is(State.PROPOSED);
    if (awaited) {
      row.seenAs(State.PROPOSED);
    }
    if (awaited && seat.isPresent()) {
      book.whisper(
          row.owner(),
          row.incident(),
          "work:" + row.number(),
          new Words(
                  "コマンダーの {0} さんから：「{1}」をお願いできますか（{2}・{3} 分）。できないときは「できません」だけで大丈夫です",
                  "From {0}, the commander: could you do this? “{1}” ({2}, {3} min). “I cannot” is"
                      + " enough if you cannot")
              .with(
                  book.name(row.givenBy()),
                  row.title(),
                  row.kind().label(),
                  row.box().toMinutes()));
    }
    store.flush();
    return Facts.of("awaited", awaited).and("owner", row.owner()).and("work", row.title());
  }

  @Produces
  TaskHandler reportNoAnswer() {
    return new Handled("reportNoAnswer", this::reportNoAnswer);
  }

  private Facts reportNoAnswer(Step step) {
    Optional<CommandSeat> seat = lock(step);
    AssignmentRow row = row(step);
    if (row.is(State.PROPOSED)) {
      seat.ifPresent(commander -> tellNoAnswer(row, commander.holder()));
    }
    return Facts.none();
  }

  private void tellNoAnswer(AssignmentRow row, PersonId commander) {
    book.whisper(
        commander,
        row.incident(),
        "no-answer:" + row.number(),
        new Words(
                "応答なし：{0} さんから「{1}」の返事がまだありません。{2}",
                "No answer: {0} has not said whether they take “{1}”. {2}")
            .with(
                book.name(row.owner()),
                row.title(),
                OwnersActs.suggestion(free, book, row, commander)));
  }

  @Produces
  TaskHandler takeWorkAnswer() {
    return new Handled("takeWorkAnswer", this::takeWorkAnswer);
  }

  /** A report that came before the process had come so far is brought when the work ends. */
  private Facts takeWorkAnswer(Step step) {
    lock(step);
    AssignmentRow row = row(step);
    boolean accepted = row.is(State.ACCEPTED) || row.is(State.REPORTED);
    row.seenAs(accepted ? State.ACCEPTED : row.state());
    store.flush();
    return Facts.of("accepted", accepted).and("box", row.left(book.now()));
  }

  @Produces
  TaskHandler lookAtTheBox() {
    return new Handled("lookAtTheBox", this::lookAtTheBox);
  }

  private Facts lookAtTheBox(Step step) {
    Optional<CommandSeat> seat = lock(step);
    AssignmentRow row = row(step);
    Instant now = book.now();
    if (seat.isEmpty() || !row.is(State.ACCEPTED)) {
      return notYet(LATER);
    }
    return row.isTimeUp(now) ? timeIsUp(row, seat.get(), step) : notYet(row.left(now));
  }

  private static Facts notYet(Duration box) {
    return Facts.of("timeIsUp", false).and("box", box).and("decider", "").and("askedBefore", false);
  }

  /** The deputy keeps the time; the commander is asked when there is none, or none who answers. */
  private Facts timeIsUp(AssignmentRow row, CommandSeat seat, Step step) {
    boolean askedBefore = step.facts().yes("askedBefore");
    PersonId decider =
        book.view(row.incident())
            .deputy()
            .filter(deputy -> !askedBefore && !deputy.equals(row.owner()))
            .orElse(seat.holder());
    if (!askedBefore) {
      book.line(
          row.incident(),
          "work-time-up",
          new Words("{0} さんの時間枠が終わりました：{1}", "{0}’s time box has ended: {1}")
              .with(book.name(row.owner()), row.title()));
    }
    book.whisper(
        decider,
        row.incident(),
        "time-up:" + row.number(),
        new Words(
                "時間です：「{0}」（{1} さん）。延ばす・報告してもらう・やめてもらう、から選んでください",
                "Time is up: “{0}” ({1}). Give more time, ask for the report, or let it stop")
            .with(row.title(), book.name(row.owner())));
    return Facts.of("timeIsUp", true)
        .and("box", LATER)
        .and("decider", decider)
        .and("askedBefore", true);
  }

  @Produces
  TaskHandler passOnReport() {
    return new Handled("passOnReport", this::passOnReport);
  }

  private Facts passOnReport(Step step) {
    Optional<CommandSeat> seat = lock(step);
    AssignmentRow row = row(step);
    if (row.is(State.REPORTED)) {
      seat.map(CommandSeat::holder)
          .filter(commander -> !commander.equals(row.owner()))
          .ifPresent(commander -> bring(row, commander));
      row.done();
      book.moved(row);
    }
    row.seenAs(row.state());
    store.flush();
    return Facts.none();
  }

  private void bring(AssignmentRow row, PersonId commander) {
    Words evidence =
        row.evidence()
            .map(text -> new Words("（根拠：{0}）", " (evidence: {0})").with(text))
            .orElse(new Words("", ""));
    row.view()
        .report()
        .ifPresent(
            report ->
                book.whisper(
                    commander,
                    row.incident(),
                    "report:" + row.number(),
                    new Words("{0} さんから「{1}」の報告（{2}）：{3}{4}", "{0} reports on “{1}” ({2}): {3}{4}")
                        .with(
                            book.name(row.owner()),
                            row.title(),
                            OwnersActs.label(report.answered()),
                            report.conditions(),
                            evidence)));
  }

  private Optional<CommandSeat> lock(Step step) {
    return book.lock(new IncidentId(step.subject()));
  }

  private AssignmentRow row(Step step) {
    return store
        .work(UUID.fromString(step.facts().text(WorkProcess.WORK_ID)))
        .orElseThrow(() -> new IllegalStateException("work that was never given: " + step));
  }
}
