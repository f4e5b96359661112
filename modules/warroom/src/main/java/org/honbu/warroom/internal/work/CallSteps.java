package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.honbu.incidents.CommandSeat;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/**
 * The automatic steps of {@code VolunteerCall}; each reads the record under the incident's lock.
 */
@ApplicationScoped
class CallSteps {
  private final WorkStore store;
  private final WorkBook book;
  private final WhoIsFree order;

  @Inject
  CallSteps(WorkStore store, WorkBook book, WhoIsFree order) {
    this.store = store;
    this.book = book;
    this.order = order;
  }

  @Produces
  TaskHandler askWhoIsFree() {
    return new Handled("askWhoIsFree", this::askWhoIsFree);
  }

  private Facts askWhoIsFree(Step step) {
    Optional<CommandSeat> seat = lock(step);
    CallRow row = row(step);
    boolean awaited = row.isOpen() && seat.isPresent();
    row.follow();
    if (awaited) {
      book.post(
          row.incident(),
          "hands:" + row.number(),
          new Words(
                  "今手空いている人は？ {0}。手が空いていたら「できます」を押してください",
                  "Who is free? {0}. Press “I can” if you are")
              .with(row.what()));
    }
    store.flush();
    return Facts.of("pickAwaited", awaited)
        .and("commander", seat.map(held -> held.holder().value()).orElse(""))
        .and("handsFor", row.what());
  }

  @Produces
  TaskHandler remindToPick() {
    return new Handled("remindToPick", this::remindToPick);
  }

  private Facts remindToPick(Step step) {
    Optional<CommandSeat> seat = lock(step);
    CallRow row = row(step);
    if (row.isOpen()) {
      seat.ifPresent(commander -> remind(row, commander.holder()));
    }
    return Facts.none();
  }

  private void remind(CallRow row, PersonId commander) {
    List<PersonId> free = order.inOrder(row.incident(), row.free(), row.skill());
    Words said =
        free.isEmpty()
            ? new Words(
                "「{0}」に手空きの人はいませんでした。誰かを名指しするか、招集するか、取りやめてください",
                "Nobody is free for “{0}”. Name somebody, summon somebody, or call it off")
            : new Words(
                "「{0}」に手が空いているのは {1} です。一人を選んでください", "Free for “{0}”: {1}. Pick one person");
    book.whisper(
        commander, row.incident(), "pick:" + row.number(), said.with(row.what(), names(free)));
  }

  private Words names(List<PersonId> free) {
    List<Words> names = free.stream().map(book::name).toList();
    return new Words(
        names.stream().map(name -> name.ja() + " さん").collect(Collectors.joining("、")),
        names.stream().map(Words::en).collect(Collectors.joining(", ")));
  }

  @Produces
  TaskHandler takePick() {
    return new Handled("takePick", this::takePick);
  }

  private Facts takePick(Step step) {
    Optional<CommandSeat> seat = lock(step);
    CallRow row = row(step);
    row.follow();
    if (seat.isPresent()) {
      row.named().ifPresent(person -> tellTheRoom(row, person));
    }
    store.flush();
    return Facts.of("oneIsNamed", row.named().isPresent());
  }

  private void tellTheRoom(CallRow row, PersonId person) {
    book.post(
        row.incident(),
        "picked:" + row.number(),
        new Words("{0} さんに「{1}」をお願いします", "{0}, please: “{1}”").with(book.name(person), row.what()));
  }

  private Optional<CommandSeat> lock(Step step) {
    return book.lock(new IncidentId(step.subject()));
  }

  private CallRow row(Step step) {
    return store
        .call(UUID.fromString(step.facts().text(WorkProcess.CALL_ID)))
        .orElseThrow(() -> new IllegalStateException("a call that never began: " + step));
  }
}
