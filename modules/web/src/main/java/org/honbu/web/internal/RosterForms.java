package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.warroom.HelpBoard;
import org.honbu.warroom.HelpTask;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;
import org.honbu.warroom.Summons;
import org.honbu.warroom.SummonsAnswer;

/** Coming and going, summoning and helping, on an incident's page: each is one call of a façade. */
@ApplicationScoped
public class RosterForms implements ActList {
  /** Before the login of somebody who stays, in the name of a form's field. */
  static final String STAYS = "stays-";

  private static final Words WHOM = new Words("招集する人を一人選んでください", "Choose one person to summon");
  private static final Words TEAM = new Words("招集するチームを選んでください", "Choose a team to summon");
  private static final Words ANSWER = new Words("答えを一つ選んでください", "Choose one of the answers");
  private static final Words TASK = new Words("手伝うことを一つ選んでください", "Choose one thing to help with");

  private final Roster roster;
  private final Summons summons;
  private final HelpBoard help;

  @Inject
  public RosterForms(Roster roster, Summons summons, HelpBoard help) {
    this.roster = roster;
    this.summons = summons;
    this.help = help;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        act("room-join", this::join),
        act("room-leave", this::leave),
        act("room-release", this::release),
        act("summon-person", this::summonPerson),
        act("summon-team", this::summonTeam),
        act("summons-answer", this::answer),
        act("help-take", this::takeHelp),
        act("help-done", this::helped));
  }

  private Act.Answer join(IncidentId incident, Act.Form form) {
    Stance stance = form.field("stance").flatMap(RosterForms::stance).orElse(Stance.OBSERVE);
    return told(
        roster.join(incident, stance, form.field("note").orElse(""), form.person()),
        switch (stance) {
          case OBSERVE -> new Words("見学で入りました。いつ抜けても大丈夫です", "You look on. Leave whenever you like");
          case FREE ->
              new Words("手空きで入りました。コマンダーに見えています", "You are free to help. The commander sees it");
          case HAVE_CONTEXT ->
              new Words("ありがとうございます。コマンダーに見えています", "Thank you. The commander sees it");
        });
  }

  private static Optional<Stance> stance(String name) {
    return List.of(Stance.values()).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private Act.Answer leave(IncidentId incident, Act.Form form) {
    return told(
        roster.leave(incident, form.person()),
        new Words("部屋を出ました。ありがとうございました", "You left the room. Thank you"));
  }

  private Act.Answer release(IncidentId incident, Act.Form form) {
    Set<PersonId> staying =
        form.fields().keySet().stream()
            .filter(name -> name.startsWith(STAYS))
            .map(name -> new PersonId(name.substring(STAYS.length())))
            .collect(Collectors.toSet());
    return told(
        summons.release(incident, staying, form.person()),
        new Words("ほかの人に「抜けて大丈夫です」と伝えました", "The others were told that they can go"));
  }

  private Act.Answer summonPerson(IncidentId incident, Act.Form form) {
    String why = form.field("why").orElse("");
    return form.field("person")
        .map(PersonId::new)
        .map(whom -> summoned(summons.summon(incident, whom, why, form.person())))
        .orElseGet(() -> Act.Answer.refused(WHOM));
  }

  private Act.Answer summonTeam(IncidentId incident, Act.Form form) {
    String why = form.field("why").orElse("");
    return form.field("team")
        .map(TeamId::new)
        .map(team -> summoned(summons.summon(incident, team, why, form.person())))
        .orElseGet(() -> Act.Answer.refused(TEAM));
  }

  private static Act.Answer summoned(Outcome outcome) {
    return told(
        outcome,
        new Words(
            "声をかけています。返事がなければ次の人に尋ねます", "They are asked. Without an answer the next is asked"));
  }

  private Act.Answer answer(IncidentId incident, Act.Form form) {
    Optional<PersonId> instead = form.field("instead").map(PersonId::new);
    return form.field("answer")
        .flatMap(SummonsAnswer::named)
        .map(
            answer ->
                told(
                    summons.answer(incident, answer, instead, form.person()),
                    switch (answer) {
                      case COMING ->
                          new Words(
                              "ありがとうございます。着いたら「参加」を押してください",
                              "Thank you. Press join once you are here");
                      case CANNOT ->
                          new Words("わかりました。ほかの人に尋ねます", "All right. Somebody else is asked");
                      case LOOKING_ON ->
                          new Words(
                              "わかりました。いつでも見に来てください", "All right. Come and look whenever you like");
                    }))
        .orElseGet(() -> Act.Answer.refused(ANSWER));
  }

  private Act.Answer takeHelp(IncidentId incident, Act.Form form) {
    return form.field("task")
        .flatMap(HelpTask::named)
        .map(
            task ->
                told(
                    help.take(incident, task, form.person()),
                    new Words("お願いします。わかったことを書いて終えてください", "Thank you. Finish with what you found")))
        .orElseGet(() -> Act.Answer.refused(TASK));
  }

  private Act.Answer helped(IncidentId incident, Act.Form form) {
    String found = form.field("found").orElse("");
    return form.field("task")
        .flatMap(HelpTask::named)
        .map(
            task ->
                told(
                    help.done(incident, task, found, form.person()),
                    new Words("助かりました。時系列に残しました", "That helped. It is on the timeline")))
        .orElseGet(() -> Act.Answer.refused(TASK));
  }

  private static Act.Answer told(Outcome outcome, Words done) {
    if (outcome instanceof Outcome.NotAllowed refusal) {
      return Act.Answer.refused(refusal.why());
    }
    if (outcome instanceof Outcome.NotNow refusal) {
      return Act.Answer.refused(refusal.why());
    }
    return outcome instanceof Outcome.AlreadyDone
        ? Act.Answer.done("もう済んでいます", "That was done already")
        : new Act.Answer.Done(done, Optional.empty());
  }

  private static Act act(String name, BiFunction<IncidentId, Act.Form, Act.Answer> deed) {
    return new Act(
        Page.INCIDENT,
        name,
        Set.of(),
        form -> deed.apply(new IncidentId(form.variable().orElse("")), form));
  }
}
