package org.honbu.web.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.escalation.Calls;
import org.honbu.escalation.Escalation;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.Overview;
import org.honbu.workflow.Timers;
import org.honbu.workflow.Waiting;

/** What happens by itself, said before it happens: the next call and the diagrams' timers. */
@RequestScoped
public class Ahead {
  private final Escalation escalation;
  private final Timers timers;
  private final Overview overview;
  private final Names names;
  private final Texts texts;

  @Inject
  public Ahead(Escalation escalation, Timers timers, Overview overview, Names names, Texts texts) {
    this.escalation = escalation;
    this.timers = timers;
    this.overview = overview;
    this.names = names;
    this.texts = texts;
  }

  /**
   * Soonest first.
   *
   * @param waiting the incident's open tasks
   */
  List<Due> of(IncidentId incident, List<HumanTask> waiting) {
    return soonestFirst(escalation.calls(incident), timers.next(incident), waiting);
  }

  /** How each of these stands, asked for together, however many they are. */
  Map<IncidentId, Sight> over(List<IncidentId> incidents) {
    Map<Subject, Overview.View> views = overview.of(incidents);
    Map<IncidentId, List<Calls>> ringing =
        escalation.ringing(incidents).stream().collect(groupingBy(Calls::incident));
    return incidents.stream()
        .collect(
            toMap(
                incident -> incident,
                incident ->
                    sight(
                        views.getOrDefault(incident, Overview.View.NOTHING),
                        ringing.getOrDefault(incident, List.of()))));
  }

  private Sight sight(Overview.View view, List<Calls> ringing) {
    return new Sight(
        view.tasks(),
        soonestFirst(ringing, view.timers(), view.tasks()).stream().findFirst(),
        !ringing.isEmpty());
  }

  private List<Due> soonestFirst(
      List<Calls> calls, List<Timers.Next> timers, List<? extends Waiting> waiting) {
    return Stream.concat(
            calls.stream().flatMap(this::call),
            Waits.ahead(timers, waiting).stream().map(this::step))
        .sorted(Comparator.comparing(Due::at))
        .toList();
  }

  private Stream<Due> call(Calls run) {
    if (run.state() != Calls.State.RINGING) {
      return Stream.of();
    }
    String then =
        run.otherwise()
            .map(next -> texts.say("incident.no-answer", names.in(next)))
            .orElseGet(() -> texts.say("incident.no-answer.last"));
    return run.answerBy().stream().map(at -> new Due(then, "", at, ""));
  }

  private Due step(Timers.Next timer) {
    String when = names.ofLabel(timer.name());
    return timer
        .then()
        .map(names::ofLabel)
        .map(then -> timer.asks() ? texts.say("incident.asks", then) : then)
        .map(then -> new Due(then, when, timer.due(), timer.step()))
        .orElseGet(() -> new Due(when, "", timer.due(), timer.step()));
  }

  /**
   * How an incident stands on a list.
   *
   * @param waiting its open tasks, oldest first
   * @param next what happens next by itself
   * @param rings whether anybody's phone rings for it now
   */
  record Sight(List<Waiting> waiting, Optional<Due> next, boolean rings) {
    /** Of an incident that nobody asked after. */
    static final Sight NONE = new Sight(List.of(), Optional.empty(), false);
  }

  /**
   * Something that happens by itself.
   *
   * @param why what has become true by then; empty when the first part says it
   * @param step the timer event's id in the diagram; empty for a call
   */
  public record Due(String what, String why, Instant at, String step) {

    /** Whether it is when the war room was promised to hear again. */
    boolean isPromisedToTheRoom() {
      return step.equals("Event_InternalUpdateDue");
    }
  }
}
