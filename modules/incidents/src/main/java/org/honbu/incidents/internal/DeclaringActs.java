package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.Signal;
import org.honbu.incidents.SignalAttached;
import org.honbu.incidents.SignalsCleared;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.People;
import org.honbu.people.Team;

/**
 * Decides and writes how an incident begins, and which signals lie beneath it. As all acts here it
 * knows no engine, so that both doors, our own and Tasklist's, end here; it joins the caller's
 * transaction and leaves it flushed.
 */
@ApplicationScoped
class DeclaringActs {
  private final IncidentStore store;
  private final Book book;
  private final People people;
  private final Ids ids;

  @Inject
  DeclaringActs(IncidentStore store, Book book, People people, Ids ids) {
    this.store = store;
    this.book = book;
    this.people = people;
    this.ids = ids;
  }

  IncidentId declare(Declaration declaration) {
    Declaration declared =
        declaration.saying(Fields.needed("what", declaration.what(), Fields.WHAT_LENGTH));
    Instant now = book.now();
    Optional<Component> component = declared.component().flatMap(people::component);
    Impact impact =
        component
            .map(known -> declared.impact().withFunction(functionOf(known)))
            .orElse(declared.impact());
    TeamId team =
        declared.team().or(() -> component.map(Component::owner)).orElseGet(this::triageDesk);
    var record = new Incident(store.nextNumber(now), declared, team, impact, now);
    store.add(record);
    book.line(
        record,
        declared.reporter(),
        "declared",
        declared.reporter() instanceof Actor.Person
            ? new Words("{0} さんが知らせました：{1}", "{0} told us: {1}")
            : new Words("{0} から知らせが届きました：{1}", "{0} told us: {1}"),
        Names.same(declared.what()));
    HarmedDataIsPrivate.after(record, store, book);
    book.announce(
        record,
        new IncidentDeclared(
            record.id(), record.kind(), record.source(), team, record.component(), now));
    book.rated(record, Impact.DataSecurity.UNKNOWN);
    store.flush();
    return record.id();
  }

  /** The catalogue and the table share their words. */
  private static Impact.Function functionOf(Component component) {
    return switch (component.function()) {
      case INTERNAL -> Impact.Function.INTERNAL;
      case MINOR -> Impact.Function.MINOR;
      case MAJOR -> Impact.Function.MAJOR;
      case CORE -> Impact.Function.CORE;
    };
  }

  /** Whoever owns nothing else: the platform team on call (DOMAIN DM-3, last row). */
  private TeamId triageDesk() {
    List<Team> teams = people.teams();
    return teams.stream()
        .filter(team -> team.type() == Team.Type.PLATFORM)
        .findFirst()
        .or(() -> teams.stream().findFirst())
        .map(Team::id)
        .orElse(new TeamId("platform"));
  }

  void attachSignal(IncidentId incident, Signal signal, Impact said) {
    Incident record = book.lock(incident);
    Impact.DataSecurity data = record.impact().dataSecurity();
    boolean isWorse = record.isWorseBy(said);
    HarmedDataIsPrivate.after(record, store, book);
    book.rated(record, data);
    Optional<ReceivedSignal> known = store.signal(incident, signal.fingerprint());
    if (known.isPresent()) {
      known.get().again(signal.at());
    } else {
      store.add(new ReceivedSignal(ids.next(), incident, signal));
      book.line(
          record,
          Actor.honbu("intake"),
          "signal",
          new Words("監視の知らせ：{1}", "A signal came in: {1}"),
          Names.same(signal.summary()));
    }
    var fact = new SignalAttached(incident, record.kind(), signal.source(), signal.at());
    if (isWorse || (known.isEmpty() && signal.customer().isPresent())) {
      book.announce(record, fact);
    } else if (known.isEmpty()) {
      book.mention(record, fact);
    }
    store.flush();
  }

  boolean clearSignal(IncidentId incident, String fingerprint, Instant at) {
    Incident record = book.lock(incident);
    Optional<ReceivedSignal> known =
        store.signal(incident, fingerprint).filter(ReceivedSignal::isCrying);
    known.ifPresent(signal -> signal.clear(at));
    boolean quiet = !store.cries(incident);
    if (known.isPresent() && quiet) {
      book.line(
          record,
          Actor.honbu("intake"),
          "signals-cleared",
          new Words("監視の知らせはすべて止みました", "Every signal has cleared"));
      book.announce(record, new SignalsCleared(incident, record.kind(), at));
    }
    store.flush();
    return quiet;
  }
}
