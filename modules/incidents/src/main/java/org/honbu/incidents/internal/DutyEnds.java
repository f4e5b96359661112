package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.workflow.TaskRule.Verdict;

/**
 * When the task of a duty may be completed by hand: after the end of its incident, and not before
 * that end stands. An undo brings the duty back and finds no task that was completed meanwhile.
 */
@ApplicationScoped
class DutyEnds {
  private static final Words NOT_YET =
      new Words(
          "終わりの宣言は 30 秒のあいだ取り消せます。このタスクはそのあと、ひとりでに終わります",
          "The end can be taken back for 30 seconds. This task ends by itself after that");

  private final Book book;
  private final UndoActs undo;

  @Inject
  DutyEnds(Book book, UndoActs undo) {
    this.book = book;
    this.undo = undo;
  }

  /**
   * Under the incident's lock: of an undo and a completion at the same instant one comes first.
   *
   * @param whileOpen why not, as long as people respond to it
   */
  Verdict byHand(IncidentId incident, Words whileOpen) {
    if (book.lock(incident).state().isOpen()) {
      return Verdict.no(whileOpen);
    }
    return undo.endMayBeTakenBack(incident) ? Verdict.no(NOT_YET) : Verdict.yes();
  }
}
