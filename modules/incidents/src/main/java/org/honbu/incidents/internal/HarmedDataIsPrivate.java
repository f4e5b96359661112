package org.honbu.incidents.internal;

import org.honbu.incidents.PrivacyChanged;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Words;

/**
 * An incident that may have harmed data is private from the moment somebody says so (A34). Asked
 * after every change of its harm, in the same transaction; a drill's as well.
 */
final class HarmedDataIsPrivate {
  private static final Words PRIVATE_NOW =
      new Words(
          "データや安全に関わるおそれがあるので、非公開になりました。読めるのは中の人だけです",
          "Data or security may be harmed, so it is private from now on: only those inside read it");

  private static final Words PRIVATE_AS_THE_OTHER =
      new Words(
          "もとのインシデントが非公開なので、こちらも非公開です", "It is private, because the one that it belongs to is");

  private HarmedDataIsPrivate() {}

  static void after(Incident record, IncidentStore store, Book book) {
    if (record.becomesPrivateByItsHarm()) {
      say(record, PRIVATE_NOW, book);
      withItsParts(record, store, book);
    }
  }

  /** What belongs to a private one, merged with it or following it, says no more than that does. */
  static void asTheOther(Incident other, Incident record, IncidentStore store, Book book) {
    if (other.isPrivate() && !record.isPrivate()) {
      record.makePrivate();
      say(record, PRIVATE_AS_THE_OTHER, book);
      withItsParts(record, store, book);
    }
  }

  /** What became part of one that is private now says the same in other words. */
  static void withItsParts(Incident record, IncidentStore store, Book book) {
    store.parts(record.id()).forEach(part -> asTheOther(record, part, store, book));
  }

  private static void say(Incident record, Words words, Book book) {
    book.line(record, Actor.honbu("privacy"), "made-private", words);
    book.announce(record, new PrivacyChanged(record.id(), record.kind(), true, book.now()));
  }
}
