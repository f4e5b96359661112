package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Delegation;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.WorkReport;
import org.honbu.warroom.WorkWish;
import org.honbu.workflow.Retried;

/** Our own door to work: the record first, then the process. */
@ApplicationScoped
@Retried
@Transactional
class TwoDoorDelegation implements Delegation {
  private final GivingActs giving;
  private final OwnersActs owners;
  private final BoxActs boxes;
  private final WorkStore store;
  private final WorkBook book;
  private final WorkProcess process;

  @Inject
  TwoDoorDelegation(
      GivingActs giving,
      OwnersActs owners,
      BoxActs boxes,
      WorkStore store,
      WorkBook book,
      WorkProcess process) {
    this.giving = giving;
    this.owners = owners;
    this.boxes = boxes;
    this.store = store;
    this.book = book;
    this.process = process;
  }

  @Override
  public GiveOutcome give(IncidentId incident, WorkWish wish, boolean anyway, PersonId by) {
    return given(incident, giving.give(incident, wish, anyway, by));
  }

  @Override
  public GiveOutcome passTo(
      IncidentId incident, int number, PersonId owner, boolean anyway, PersonId by) {
    GiveOutcome outcome = giving.passTo(incident, number, owner, anyway, by);
    if (outcome instanceof GiveOutcome.Given) {
      follow(incident, number);
    }
    return given(incident, outcome);
  }

  private GiveOutcome given(IncidentId incident, GiveOutcome outcome) {
    if (outcome instanceof GiveOutcome.Given given) {
      follow(incident, given.number());
    }
    return outcome;
  }

  @Override
  public Outcome accept(
      IncidentId incident, int number, String understoodAs, Optional<Duration> box, PersonId by) {
    return told(incident, number, owners.accept(incident, number, understoodAs, box, by));
  }

  @Override
  public Outcome decline(IncidentId incident, int number, PersonId by) {
    return told(incident, number, owners.decline(incident, number, by));
  }

  @Override
  public Outcome report(IncidentId incident, int number, WorkReport report, PersonId by) {
    return told(incident, number, owners.report(incident, number, report, by));
  }

  @Override
  public Outcome moreTime(IncidentId incident, int number, Duration more, PersonId by) {
    return told(incident, number, boxes.moreTime(incident, number, more, by));
  }

  @Override
  public Outcome askForReport(IncidentId incident, int number, PersonId by) {
    return told(incident, number, boxes.askForReport(incident, number, by));
  }

  @Override
  public Outcome stop(IncidentId incident, int number, PersonId by) {
    return told(incident, number, boxes.stop(incident, number, by));
  }

  private Outcome told(IncidentId incident, int number, Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      follow(incident, number);
    }
    return outcome;
  }

  /** A process that is not there yet is told by the fact. */
  private void follow(IncidentId incident, int number) {
    process.follow(book.work(incident, number), book.now());
    store.flush();
  }
}
