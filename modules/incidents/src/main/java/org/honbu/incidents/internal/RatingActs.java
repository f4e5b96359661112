package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.SeverityRated;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Decides and writes how severe an incident is: by rule, or by a person. */
@ApplicationScoped
class RatingActs {
  private final IncidentStore store;
  private final Book book;
  private final Responders responders;
  private final Ids ids;

  @Inject
  RatingActs(IncidentStore store, Book book, Responders responders, Ids ids) {
    this.store = store;
    this.book = book;
    this.responders = responders;
    this.ids = ids;
  }

  /** What a rating by rule changed. */
  record Rated(Severity now, boolean changed) {}

  Rated rateByRule(IncidentId incident, Severity to, List<Reason> reasons, Actor rule) {
    Incident record = book.lock(incident);
    Optional<Severity> before = record.severity();
    if (!OnlyTheCommanderLowersSeverity.raises(before, to)) {
      return new Rated(before.orElse(to), false);
    }
    rate(record, to, "", reasons, rule);
    return new Rated(to, before.isPresent());
  }

  Outcome rate(IncidentId incident, Severity to, String reason, PersonId by) {
    String why = Fields.needed("reason", reason, Fields.REASON_LENGTH);
    Incident record = book.lockOpen(incident);
    if (record.severity().equals(Optional.of(to))) {
      return new Outcome.AlreadyDone();
    }
    Optional<PersonId> leader = responders.leader(record);
    if (!OnlyTheCommanderLowersSeverity.mayRate(record.severity(), to, leader, by)) {
      return responders.notTheLeader(record, by);
    }
    rate(record, to, why, List.of(), Actor.person(by));
    return Outcome.done();
  }

  private void rate(Incident record, Severity to, String reason, List<Reason> rules, Actor by) {
    Instant now = book.now();
    Optional<Severity> from = record.severity();
    record.rate(to);
    String ruleIds = rules.stream().map(Reason::rule).collect(Collectors.joining(","));
    store.add(new Rating(ids.next(), record.id(), from, to, by, reason, ruleIds, now));
    book.line(
        record,
        by,
        "rated",
        rules.isEmpty()
            ? new Words(
                "{0} さんが重大度を SEV{1}（{2}）にしました：{3}", "{0} set the severity to SEV{1} ({2}): {3}")
            : new Words("重大度は SEV{1}（{2}）です：{3}", "The severity is SEV{1} ({2}): {3}"),
        Names.same(String.valueOf(to.level())),
        to.label(),
        rules.isEmpty() ? Names.same(reason) : inOneLine(rules));
    book.announce(record, new SeverityRated(record.id(), record.kind(), from, to, now));
    store.flush();
  }

  private static Words inOneLine(List<Reason> rules) {
    return new Words(
        rules.stream().map(rule -> rule.words().ja()).collect(Collectors.joining("、")),
        rules.stream().map(rule -> rule.words().en()).collect(Collectors.joining("; ")));
  }
}
