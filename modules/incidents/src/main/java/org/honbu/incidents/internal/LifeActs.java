package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentAcknowledged;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.incidents.IncidentView.Triaged;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.SeverityRated;
import org.honbu.incidents.Signal;
import org.honbu.incidents.SignalAttached;
import org.honbu.incidents.SignalsCleared;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.people.Team;

/**
 * Decides and writes the life of an incident; knows no engine, so that both doors, our own and
 * Tasklist's, end here. Joins the caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class LifeActs {
  static final int WHAT_LENGTH = 140;
  static final int REASON_LENGTH = 500;

  /** ST-G3; TM30. */
  private static final Duration REOPEN_WINDOW = Duration.ofDays(1);

  private static final Words ONLY_THE_LEADER =
      new Words("できるのは、いま指揮している {0} さんだけです", "Only {0}, who leads, can do this");
  private static final Words ONLY_RESPONDERS =
      new Words("できるのは担当チームか対応者です", "This is for the owning team and responders");
  private static final Words PUBLIC_WAITS =
      new Words(
          "お客さまへの「復旧」のお知らせがまだです。先に公開してください",
          "The public was told of the problem and not yet of its end. Publish that first");
  private static final Words TOO_LATE =
      new Words(
          "復旧から 24 時間を過ぎています。新しいインシデントを宣言してください",
          "It was resolved more than 24 hours ago. Declare a new incident");
  private static final Words STILL_CRYING =
      new Words("まだ鳴っているアラートがあります", "A signal has not cleared yet");
  private static final Words NOT_TRIAGED_FALSE =
      new Words("誤検知という見立てがまだありません", "Nobody has called it a false alarm yet");

  private final IncidentStore store;
  private final Book book;
  private final CommandActs command;
  private final Names names;
  private final People people;
  private final Ids ids;

  @Inject
  LifeActs(
      IncidentStore store, Book book, CommandActs command, Names names, People people, Ids ids) {
    this.store = store;
    this.book = book;
    this.command = command;
    this.names = names;
    this.people = people;
    this.ids = ids;
  }

  IncidentId declare(Declaration declaration) {
    Declaration declared = declaration.saying(needed("what", declaration.what(), WHAT_LENGTH));
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
        same(declared.what()));
    book.announce(
        record,
        new IncidentDeclared(
            record.id(), record.kind(), record.source(), team, record.component(), now));
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
    boolean isWorse = record.isWorseBy(said);
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
          same(signal.summary()));
    }
    if (isWorse || known.isEmpty()) {
      book.announce(
          record, new SignalAttached(incident, record.kind(), signal.source(), signal.at()));
    }
    store.flush();
  }

  boolean clearSignal(IncidentId incident, String fingerprint, Instant at) {
    Incident record = book.lock(incident);
    Optional<ReceivedSignal> known =
        store.signal(incident, fingerprint).filter(ReceivedSignal::isCrying);
    known.ifPresent(signal -> signal.clear(at));
    boolean quiet = store.signals(incident).stream().noneMatch(ReceivedSignal::isCrying);
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
    String why = needed("reason", reason, REASON_LENGTH);
    Incident record = book.lockOpen(incident);
    if (record.severity().equals(Optional.of(to))) {
      return new Outcome.AlreadyDone();
    }
    Optional<PersonId> leader = leader(record);
    if (!OnlyTheCommanderLowersSeverity.mayRate(record.severity(), to, leader, by)) {
      return notTheLeader(record, by);
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
        same(String.valueOf(to.level())),
        to.label(),
        rules.isEmpty() ? same(reason) : inOneLine(rules));
    book.announce(record, new SeverityRated(record.id(), record.kind(), from, to, now));
    store.flush();
  }

  private static Words inOneLine(List<Reason> rules) {
    return new Words(
        rules.stream().map(rule -> rule.words().ja()).collect(Collectors.joining("、")),
        rules.stream().map(rule -> rule.words().en()).collect(Collectors.joining("; ")));
  }

  AnswerOutcome acknowledge(IncidentId incident, PersonId by) {
    Incident record = book.lock(incident);
    Optional<PersonId> first = record.answeredBy();
    if (first.isPresent()) {
      return answeredBefore(record, first.get(), by);
    }
    if (!record.state().isOpen()) {
      return new AnswerOutcome.Over();
    }
    Instant now = book.now();
    record.answered(by, now);
    if (record.state() == IncidentState.REPORTED) {
      book.move(record, IncidentState.TRIAGE);
    }
    if (record.room() == Room.OPEN && record.state() == IncidentState.TRIAGE) {
      // The room was opened before anybody had answered; in a room people investigate.
      book.move(record, IncidentState.INVESTIGATING);
    }
    book.serve(record, DutyKind.ONCALL, by);
    book.line(record, Actor.person(by), "acknowledged", new Words("{0} さんが応答しました", "{0} answered"));
    book.announce(record, new IncidentAcknowledged(record.id(), record.kind(), by, now));
    command.replaceStandIn(record, by);
    store.flush();
    return new AnswerOutcome.First(now);
  }

  private AnswerOutcome answeredBefore(Incident record, PersonId first, PersonId by) {
    Instant at = record.acknowledgedAt().orElseThrow();
    if (first.equals(by)) {
      return new AnswerOutcome.First(at);
    }
    book.line(
        record,
        Actor.person(by),
        "answered-later",
        new Words("{0} さんも応答しました（{1} さんが先でした）", "{0} answered too, after {1}"),
        names.of(first));
    store.flush();
    return new AnswerOutcome.AlreadyAnswered(first, at);
  }

  Outcome triage(IncidentId incident, Triage triage, PersonId by) {
    Incident record = book.lockOpen(incident);
    if (!mayRespond(record, by)) {
      return notAResponder(record, by);
    }
    if (record.answeredBy().isEmpty()) {
      acknowledge(incident, by);
    }
    record.triaged(triage, by);
    book.line(
        record,
        Actor.person(by),
        "triaged",
        switch (triage.answer()) {
          case REAL -> new Words("トリアージ：本物です {1}", "Triage: it is real {1}");
          case FALSE_ALARM ->
              new Words("トリアージ：誤検知のようです {1}", "Triage: it looks like a false alarm {1}");
          case DUPLICATE -> new Words("トリアージ：重複です {1}", "Triage: it is a duplicate {1}");
        },
        same(triage.note()));
    if (triage.answer() == Triage.Answer.REAL && record.state() == IncidentState.TRIAGE) {
      book.move(record, IncidentState.INVESTIGATING);
    }
    book.announce(record, new IncidentTriaged(record.id(), record.kind(), by, book.now()));
    store.flush();
    if (triage.answer() == Triage.Answer.DUPLICATE) {
      merge(incident, triage.duplicateOf().orElseThrow(() -> missing("duplicateOf")), by);
    } else if (triage.escalateNow()) {
      command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(by), Actor.person(by));
    }
    return Outcome.done();
  }

  Outcome identify(IncidentId incident, String cause, PersonId by) {
    String what = needed("cause", cause, REASON_LENGTH);
    Incident record = book.lockOpen(incident);
    if (record.state() == IncidentState.IDENTIFIED) {
      return new Outcome.AlreadyDone();
    }
    if (!mayLead(record, by)) {
      return notTheLeader(record, by);
    }
    book.move(record, IncidentState.IDENTIFIED);
    book.line(
        record,
        Actor.person(by),
        "identified",
        new Words("原因がわかりました：{1}", "The cause is known: {1}"),
        same(what));
    store.flush();
    return Outcome.done();
  }

  Outcome declareMitigated(IncidentId incident, String how, PersonId by) {
    Incident record = book.lockOpen(incident);
    if (record.state() == IncidentState.MITIGATED) {
      return new Outcome.AlreadyDone();
    }
    if (!mayLead(record, by)) {
      return notTheLeader(record, by);
    }
    book.move(record, IncidentState.MITIGATED);
    record.mitigated(by);
    book.line(
        record,
        Actor.person(by),
        "mitigated",
        new Words("{0} さん：影響は止まりました {1}", "{0}: the impact has stopped {1}"),
        same(how));
    store.flush();
    return Outcome.done();
  }

  Outcome verify(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    if (record.state() == IncidentState.MONITORING) {
      return new Outcome.AlreadyDone();
    }
    Transitions.check(incident.value(), record.state(), IncidentState.MONITORING);
    if (!mayRespond(record, by)) {
      return notAResponder(record, by);
    }
    Optional<Words> no = AnotherPersonVerifies.ask(record.mitigatedBy(), by);
    if (no.isPresent()) {
      return new Outcome.NotAllowed(book.refused(record, by, Names.fill(no.get(), names.of(by))));
    }
    book.move(record, IncidentState.MONITORING);
    book.line(
        record,
        Actor.person(by),
        "verified",
        new Words("{0} さんが影響の停止を確かめました", "{0} verified that the impact has stopped"));
    store.flush();
    return Outcome.done();
  }

  Outcome recurred(IncidentId incident, String what, Actor by) {
    Incident record = book.lockOpen(incident);
    if (record.state() != IncidentState.MITIGATED && record.state() != IncidentState.MONITORING) {
      return new Outcome.AlreadyDone();
    }
    book.move(record, IncidentState.INVESTIGATING);
    book.line(record, by, "recurred", new Words("再発しました {1}", "It came back {1}"), same(what));
    store.flush();
    return Outcome.done();
  }

  Outcome declareResolved(IncidentId incident, String summary, PersonId by) {
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.RESOLVED) {
      return new Outcome.AlreadyDone();
    }
    Transitions.check(incident.value(), record.state(), IncidentState.RESOLVED);
    if (!mayLead(record, by)) {
      return notTheLeader(record, by);
    }
    if (publicWaits(record)) {
      return new Outcome.NotNow(book.refused(record, by, PUBLIC_WAITS));
    }
    book.move(record, IncidentState.RESOLVED);
    book.line(
        record,
        Actor.person(by),
        "resolved",
        new Words("{0} さんが復旧を宣言しました {1}", "{0} declared it resolved {1}"),
        same(summary));
    book.standDown(record);
    store.flush();
    return Outcome.done();
  }

  private static boolean publicWaits(Incident record) {
    return record.publicPhase() != PublicPhase.NONE && record.publicPhase() != PublicPhase.RESOLVED;
  }

  Outcome reopen(IncidentId incident, String reason, PersonId by) {
    String why = needed("reason", reason, REASON_LENGTH);
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.INVESTIGATING) {
      return new Outcome.AlreadyDone();
    }
    Transitions.check(incident.value(), record.state(), IncidentState.INVESTIGATING);
    boolean late =
        record
            .times()
            .resolvedAt()
            .filter(at -> record.state() == IncidentState.RESOLVED)
            .filter(at -> book.now().isAfter(at.plus(REOPEN_WINDOW)))
            .isPresent();
    if (late) {
      return new Outcome.NotNow(book.refused(record, by, TOO_LATE));
    }
    reopen(record, Actor.person(by), new Words("{0} さんが再開しました：{1}", "{0} reopened it: {1}"), why);
    return Outcome.done();
  }

  private void reopen(Incident record, Actor by, Words sentence, String why) {
    book.move(record, IncidentState.INVESTIGATING);
    book.line(record, by, "reopened", sentence, same(why));
    store.flush();
  }

  /** Whether it was resolved after that moment and is open again now. */
  boolean reopenIfResolvedSince(IncidentId incident, Instant since, String what, Actor by) {
    Incident record = book.lock(incident);
    boolean justNow =
        record.state() == IncidentState.RESOLVED
            && record.times().resolvedAt().filter(at -> at.isAfter(since)).isPresent();
    if (justNow) {
      reopen(record, by, new Words("また鳴ったので再開しました：{1}", "Open again, because it cries: {1}"), what);
    }
    return justNow;
  }

  Outcome close(IncidentId incident, Actor by) {
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.CLOSED) {
      return new Outcome.AlreadyDone();
    }
    book.move(record, IncidentState.CLOSED);
    book.line(record, by, "closed", new Words("完了しました", "Closed"));
    store.flush();
    return Outcome.done();
  }

  Outcome confirmFalseAlarm(IncidentId incident, String reason, PersonId by) {
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.FALSE_ALARM) {
      return new Outcome.AlreadyDone();
    }
    Transitions.check(incident.value(), record.state(), IncidentState.FALSE_ALARM);
    boolean commands = store.seat(incident).map(Seat::holder).filter(by::equals).isPresent();
    if (!commands) {
      Optional<PersonId> caller =
          record
              .triaged()
              .filter(triaged -> triaged.answer() == Triage.Answer.FALSE_ALARM)
              .map(Triaged::by);
      if (caller.isEmpty()) {
        return new Outcome.NotNow(book.refused(record, by, NOT_TRIAGED_FALSE));
      }
      Optional<Words> no = AnotherPersonVerifies.ask(caller, by);
      if (no.isPresent()) {
        return new Outcome.NotAllowed(book.refused(record, by, Names.fill(no.get(), names.of(by))));
      }
      if (!mayRespond(record, by)) {
        return notAResponder(record, by);
      }
    }
    return falseAlarm(record, reason, Actor.person(by));
  }

  Outcome confirmFalseAlarmCleared(IncidentId incident, Actor by) {
    Incident record = book.lock(incident);
    if (record.state() == IncidentState.FALSE_ALARM) {
      return new Outcome.AlreadyDone();
    }
    List<ReceivedSignal> signals = store.signals(incident);
    if (signals.isEmpty() || signals.stream().anyMatch(ReceivedSignal::isCrying)) {
      return new Outcome.NotNow(STILL_CRYING);
    }
    return falseAlarm(record, "", by);
  }

  private Outcome falseAlarm(Incident record, String reason, Actor by) {
    book.move(record, IncidentState.FALSE_ALARM);
    book.line(
        record,
        by,
        "false-alarm",
        new Words(
            "誤検知でした。知らせてくれてありがとうございます {1}", "It was a false alarm. Thank you for telling us {1}"),
        same(reason));
    book.standDown(record);
    store.flush();
    return Outcome.done();
  }

  /** What a merge did. */
  record Merged(IncidentId parent, IncidentId child, boolean changed) {}

  Merged merge(IncidentId one, IncidentId other, PersonId by) {
    if (one.equals(other)) {
      throw new ProblemException(IncidentProblems.MERGE_WITH_ITSELF, "with");
    }
    Map<IncidentId, Incident> both = store.lockAll(Set.of(one, other));
    boolean inOrder = one.compareTo(other) < 0;
    Incident older = known(both, inOrder ? one : other);
    Incident newer = known(both, inOrder ? other : one);
    if (older.kind() != newer.kind()) {
      throw new ProblemException(IncidentProblems.REAL_WITH_DRILL, one.value(), other.value());
    }
    Optional<Merged> before = mergedBefore(older, newer).or(() -> mergedBefore(newer, older));
    if (before.isPresent()) {
      return before.get();
    }
    boolean newerLeads = store.seat(newer.id()).isPresent() && store.seat(older.id()).isEmpty();
    Incident parent = newerLeads ? newer : older;
    Incident child = newerLeads ? older : newer;
    if (!parent.state().isOpen()) {
      throw new ProblemException(
          IncidentProblems.OVER, parent.id().value(), parent.state().label().both());
    }
    book.move(child, IncidentState.MERGED);
    child.mergedInto(parent.id());
    book.standDown(child);
    moveSignals(child.id(), parent.id());
    Words sentence = new Words("{1} を {2} に統合しました", "{1} became part of {2}");
    for (Incident record : List.of(child, parent)) {
      book.line(
          record,
          Actor.person(by),
          "merged",
          sentence,
          same(child.id().value()),
          same(parent.id().value()));
    }
    book.announce(child, new IncidentMerged(child.id(), child.kind(), parent.id(), book.now()));
    store.flush();
    return new Merged(parent.id(), child.id(), true);
  }

  /** What cried at the merged one cries at the survivor, and is taken back there. */
  private void moveSignals(IncidentId from, IncidentId to) {
    for (ReceivedSignal signal : store.signals(from)) {
      store
          .signal(to, signal.view().fingerprint())
          .ifPresentOrElse(same -> same.absorb(signal, book.now()), () -> signal.moveTo(to));
    }
  }

  private static Incident known(Map<IncidentId, Incident> records, IncidentId incident) {
    return Optional.ofNullable(records.get(incident)).orElseThrow(() -> Book.unknown(incident));
  }

  private static Optional<Merged> mergedBefore(Incident child, Incident parent) {
    return child
        .parent()
        .filter(parent.id()::equals)
        .map(into -> new Merged(into, child.id(), false));
  }

  void published(IncidentId incident, PublicPhase phase, Actor by) {
    Incident record = book.lock(incident);
    record.published(phase, book.now());
    book.line(
        record,
        by,
        "published",
        new Words("利用者にお知らせしました：{1}", "Users were told: {1}"),
        phase.label());
    store.flush();
  }

  void processRebuilt(IncidentId incident, Actor by) {
    Incident record = book.lock(incident);
    book.line(
        record,
        by,
        "rebuilt",
        new Words("工程を作り直しました。記録はそのままです", "The process was rebuilt; the record is as it was"));
    book.announce(record, new ProcessRebuilt(incident, record.kind(), book.now()));
    store.flush();
  }

  void note(IncidentId incident, String type, Words words, Actor by) {
    book.line(book.lock(incident), by, type, words);
    store.flush();
  }

  /** Who leads: the commander while a room is open, else who answered first. */
  private Optional<PersonId> leader(Incident record) {
    return store.seat(record.id()).map(Seat::holder).or(record::answeredBy);
  }

  /** The commander while a room is open; otherwise anybody who may respond. */
  boolean mayLead(Incident record, PersonId by) {
    return record.room() == Room.OPEN
        ? leader(record).filter(by::equals).isPresent()
        : mayRespond(record, by);
  }

  /** The owning team, whoever answered or commands, and everybody who responds by role. */
  boolean mayRespond(Incident record, PersonId person) {
    Set<Role> roles = people.rolesOf(person);
    return roles.contains(Role.RESPONDER)
        || roles.contains(Role.INCIDENT_COMMANDER)
        || roles.contains(Role.PROCESS_OWNER)
        || (record.kind() == Kind.DRILL && roles.contains(Role.COMMANDER_TRAINEE))
        || people.inTeam(person, record.team())
        || leader(record).filter(person::equals).isPresent();
  }

  private Outcome notTheLeader(Incident record, PersonId by) {
    return leader(record)
        .map(person -> Names.fill(ONLY_THE_LEADER, names.of(person)))
        .map(why -> (Outcome) new Outcome.NotAllowed(book.refused(record, by, why)))
        .orElseGet(() -> notAResponder(record, by));
  }

  private Outcome notAResponder(Incident record, PersonId by) {
    return new Outcome.NotAllowed(book.refused(record, by, ONLY_RESPONDERS));
  }

  /** The text, which has to be there and may not be longer. */
  static String needed(String field, String value, int length) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > length) {
      throw new ProblemException(IncidentProblems.FIELD_NEEDED, field, length);
    }
    return text;
  }

  private static ProblemException missing(String field) {
    return new ProblemException(IncidentProblems.FIELD_NEEDED, field, WHAT_LENGTH);
  }

  private static Words same(String text) {
    return new Words(text, text);
  }
}
