package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to handovers: submitting the form is the act. */
@ApplicationScoped
class HandoverTasks implements TaskRule {
  private static final Verdict NOT_YOURS =
      Verdict.no("この作業は別の人に頼まれています", "Somebody else was asked to do this");
  private static final Verdict NO_ANSWER =
      Verdict.no("「引き受けます」か「引き受けられません」を選んでください", "Choose “I take command” or “I cannot”");
  private static final Verdict NO_PART = Verdict.no("このあとの役割を選んでください", "Choose what you do now");
  private static final Verdict NOT_SAID =
      Verdict.no("「まだ指揮中です」にチェックを入れてください", "Tick “I am still in command”");

  private final HandoverActs acts;
  private final BriefingActs briefing;
  private final TakeActs takes;
  private final DeputyActs deputies;
  private final CommandActs command;
  private final HandoverBook handovers;
  private final IncidentStore store;
  private final Engine engine;
  private final Verdicts verdicts;
  private final Names names;

  @Inject
  @SuppressWarnings("TooManyParameters")
  HandoverTasks(
      HandoverActs acts,
      BriefingActs briefing,
      TakeActs takes,
      DeputyActs deputies,
      CommandActs command,
      HandoverBook handovers,
      IncidentStore store,
      Engine engine,
      Verdicts verdicts,
      Names names) {
    this.acts = acts;
    this.briefing = briefing;
    this.takes = takes;
    this.deputies = deputies;
    this.command = command;
    this.handovers = handovers;
    this.store = store;
    this.engine = engine;
    this.verdicts = verdicts;
    this.names = names;
  }

  @Override
  public Set<String> steps() {
    return Set.of(
        Steps.WRITE_BRIEFING,
        Steps.FINISH_BRIEFING,
        Steps.ACCEPT_COMMAND,
        Steps.TAKE_OFFERED_COMMAND,
        Steps.SAY_STILL_IN_COMMAND,
        Steps.CHOOSE_NEXT_PART);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    IncidentId incident = task.incident();
    Optional<Handover> running = store.running(incident);
    return switch (task.step()) {
      case Steps.WRITE_BRIEFING -> only(running.map(Handover::outgoing), person);
      case Steps.FINISH_BRIEFING -> only(DeputyActs.deputy(store, incident), person);
      case Steps.ACCEPT_COMMAND -> only(running.flatMap(Handover::asked), person);
      case Steps.TAKE_OFFERED_COMMAND -> mayTake(incident, running, person);
      case Steps.SAY_STILL_IN_COMMAND -> only(store.seat(incident).map(Seat::holder), person);
      default -> only(whoGaveCommandAway(incident), person);
    };
  }

  private static Verdict only(Optional<PersonId> whose, PersonId person) {
    return whose.filter(person::equals).isPresent() ? Verdict.yes() : NOT_YOURS;
  }

  private Verdict mayTake(IncidentId incident, Optional<Handover> running, PersonId person) {
    boolean open = running.filter(h -> h.asked().isEmpty()).isPresent();
    boolean commands = store.seat(incident).map(Seat::holder).filter(person::equals).isPresent();
    if (!open || commands) {
      return NOT_YOURS;
    }
    Incident record = store.find(incident).orElseThrow(() -> Book.unknown(incident));
    return command.mayCommand(record, person) instanceof Answer.No no
        ? Verdict.no(Names.fill(no.why(), names.whoHave(Role.INCIDENT_COMMANDER)))
        : Verdict.yes();
  }

  private Optional<PersonId> whoGaveCommandAway(IncidentId incident) {
    return handovers
        .newest(incident)
        .filter(last -> last.endedAs(End.TAKEN))
        .map(Handover::outgoing);
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    IncidentId incident = task.incident();
    return switch (task.step()) {
      case Steps.WRITE_BRIEFING, Steps.FINISH_BRIEFING ->
          verdicts.of(briefing.brief(incident, edits(answers), person));
      case Steps.ACCEPT_COMMAND, Steps.TAKE_OFFERED_COMMAND -> answered(incident, person, answers);
      case Steps.SAY_STILL_IN_COMMAND ->
          answers.yes("stillInCommand")
              ? verdicts.of(takes.stillInCommand(incident, person))
              : NOT_SAID;
      default ->
          part(answers)
              .map(part -> verdicts.of(deputies.goesOnAs(incident, part, person)))
              .orElse(NO_PART);
    };
  }

  private static Map<Topic, String> edits(Facts answers) {
    Map<Topic, String> edits = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      answers.find(topic.key()).ifPresent(text -> edits.put(topic, text.toString()));
    }
    return edits;
  }

  /** The task that is being completed goes on by itself; nothing is told that would end it. */
  private Verdict answered(IncidentId incident, PersonId person, Facts answers) {
    return switch (text(answers, "answer")) {
      case "ACCEPT" -> {
        var said =
            new ReadBack(
                text(answers, "readBack"),
                text(answers, "readBackWork"),
                text(answers, "readBackNext"),
                text(answers, "readBackRisk"));
        TakeOutcome outcome = acts.accept(incident, said, person);
        if (outcome instanceof TakeOutcome.Taken) {
          engine.commandGoesTo(person, incident);
        }
        yield verdicts.of(outcome);
      }
      case "DECLINE" -> verdicts.of(acts.decline(incident, person));
      default -> NO_ANSWER;
    };
  }

  private static Optional<NextPart> part(Facts answers) {
    String said = text(answers, "nextPart");
    return Arrays.stream(NextPart.values()).filter(part -> part.name().equals(said)).findFirst();
  }

  private static String text(Facts answers, String name) {
    return answers.find(name).map(Object::toString).orElse("");
  }
}
