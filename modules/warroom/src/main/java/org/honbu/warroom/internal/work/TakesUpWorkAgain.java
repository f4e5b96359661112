package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.Assignment.State;

/**
 * The process was lost, or ended with a merge that was none: every open piece of work and the open
 * call begin anew where they stand. What the merge had stopped is open again, and its owners hear
 * so.
 */
@ApplicationScoped
class TakesUpWorkAgain implements FactHandler<ProcessRebuilt> {
  private static final Words GOES_ON =
      new Words("統合で止まっていた仕事 {0} 件が、また動き出しました", "Work that the merge had stopped goes on: {0}");
  private static final Words YOURS_AGAIN =
      new Words(
          "統合が取り消されたので、「{0}」はまたあなたの仕事です", "The merge was taken apart, so “{0}” is yours again");

  private final WorkBook book;
  private final WorkStore store;

  @Inject
  TakesUpWorkAgain(WorkBook book, WorkStore store) {
    this.book = book;
    this.store = store;
  }

  @Override
  public String name() {
    return "warroom.takes-up-work-again";
  }

  @Override
  public Class<ProcessRebuilt> fact() {
    return ProcessRebuilt.class;
  }

  @Override
  public void on(ProcessRebuilt rebuilt) {
    if (book.lock(rebuilt.incident()).isPresent()) {
      goesOn(rebuilt.incident());
    }
    store.work(rebuilt.incident()).stream()
        .filter(row -> row.isOpen() || row.is(State.REPORTED))
        .forEach(
            row -> {
              row.forgotten();
              book.moved(row);
            });
    store.calls(rebuilt.incident()).stream()
        .filter(CallRow::isOpen)
        .forEach(
            row -> {
              row.forgotten();
              book.moved(row);
            });
    store.flush();
  }

  /** A process is rebuilt only of an incident that is not part of another. */
  private void goesOn(IncidentId incident) {
    List<AssignmentRow> stopped =
        store.work(incident).stream().filter(AssignmentRow::goesOn).toList();
    if (!stopped.isEmpty()) {
      book.line(incident, "work-goes-on", GOES_ON.with(stopped.size()));
    }
    stopped.stream()
        .filter(AssignmentRow::isOpen)
        .forEach(
            row ->
                book.whisper(
                    row.owner(),
                    incident,
                    "work-goes-on-" + row.number(),
                    YOURS_AGAIN.with(row.title())));
  }
}
