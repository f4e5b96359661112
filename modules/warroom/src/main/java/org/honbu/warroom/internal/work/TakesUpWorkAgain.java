package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.Assignment.State;

/** The process was lost: every open piece of work and the open call begin anew where they stand. */
@ApplicationScoped
class TakesUpWorkAgain implements FactHandler<ProcessRebuilt> {
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
    book.lock(rebuilt.incident());
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
}
