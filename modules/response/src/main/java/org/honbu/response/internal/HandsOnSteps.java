package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareQuestions;
import org.honbu.incidents.CareQuestions.Asked;
import org.honbu.incidents.CommanderWatch;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** The automatic steps of {@code HandsOnPrompt}: between Honbu, the commander and the deputy. */
@ApplicationScoped
class HandsOnSteps {
  private final IncidentBoard board;
  private final Care care;
  private final CareQuestions questions;
  private final Voice voice;
  private final Whisper whisper;

  @Inject
  HandsOnSteps(
      IncidentBoard board, Care care, CareQuestions questions, Voice voice, Whisper whisper) {
    this.board = board;
    this.care = care;
    this.questions = questions;
    this.voice = voice;
    this.whisper = whisper;
  }

  @Produces
  TaskHandler askAboutHands() {
    return new Named("askAboutHands", this::askAboutHands);
  }

  private Facts askAboutHands(Step step) {
    IncidentView view = view(step);
    Asked asked = questions.askAboutHands(view.id());
    if (asked instanceof Asked.Question question) {
      return ask(view, question);
    }
    Facts nobody = Facts.of("asked", false);
    return asked instanceof Asked.Warned warned
        ? nobody.and("warned", true).and("commander", warned.commander())
        : nobody.and("warned", false);
  }

  private Facts ask(IncidentView view, Asked.Question question) {
    whisper.to(
        question.commander(),
        view,
        "hands-on",
        new Words(
            "コマンダー、手が動いていませんか？ パスする・仕事を任せる・このまま、から選べます。指揮が取り上げられることはありません",
            "Commander, are your hands at work? You can pass command, give the work away or go on."
                + " Nobody takes command from you"));
    Optional<PersonId> deputy = care.watch(view.id()).flatMap(CommanderWatch::deputy);
    Words name = voice.name(question.commander());
    deputy.ifPresent(
        person ->
            whisper.to(
                person,
                view,
                "hands-on-of-the-commander",
                new Words(
                        "{0} さんの手が動いているようです。声をかけて、支えてください",
                        "{1}’s hands seem to be at work. Have a word, and help them")
                    .with(name.ja(), name.en())));
    return Facts.of("asked", true)
        .and("warned", false)
        .and("commander", question.commander())
        .and("to", question.couldTakeOver().map(PersonId::value).orElse(""))
        .and("askAgainAfter", question.again());
  }

  @Produces
  TaskHandler warnActingCommander() {
    return new Named("warnActingCommander", this::warnActingCommander);
  }

  private Facts warnActingCommander(Step step) {
    whisper.to(
        new PersonId(step.facts().text("commander")),
        view(step),
        "hands-on-acting",
        new Words(
            "手が動いているようです。暫定のあいだは構いません。コマンダーを引き受ける人を探し続けています",
            "Your hands seem to be at work. While you are acting, that is fine. We keep looking for"
                + " a commander"));
    return Facts.none();
  }

  private IncidentView view(Step step) {
    return board.view(new IncidentId(step.subject()));
  }
}
