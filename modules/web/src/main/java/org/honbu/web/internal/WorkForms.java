package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.warroom.Assignment.Answered;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.Delegation;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkReport;
import org.honbu.warroom.WorkWish;

/** The acts of an incident's page that are about work: each is one call of a façade. */
@ApplicationScoped
public class WorkForms implements ActList {
  private static final Words WHOM = new Words("担当を一人選んでください", "Choose one person to do it");
  private static final Words ANSWERED =
      new Words("答えが出たかどうかを選んでください", "Choose whether it is answered");
  private static final Words NO_CALL =
      new Words("この手空き確認はもう終わっています", "This call has ended already");
  private static final Words ANYWAY =
      new Words(
          "{0} それでもよければ「自分でやる」に印を付けて、もう一度頼んでください",
          "{0} If you want it all the same, tick “do it myself” and give it again");
  private static final int DIGITS = 4;

  private final Delegation delegation;
  private final VolunteerCalls calls;
  private final People people;

  @Inject
  public WorkForms(Delegation delegation, VolunteerCalls calls, People people) {
    this.delegation = delegation;
    this.calls = calls;
    this.people = people;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        act("work-give", this::give),
        act("work-pass", this::pass),
        act("work-accept", this::accept),
        act("work-decline", this::decline),
        act("work-report", this::report),
        act("work-more", this::more),
        act("work-ask", this::ask),
        act("work-stop", this::stop),
        act("hands-ask", this::askForHands),
        act("hands-free", this::free),
        act("hands-pick", this::pick),
        act("hands-drop", this::drop));
  }

  private Act.Answer give(IncidentId incident, Act.Form form) {
    Optional<PersonId> owner = form.field("owner").map(PersonId::new);
    if (owner.isEmpty()) {
      return Act.Answer.refused(WHOM);
    }
    var wish =
        new WorkWish(kind(form), form.field("outcome").orElse(""), owner.get(), minutes(form));
    return given(
        delegation.give(incident, wish, form.field("anyway").isPresent(), form.person()),
        owner.get());
  }

  private Act.Answer pass(IncidentId incident, Act.Form form) {
    Optional<PersonId> owner = form.field("owner").map(PersonId::new);
    return owner.isEmpty()
        ? Act.Answer.refused(WHOM)
        : given(
            delegation.passTo(incident, number(form), owner.get(), false, form.person()),
            owner.get());
  }

  private Act.Answer accept(IncidentId incident, Act.Form form) {
    return told(
        delegation.accept(incident, number(form), "", Optional.empty(), form.person()),
        new Words(
            "ありがとうございます。時間枠のあいだは、ほかの人からの質問は届きません",
            "Thank you. Within your time box, other people’s questions do not reach you"));
  }

  private Act.Answer decline(IncidentId incident, Act.Form form) {
    return told(
        delegation.decline(incident, number(form), form.person()),
        new Words("わかりました。別の人に頼みます", "All right. Somebody else is asked"));
  }

  private Act.Answer report(IncidentId incident, Act.Form form) {
    Optional<Answered> answered =
        form.field("answered")
            .flatMap(
                name ->
                    Arrays.stream(Answered.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst());
    if (answered.isEmpty()) {
      return Act.Answer.refused(ANSWERED);
    }
    var report =
        new WorkReport(
            form.field("conditions").orElse(""),
            form.field("actions").orElse(""),
            form.field("needs").orElse(""),
            answered.get(),
            form.field("evidence").orElse(""));
    return told(
        delegation.report(incident, number(form), report, form.person()),
        new Words("報告をコマンダーに届けます。ありがとうございました", "The commander gets your report. Thank you"));
  }

  private Act.Answer more(IncidentId incident, Act.Form form) {
    return told(
        delegation.moreTime(incident, number(form), minutes(form), form.person()),
        new Words("時間を延ばしました", "They have more time"));
  }

  private Act.Answer ask(IncidentId incident, Act.Form form) {
    return told(
        delegation.askForReport(incident, number(form), form.person()),
        new Words("様子を尋ねました", "They are asked how it is"));
  }

  private Act.Answer stop(IncidentId incident, Act.Form form) {
    return told(
        delegation.stop(incident, number(form), form.person()),
        new Words("やめてもらいました", "It is stopped"));
  }

  private Act.Answer askForHands(IncidentId incident, Act.Form form) {
    var wish =
        new CallWish(
            kind(form),
            form.field("what").orElse(""),
            form.field("skill").orElse(""),
            minutes(form));
    return told(
        calls.ask(incident, wish, form.person()),
        new Words(
            "部屋に尋ねました。返事はここに並びます。一人を選んでください",
            "The room is asked. Answers appear here. Pick one person"));
  }

  private Act.Answer free(IncidentId incident, Act.Form form) {
    Optional<VolunteerCall> call = calls.open(incident);
    return call.isEmpty()
        ? Act.Answer.refused(NO_CALL)
        : told(
            calls.free(incident, call.get().number(), form.person()),
            new Words("ありがとうございます。コマンダーが一人を選びます", "Thank you. The commander picks one person"));
  }

  private Act.Answer pick(IncidentId incident, Act.Form form) {
    Optional<VolunteerCall> call = calls.open(incident);
    if (call.isEmpty()) {
      return Act.Answer.refused(NO_CALL);
    }
    Optional<PersonId> person = form.field("subject").map(PersonId::new);
    return person.isEmpty()
        ? Act.Answer.refused(WHOM)
        : given(
            calls.pick(incident, call.get().number(), person.get(), false, form.person()),
            person.get());
  }

  private Act.Answer drop(IncidentId incident, Act.Form form) {
    Optional<VolunteerCall> call = calls.open(incident);
    return call.isEmpty()
        ? Act.Answer.refused(NO_CALL)
        : told(
            calls.drop(incident, call.get().number(), form.person()),
            new Words("取りやめました", "Called off"));
  }

  private Act.Answer given(GiveOutcome outcome, PersonId owner) {
    if (outcome instanceof GiveOutcome.Asks asks) {
      return Act.Answer.refused(ANYWAY.with(asks.question()));
    }
    if (outcome instanceof GiveOutcome.NotAllowed no) {
      return Act.Answer.refused(no.why());
    }
    if (outcome instanceof GiveOutcome.NotNow no) {
      return Act.Answer.refused(no.why());
    }
    return new Act.Answer.Done(
        new Words("{0} さんに頼みました", "{0} is asked").with(name(owner)), Optional.empty());
  }

  private Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
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

  private static WorkKind kind(Act.Form form) {
    return form.field("kind").flatMap(WorkKind::named).orElse(WorkKind.INVESTIGATE);
  }

  /** What is no number is left to the façade, which says which are allowed. */
  private static Duration minutes(Act.Form form) {
    return form.fields().containsKey("minutes")
        ? Duration.ofMinutes(digits(form.field("minutes").orElse("0")))
        : WorkWish.USUAL_BOX;
  }

  private static int number(Act.Form form) {
    return digits(form.field("subject").orElse("0"));
  }

  private static int digits(String text) {
    return text.matches("\\d{1," + DIGITS + "}") ? Integer.parseInt(text) : 0;
  }

  private static Act act(String name, BiFunction<IncidentId, Act.Form, Act.Answer> deed) {
    return new Act(
        Page.INCIDENT,
        name,
        Set.of(),
        form -> deed.apply(new IncidentId(form.variable().orElse("")), form));
  }
}
