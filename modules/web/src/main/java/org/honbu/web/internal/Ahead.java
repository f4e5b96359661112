package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.honbu.escalation.Calls;
import org.honbu.escalation.Escalation;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.Timers;

/** What happens by itself, said before it happens: the next call and the diagrams' timers. */
@RequestScoped
public class Ahead {
  private final Escalation escalation;
  private final Timers timers;
  private final Names names;
  private final Texts texts;

  @Inject
  public Ahead(Escalation escalation, Timers timers, Names names, Texts texts) {
    this.escalation = escalation;
    this.timers = timers;
    this.names = names;
    this.texts = texts;
  }

  /**
   * Soonest first.
   *
   * @param waiting the incident's open tasks
   */
  List<Due> of(IncidentId incident, List<HumanTask> waiting) {
    Stream<Due> calls = escalation.calls(incident).stream().flatMap(this::call);
    Stream<Due> steps = Waits.ahead(timers.next(incident), waiting).stream().map(this::step);
    return Stream.concat(calls, steps).sorted(Comparator.comparing(Due::at)).toList();
  }

  /** Whether anybody's phone rings for it now. */
  boolean rings(IncidentId incident) {
    return escalation.calls(incident).stream().anyMatch(run -> run.state() == Calls.State.RINGING);
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
