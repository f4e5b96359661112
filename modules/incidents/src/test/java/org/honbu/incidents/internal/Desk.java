package org.honbu.incidents.internal;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.Ids;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;

/** The acts and the board on one entity manager, as the server wires them for a transaction. */
final class Desk {
  final JpaIncidentStore store;
  final Life life;
  final CommandActs command;
  final HandoverActs handovers;
  final JpaIncidentBoard board;
  final JpaCommandLedger ledger;
  final JpaCareStore careStore;
  final CareActs care;
  final AskingActs asking;
  final ActivityActs activities;
  final NoteActs notes;

  Desk(EntityManager database, Town town) {
    var clock = Clock.systemUTC();
    var ids = new Ids(clock);
    store = new JpaIncidentStore(database);
    var names = new Names(town);
    var book = new Book(store, new NobodyListens(), ids, clock, names);
    command = new CommandActs(store, book, names, town, ids);
    life = new Life(store, book, command, names, town, ids);
    board = new JpaIncidentBoard(store, database);
    ledger = new JpaCommandLedger(database);
    var next = new QualifiedCommanders(store, command, town, clock);
    var draft =
        new BriefingDraft(
            store, incident -> Optional.empty(), any -> List.of(), new NothingAimedAt(), names);
    handovers =
        new HandoverActs(
            store,
            book,
            names,
            command,
            new HandoverBook(store, book, names, command, next),
            new BriefingActs(store, book, names, draft));
    careStore = new JpaCareStore(database);
    var standIns = new StandIns(store, command, next);
    var rule = new HandsOnRule(new HandsOnTable());
    var passes = new PassesCommand(handovers);
    care = new CareActs(store, careStore, book, rule, new NudgeLimit(), standIns, ids);
    asking = new AskingActs(store, careStore, care, passes, standIns, rule, book, names, town, ids);
    activities = new ActivityActs(store, careStore, care, book, names, ids);
    notes = new NoteActs(store, care, book);
  }

  static Outbox nobodyListens() {
    return new NobodyListens();
  }

  private static final class NobodyListens implements Outbox {
    @Override
    public void announce(Fact fact, Subject subject) {
      // Facts have tests of their own.
    }

    @Override
    public List<Stuck> stuck() {
      return List.of();
    }

    @Override
    public void retry(long place) {
      throw new UnsupportedOperationException("nothing is stuck");
    }
  }
}
