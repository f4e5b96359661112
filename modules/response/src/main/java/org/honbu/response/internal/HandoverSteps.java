package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.HandoverBoard;
import org.honbu.incidents.HandoverProcess;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** The automatic steps of {@code CommandHandover}. */
@ApplicationScoped
class HandoverSteps {
  private static final Actor RESPONSE = Actor.honbu("response");

  private final IncidentBoard board;
  private final HandoverBoard handovers;
  private final HandoverProcess process;
  private final People people;
  private final SpeaksOfCommand speech;
  private final Voice voice;

  @Inject
  HandoverSteps(
      IncidentBoard board,
      HandoverBoard handovers,
      HandoverProcess process,
      People people,
      SpeaksOfCommand speech,
      Voice voice) {
    this.board = board;
    this.handovers = handovers;
    this.process = process;
    this.people = people;
    this.speech = speech;
    this.voice = voice;
  }

  @Produces
  TaskHandler prepareBriefing() {
    return new Named(
        "prepareBriefing",
        step -> {
          HandoverView handover = process.prepare(incident(step), number(step));
          boolean toBrief = handover.isRunning() && !handover.briefed();
          return briefing(Facts.of("toBrief", toBrief), handover.briefing());
        });
  }

  /** As Tasklist shows it, in both languages. */
  private static Facts briefing(Facts facts, Briefing briefing) {
    Facts all = facts;
    for (Briefing.Topic topic : Briefing.Topic.values()) {
      Words said = briefing.of(topic);
      all = all.and(topic.key(), said.ja().equals(said.en()) ? said.ja() : said.both());
    }
    return all;
  }

  @Produces
  TaskHandler letDeputyFinish() {
    return new Named(
        "letDeputyFinish",
        step -> {
          Optional<PersonId> deputy =
              process.letDeputyBrief(incident(step), number(step), RESPONSE);
          deputy.ifPresent(
              person ->
                  voice.room(
                      view(step),
                      step,
                      new Words("{0} さん、引き継ぎを仕上げてください", "{1}, please finish the briefing")
                          .with(voice.name(person).ja(), voice.name(person).en())));
          return Facts.of("hasDeputy", deputy.isPresent())
              .and("deputy", deputy.map(PersonId::value).orElse(""));
        });
  }

  @Produces
  TaskHandler askCandidate() {
    return new Named("askCandidate", this::askCandidate);
  }

  /** Who is asked is on record; here they hear of it. */
  private Facts askCandidate(Step step) {
    HandoverView handover = find(step);
    Optional<PersonId> asked = handover.isRunning() ? handover.asked() : Optional.empty();
    if (handover.isRunning()) {
      speech.asks(view(step), handover);
    }
    Facts facts =
        Facts.of("named", asked.isPresent())
            .and("open", handover.isOpenToAll())
            .and("successor", asked.map(PersonId::value).orElse(""))
            .and("round", handover.round());
    return briefing(facts, handover.briefing());
  }

  @Produces
  TaskHandler takeAnswer() {
    return new Named(
        "takeAnswer",
        step -> {
          HandoverView now =
              process.afterRound(
                  incident(step), number(step), step.facts().number("round"), RESPONSE);
          return Facts.of("settled", !now.isRunning());
        });
  }

  @Produces
  TaskHandler transferCommand() {
    return new Named(
        "transferCommand",
        step -> {
          HandoverView now = process.moveIfNobodyObjected(incident(step), number(step), RESPONSE);
          return Facts.of("taken", now.endedAs(End.TAKEN));
        });
  }

  @Produces
  TaskHandler broadcastHandover() {
    return new Named(
        "broadcastHandover",
        step -> {
          speech.handedOver(view(step), find(step));
          return Facts.none();
        });
  }

  @Produces
  TaskHandler nudgeFormerCommander() {
    return new Named(
        "nudgeFormerCommander",
        step -> {
          Words former = voice.name(new PersonId(step.facts().text("outgoing")));
          voice.room(
              view(step),
              step,
              new Words(
                      "{0} さん、交代から 30 分たちました。抜けて大丈夫です。ありがとうございました",
                      "{1}, it is 30 minutes since you handed over. You can go. Thank you")
                  .with(former.ja(), former.en()));
          return Facts.none();
        });
  }

  @Produces
  TaskHandler reportNoSuccessor() {
    return new Named("reportNoSuccessor", this::reportNoSuccessor);
  }

  private Facts reportNoSuccessor(Step step) {
    HandoverView over = process.giveUp(incident(step), number(step), RESPONSE);
    IncidentView view = view(step);
    if (over.endedAs(End.NOBODY_LEFT)) {
      voice.call(view, step, OnCallLevels.PROCESS_OWNERS, processOwners());
    }
    speech.stays(view, over);
    return Facts.none();
  }

  private List<PersonId> processOwners() {
    return people.withRole(Role.PROCESS_OWNER).stream().map(Person::id).toList();
  }

  private HandoverView find(Step step) {
    return handovers.find(incident(step), number(step)).orElseThrow();
  }

  /** A run that began before handovers had numbers is the newest one's. */
  private int number(Step step) {
    return step.facts()
        .find("handover")
        .map(number -> step.facts().number("handover"))
        .or(() -> handovers.newest(incident(step)).map(HandoverView::number))
        .orElseThrow();
  }

  private static IncidentId incident(Step step) {
    return new IncidentId(step.subject());
  }

  private IncidentView view(Step step) {
    return board.view(incident(step));
  }
}
