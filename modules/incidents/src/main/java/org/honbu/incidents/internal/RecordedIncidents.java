package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Retried;

/** Our own door: decide and write first, then the process. */
@ApplicationScoped
@Retried
@Transactional
class RecordedIncidents implements Incidents {
  private final DeclaringActs declaring;
  private final RatingActs rating;
  private final TriageActs triage;
  private final RecoveryActs recovery;
  private final ReopeningActs reopening;
  private final EndingActs ending;
  private final MergeActs merging;
  private final NotingActs noting;
  private final Responders responders;
  private final Engine engine;
  private final IncidentStore store;

  @Inject
  @SuppressWarnings("TooManyParameters")
  RecordedIncidents(
      DeclaringActs declaring,
      RatingActs rating,
      TriageActs triage,
      RecoveryActs recovery,
      ReopeningActs reopening,
      EndingActs ending,
      MergeActs merging,
      NotingActs noting,
      Responders responders,
      Engine engine,
      IncidentStore store) {
    this.declaring = declaring;
    this.rating = rating;
    this.triage = triage;
    this.recovery = recovery;
    this.reopening = reopening;
    this.ending = ending;
    this.merging = merging;
    this.noting = noting;
    this.responders = responders;
    this.engine = engine;
    this.store = store;
  }

  @Override
  public IncidentId declare(Declaration declaration) {
    return declaring.declare(declaration);
  }

  @Override
  public void attachSignal(IncidentId incident, Signal signal) {
    declaring.attachSignal(incident, signal, Impact.UNKNOWN);
  }

  @Override
  public void attachSignal(IncidentId incident, Signal signal, Impact said) {
    declaring.attachSignal(incident, signal, said);
  }

  @Override
  public boolean clearSignal(IncidentId incident, String fingerprint, Instant at) {
    boolean quiet = declaring.clearSignal(incident, fingerprint, at);
    if (quiet) {
      engine.tell("Message_SignalsCleared", incident, Facts.none());
    }
    return quiet;
  }

  @Override
  public Severity rate(IncidentId incident, Severity to, List<Reason> reasons, Actor rule) {
    RatingActs.Rated rated = rating.rateByRule(incident, to, reasons, rule);
    if (rated.changed()) {
      tellSeverity(incident, rated.now());
    }
    return rated.now();
  }

  @Override
  public Outcome rate(IncidentId incident, Severity to, String reason, PersonId by) {
    Outcome outcome = rating.rate(incident, to, reason, by);
    if (outcome instanceof Outcome.Done) {
      tellSeverity(incident, to);
    }
    return outcome;
  }

  private void tellSeverity(IncidentId incident, Severity now) {
    engine.tell("Message_SeverityChanged", incident, Facts.of("severity", now.level()));
  }

  @Override
  public AnswerOutcome acknowledge(IncidentId incident, PersonId by) {
    AnswerOutcome outcome = triage.acknowledge(incident, by);
    if (outcome instanceof AnswerOutcome.First) {
      engine.tell("Message_Acknowledged", incident, Facts.of("answeredBy", by));
    }
    return outcome;
  }

  @Override
  public AnswerOutcome acknowledgeByTask(IncidentId incident, PersonId by) {
    return triage.acknowledge(incident, by);
  }

  @Override
  public Outcome triage(IncidentId incident, Triage triage, PersonId by) {
    boolean unanswered = store.find(incident).flatMap(Incident::answeredBy).isEmpty();
    Outcome outcome = this.triage.triage(incident, triage, by);
    if (outcome instanceof Outcome.Done) {
      if (unanswered) {
        engine.tell("Message_Acknowledged", incident, Facts.of("answeredBy", by));
      }
      if (triage.answer() == Triage.Answer.DUPLICATE) {
        engine.tell("Message_Merged", incident, Facts.none());
      } else {
        engine.complete(Steps.TRIAGE, incident, by);
      }
    }
    return outcome;
  }

  @Override
  public Outcome identify(IncidentId incident, String cause, PersonId by) {
    return recovery.identify(incident, cause, by);
  }

  @Override
  public Outcome declareMitigated(IncidentId incident, String how, PersonId by) {
    return telling(
        "Message_MitigationDeclared", incident, recovery.declareMitigated(incident, how, by));
  }

  @Override
  public Outcome verify(IncidentId incident, PersonId by) {
    return telling("Message_Verified", incident, recovery.verify(incident, by));
  }

  @Override
  public Outcome recurred(IncidentId incident, String what, Actor by) {
    return telling("Message_Recurred", incident, recovery.recurred(incident, what, by));
  }

  @Override
  public Outcome declareResolved(IncidentId incident, String summary, PersonId by) {
    return telling("Message_Resolved", incident, recovery.declareResolved(incident, summary, by));
  }

  @Override
  public IncidentId reopen(IncidentId incident, String reason, PersonId by) {
    ReopeningActs.Reopened reopened = reopening.reopen(incident, reason, by);
    if (reopened.changed()) {
      engine.tell("Message_Recurred", incident, Facts.none());
    }
    return reopened.open();
  }

  @Override
  public Optional<IncidentId> reopenIfResolvedSince(
      IncidentId incident, Instant since, String what, Actor by) {
    Optional<IncidentId> parent = store.find(incident).flatMap(Incident::parent);
    if (parent.isPresent()) {
      return reopenIfResolvedSince(parent.get(), since, what, by);
    }
    if (!reopening.reopenIfResolvedSince(incident, since, what, by)) {
      return Optional.empty();
    }
    engine.tell("Message_Recurred", incident, Facts.none());
    return Optional.of(incident);
  }

  @Override
  public Outcome close(IncidentId incident, Actor by) {
    return ending.close(incident, by);
  }

  @Override
  public Outcome confirmFalseAlarm(IncidentId incident, String why, PersonId by) {
    return telling(
        "Message_FalseAlarmConfirmed", incident, ending.confirmFalseAlarm(incident, why, by));
  }

  @Override
  public Outcome confirmFalseAlarmCleared(IncidentId incident, Actor by) {
    return ending.confirmFalseAlarmCleared(incident, by);
  }

  @Override
  public IncidentId merge(IncidentId one, IncidentId other, PersonId by) {
    MergeActs.Merged merged = merging.merge(one, other, by);
    if (merged.changed()) {
      engine.tell("Message_Merged", merged.child(), Facts.none());
    }
    return merged.parent();
  }

  @Override
  public void published(IncidentId incident, PublicPhase phase, Actor by) {
    noting.published(incident, phase, by);
  }

  @Override
  public void processRebuilt(IncidentId incident, Actor by) {
    noting.processRebuilt(incident, by);
  }

  @Override
  public void note(IncidentId incident, String type, Words words, Actor by) {
    noting.note(incident, type, words, by);
  }

  @Override
  public boolean mayRespond(IncidentId incident, PersonId person) {
    Incident record = store.find(incident).orElseThrow(() -> Book.unknown(incident));
    return responders.mayRespond(record, person);
  }

  @Override
  public Optional<IncidentId> survivor(IncidentId incident) {
    return store
        .find(incident)
        .flatMap(record -> record.parent().map(this::survivor).orElse(openOnly(record)));
  }

  private static Optional<IncidentId> openOnly(Incident record) {
    return record.state().isOpen() ? Optional.of(record.id()) : Optional.empty();
  }

  private Outcome telling(String message, IncidentId incident, Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      engine.tell(message, incident, Facts.none());
    }
    return outcome;
  }
}
