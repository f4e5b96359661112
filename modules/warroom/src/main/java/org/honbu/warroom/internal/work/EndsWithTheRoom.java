package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.TakenBack;
import org.honbu.incidents.Undo;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.Assignment.State;

/**
 * With the room its work ends, and without a word: that it is over is said in the room. An end that
 * may still be taken back is waited for. What a merge ends goes on if it was none ({@link
 * TakesUpWorkAgain}); a call for whoever is free does not, its two minutes are over.
 */
@ApplicationScoped
class EndsWithTheRoom implements FactHandler<IncidentMoved> {
  private final WorkBook book;
  private final WorkStore store;
  private final Undo undo;

  @Inject
  EndsWithTheRoom(WorkBook book, WorkStore store, Undo undo) {
    this.book = book;
    this.store = store;
    this.undo = undo;
  }

  @Override
  public String name() {
    return "warroom.ends-work-with-the-room";
  }

  @Override
  public Class<IncidentMoved> fact() {
    return IncidentMoved.class;
  }

  @Override
  public void on(IncidentMoved moved) {
    if (moved.to() == IncidentState.MERGED) {
      end(moved.incident(), AssignmentRow::endsWithTheMerge);
    } else if (!moved.to().isOpen()) {
      end(moved.incident(), AssignmentRow::endsWithTheRoom);
    }
  }

  void end(IncidentId incident, Consumer<AssignmentRow> how) {
    if (book.lock(incident).isPresent()) {
      return;
    }
    List<AssignmentRow> work =
        store.work(incident).stream()
            .filter(row -> row.isOpen() || row.is(State.REPORTED))
            .toList();
    List<CallRow> calls = store.calls(incident).stream().filter(CallRow::isOpen).toList();
    if (work.isEmpty() && calls.isEmpty()) {
      return;
    }
    if (undo.endMayBeTakenBack(incident)) {
      throw new ProblemException(WorkProblems.MAY_COME_BACK, incident);
    }
    work.forEach(how);
    calls.forEach(CallRow::dropped);
    store.flush();
  }

  /** A room that was opened by mistake closes when that is taken back. */
  @ApplicationScoped
  static class WhenTakenBack implements FactHandler<TakenBack> {
    private final EndsWithTheRoom ends;

    @Inject
    WhenTakenBack(EndsWithTheRoom ends) {
      this.ends = ends;
    }

    @Override
    public String name() {
      return "warroom.ends-work-of-a-room-taken-back";
    }

    @Override
    public Class<TakenBack> fact() {
      return TakenBack.class;
    }

    @Override
    public void on(TakenBack back) {
      ends.end(back.incident(), AssignmentRow::endsWithTheRoom);
    }
  }
}
