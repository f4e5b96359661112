package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.warroom.Summons;
import org.honbu.warroom.SummonsAnswer;
import org.honbu.warroom.SummonsView;
import org.honbu.workflow.Retried;

/** Our own door to a summons: decide, write, then let the process agree. */
@ApplicationScoped
@Retried
@Transactional
class RecordedSummons implements Summons {
  private final SummonActs acts;
  private final AnswerActs answers;
  private final ReleaseActs releases;
  private final RosterStore store;
  private final Attendance attendance;
  private final SummonsProcess process;

  @Inject
  RecordedSummons(
      SummonActs acts,
      AnswerActs answers,
      ReleaseActs releases,
      RosterStore store,
      Attendance attendance,
      SummonsProcess process) {
    this.acts = acts;
    this.answers = answers;
    this.releases = releases;
    this.store = store;
    this.attendance = attendance;
    this.process = process;
  }

  @Override
  public Outcome summon(IncidentId incident, PersonId whom, String why, PersonId by) {
    return acts.summon(incident, whom, why, by);
  }

  @Override
  public Outcome summon(IncidentId incident, TeamId team, String why, PersonId by) {
    return acts.summon(incident, team, why, by);
  }

  @Override
  public Outcome answer(
      IncidentId incident, SummonsAnswer answer, Optional<PersonId> instead, PersonId by) {
    AnswerActs.Decision decision = answers.answer(incident, answer, instead, by);
    decision.goesOn().ifPresent(process::goOn);
    return decision.outcome();
  }

  @Override
  public Outcome release(IncidentId incident, Set<PersonId> staying, PersonId by) {
    ReleaseActs.Decision decision = releases.release(incident, staying, by);
    decision.over().forEach(process::goOn);
    return decision.outcome();
  }

  @Override
  public List<SummonsView> of(IncidentId incident) {
    return store.summons(incident).stream().map(this::view).toList();
  }

  private SummonsView view(SummonsRow row) {
    return new SummonsView(
        row.number(),
        row.team(),
        row.by(),
        row.why(),
        row.state(),
        row.beganAt(),
        row.askedSoFar().stream().map(one -> view(row.incident(), one)).toList());
  }

  private SummonsView.Asked view(IncidentId incident, AskedPerson one) {
    boolean there =
        one.reply() == SummonsView.Reply.COMING && attendance.hasArrived(incident, one.person());
    return new SummonsView.Asked(
        one.person(), one.askedAt().orElseThrow(), there ? SummonsView.Reply.THERE : one.reply());
  }
}
