package org.honbu.incidents.internal;

import java.time.Clock;
import java.util.List;
import org.honbu.kernel.Ids;
import org.honbu.people.People;

/** All acts in the life of an incident, wired as the server does. */
final class Life {
  final DeclaringActs declaring;
  final RatingActs rating;
  final TriageActs triage;
  final EscalatingActs escalating;
  final RecoveryActs recovery;
  final ReopeningActs reopening;
  final EndingActs ending;
  final MergeActs merging;
  final PartingActs parting;
  final NotingActs noting;
  final UndoActs undo;

  /** Whether a review is owed, of whatever incident. */
  boolean reviewOwed;

  Life(IncidentStore store, Book book, CommandActs command, Names names, People people, Ids ids) {
    var responders = new Responders(store, book, names, people);
    var offers = new UndoOffers(store, book, ids);
    var reinstating = new Reinstating(store);
    declaring = new DeclaringActs(store, book, people, ids);
    rating = new RatingActs(store, book, responders, ids);
    var insiders = new Insiders(store, people, List.of(), Clock.systemUTC());
    merging = new MergeActs(store, book, ids, insiders);
    parting = new PartingActs(store, book, names, command, people);
    escalating = new EscalatingActs(book, command, offers);
    triage = new TriageActs(store, book, command, escalating, merging, responders, offers, names);
    recovery = new RecoveryActs(store, book, responders, offers, names);
    reopening = new ReopeningActs(store, book, declaring, offers, reinstating);
    ending = new EndingActs(store, book, responders, offers, names, incident -> reviewOwed);
    noting = new NotingActs(store, book, offers);
    undo =
        new UndoActs(
            store,
            book,
            offers,
            new BuiltUpon(store, reinstating, names),
            new TakingBack(store, book, command, reinstating, names),
            reinstating,
            names);
  }
}
