package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.warroom.Summons;
import org.honbu.warroom.SummonsAnswer;
import org.honbu.warroom.SummonsView;
import org.honbu.warroom.SummonsView.Reply;
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
  private final IncidentBoard board;
  private final SummonsProcess process;

  @Inject
  RecordedSummons(
      SummonActs acts,
      AnswerActs answers,
      ReleaseActs releases,
      RosterStore store,
      Attendance attendance,
      IncidentBoard board,
      SummonsProcess process) {
    this.acts = acts;
    this.answers = answers;
    this.releases = releases;
    this.store = store;
    this.attendance = attendance;
    this.board = board;
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
    List<SummonsRow> rows = store.summons(incident);
    Set<PersonId> bound =
        rows.isEmpty()
            ? Set.of()
            : board.find(incident).map(Attendance::bound).orElseGet(TreeSet::new);
    return rows.stream().map(row -> view(row, bound)).toList();
  }

  /**
   * @param bound who leads, stands by or announces, and is therefore there
   */
  private SummonsView view(SummonsRow row, Set<PersonId> bound) {
    return new SummonsView(
        row.number(),
        row.team(),
        row.by(),
        row.why(),
        row.state(),
        row.beganAt(),
        row.askedSoFar().stream()
            .map(
                one ->
                    new SummonsView.Asked(
                        one.person(), one.askedAt().orElseThrow(), reply(row, one, bound)))
            .toList());
  }

  private Reply reply(SummonsRow row, AskedPerson one, Set<PersonId> bound) {
    boolean isThere =
        one.reply() == Reply.COMING
            && (bound.contains(one.person())
                || attendance.hasArrived(row.incident(), one.person()));
    return isThere ? Reply.THERE : one.reply();
  }
}
