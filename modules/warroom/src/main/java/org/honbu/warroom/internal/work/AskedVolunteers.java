package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;
import org.honbu.workflow.Retried;

/** Our own door to volunteer calls: the record first, then the process. */
@ApplicationScoped
@Retried
@Transactional
class AskedVolunteers implements VolunteerCalls {
  private final CallActs acts;
  private final WorkStore store;
  private final WorkBook book;
  private final WhoIsFree order;
  private final WorkProcess process;

  @Inject
  AskedVolunteers(
      CallActs acts, WorkStore store, WorkBook book, WhoIsFree order, WorkProcess process) {
    this.acts = acts;
    this.store = store;
    this.book = book;
    this.order = order;
    this.process = process;
  }

  @Override
  public Outcome ask(IncidentId incident, CallWish wish, PersonId by) {
    Outcome outcome = acts.ask(incident, wish, by);
    if (outcome instanceof Outcome.Done) {
      acts.open(incident).ifPresent(process::follow);
      store.flush();
    }
    return outcome;
  }

  @Override
  public Outcome free(IncidentId incident, int number, PersonId by) {
    return acts.free(incident, number, by);
  }

  @Override
  public GiveOutcome pick(
      IncidentId incident, int number, PersonId person, boolean anyway, PersonId by) {
    GiveOutcome outcome = acts.pick(incident, number, person, anyway, by);
    if (outcome instanceof GiveOutcome.Given given) {
      process.follow(book.call(incident, number));
      process.follow(book.work(incident, given.number()), book.now());
      store.flush();
    }
    return outcome;
  }

  @Override
  public Outcome drop(IncidentId incident, int number, PersonId by) {
    Outcome outcome = acts.drop(incident, number, by);
    if (outcome instanceof Outcome.Done) {
      process.follow(book.call(incident, number));
      store.flush();
    }
    return outcome;
  }

  @Override
  public Optional<VolunteerCall> open(IncidentId incident) {
    return acts.open(incident).map(row -> view(incident, row));
  }

  @Override
  public List<VolunteerCall> of(IncidentId incident) {
    return store.calls(incident).stream().map(row -> view(incident, row)).toList();
  }

  private VolunteerCall view(IncidentId incident, CallRow row) {
    return row.view(order.inOrder(incident, row.free(), row.skill()));
  }
}
