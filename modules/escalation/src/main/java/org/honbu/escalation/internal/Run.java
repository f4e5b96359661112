package org.honbu.escalation.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.escalation.Calls;
import org.honbu.escalation.Calls.Reply;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * One climb through the chain of levels.
 *
 * <p>Begins when the process asks for its first level, with the plan as the rules are at that
 * moment. Each step calls the people of one level. It ends when somebody answers, when the plan is
 * used up, or when the incident ends; after that nothing rings any more, and only an answer can
 * still change it: late is better than never.
 */
@Entity
@Table(name = "paging_run")
class Run {
  /** The shortest time a diagram's timer may have. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  @Id private UUID id;

  @Column(name = "process_run")
  private String processRun;

  @Column(name = "incident_id")
  private String incident;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private int severity;

  @Column(name = "team_id")
  private String team;

  @Enumerated(EnumType.STRING)
  private Calls.State state;

  private int step;

  @Column(name = "answer_by")
  private @Nullable Instant answerBy;

  @Column(name = "answered_by")
  private @Nullable String answeredBy;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "rings_on")
  private boolean ringsOn;

  @Column(name = "started_at")
  private Instant startedAt;

  @Version private int version;

  @ElementCollection
  @CollectionTable(name = "planned_step", joinColumns = @JoinColumn(name = "run_id"))
  @OrderColumn(name = "step_order")
  private List<PlannedStep> plan = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "called", joinColumns = @JoinColumn(name = "run_id"))
  @OrderColumn(name = "call_order")
  private List<Called> called = new ArrayList<>();

  protected Run() {}

  Run(
      UUID id,
      String processRun,
      IncidentId incident,
      Kind kind,
      int severity,
      TeamId team,
      List<PlannedStep> plan,
      Instant now) {
    this.id = id;
    this.processRun = processRun;
    this.incident = incident.value();
    this.kind = kind;
    this.severity = severity;
    this.team = team.value();
    this.plan.addAll(plan);
    this.state = Calls.State.RINGING;
    this.startedAt = now;
  }

  String id() {
    return id.toString();
  }

  String processRun() {
    return processRun;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  Kind kind() {
    return kind;
  }

  int severity() {
    return severity;
  }

  TeamId team() {
    return new TeamId(team);
  }

  Calls.State state() {
    return state;
  }

  boolean rings() {
    return state == Calls.State.RINGING;
  }

  /** The step that was called last, from 1; 0 before the first. */
  int step() {
    return step;
  }

  /** The step of that number; empty beyond the plan's end. */
  Optional<PlannedStep> planned(int number) {
    return number >= 1 && number <= plan.size()
        ? Optional.of(plan.get(number - 1))
        : Optional.empty();
  }

  Optional<Instant> answerBy() {
    return rings() ? Optional.ofNullable(answerBy) : Optional.empty();
  }

  Optional<PersonId> answeredBy() {
    return Optional.ofNullable(answeredBy).map(PersonId::new);
  }

  Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  Instant startedAt() {
    return startedAt;
  }

  List<Called> called() {
    return List.copyOf(called);
  }

  boolean hasCalled(PersonId person) {
    return called.stream().anyMatch(call -> call.person().equals(person));
  }

  /** These people are called now, as this step of the plan. */
  void calls(int number, List<PersonId> people, Instant now) {
    step = number;
    answerBy = now.plus(planned(number).orElseThrow().answerWithin());
    people.forEach(person -> called.add(new Called(number, person, now)));
  }

  /** Somebody has it: this person, now or earlier. */
  void answered(PersonId by, Instant at) {
    state = Calls.State.ANSWERED;
    answeredBy = by.value();
    answeredAt = at;
    reply(by, Reply.I_HAVE_IT);
  }

  /**
   * The answer was taken back: the step it had stopped rings on, for what was left of its time then
   * and not longer.
   */
  void ringsOn(Instant now) {
    called.stream()
        .filter(call -> call.reply() == Reply.I_HAVE_IT)
        .forEach(call -> call.replied(Reply.NONE));
    if (answerBy != null && answeredAt != null) {
      Duration left = Duration.between(answeredAt, answerBy);
      answerBy = now.plus(left.compareTo(AT_ONCE) > 0 ? left : AT_ONCE);
    }
    state = Calls.State.RINGING;
    answeredBy = null;
    answeredAt = null;
    ringsOn = step > 0;
  }

  /** Whether the process has to wait on for the step that rings, once. */
  boolean isToWaitOn() {
    return ringsOn && rings();
  }

  /** Whom it rings for cannot: nobody waits on for this step. */
  void passesOn() {
    ringsOn = false;
  }

  /** What is left of the step's time; at least what a diagram's timer needs. */
  Duration left(Instant now) {
    Duration left = Duration.between(now, answerBy().orElse(now));
    return left.compareTo(AT_ONCE) > 0 ? left : AT_ONCE;
  }

  /** A process waits on for the step that rings. */
  void isWaitedFor(String newProcessRun) {
    processRun = newProcessRun;
    ringsOn = false;
  }

  void exhausted() {
    state = Calls.State.EXHAUSTED;
  }

  void over() {
    state = Calls.State.OVER;
  }

  /** Notes what came back from the person's newest call. */
  void reply(PersonId person, Reply what) {
    for (int i = called.size() - 1; i >= 0; i--) {
      if (called.get(i).person().equals(person)) {
        called.get(i).replied(what);
        return;
      }
    }
  }

  /** Whether the step that rings has called this person. */
  boolean ringsNow(PersonId person) {
    return rings()
        && called.stream().anyMatch(call -> call.step() == step && call.person().equals(person));
  }

  /** Whether it is known already that nothing of this step reaches them. */
  boolean isUnreachable(int of, PersonId person) {
    return called.stream()
        .filter(call -> call.step() == of && call.person().equals(person))
        .anyMatch(call -> call.reply() == Reply.UNREACHABLE);
  }

  /** Whether nobody whom this step called can be reached. */
  boolean nobodyOfThisStepIsReachable() {
    return called.stream()
        .filter(call -> call.step() == step)
        .allMatch(call -> call.reply() == Reply.UNREACHABLE);
  }
}
