package org.honbu.incidents.internal;

import org.honbu.kernel.Ids;
import org.honbu.people.People;

/** All acts in the life of an incident, wired as the server does. */
final class Life {
  final DeclaringActs declaring;
  final RatingActs rating;
  final TriageActs triage;
  final RecoveryActs recovery;
  final EndingActs ending;
  final MergeActs merging;
  final NotingActs noting;

  Life(IncidentStore store, Book book, CommandActs command, Names names, People people, Ids ids) {
    var responders = new Responders(store, book, names, people);
    declaring = new DeclaringActs(store, book, people, ids);
    rating = new RatingActs(store, book, responders, ids);
    merging = new MergeActs(store, book);
    triage = new TriageActs(store, book, command, merging, responders, names);
    recovery = new RecoveryActs(store, book, responders, names);
    ending = new EndingActs(store, book, responders, names);
    noting = new NotingActs(store, book);
  }
}
