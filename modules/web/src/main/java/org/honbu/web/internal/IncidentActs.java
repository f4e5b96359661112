package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.escalation.Escalation;
import org.honbu.incidents.Command;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Severity;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk;
import org.honbu.people.People;

/** The one-tap acts of an incident's page: each is one call of a façade. */
@ApplicationScoped
public class IncidentActs implements ActList {
  private static final Words OTHER =
      new Words("統合する相手を一つ選んでください", "Choose the incident to merge it with");
  private static final Words NOT_CALLED =
      new Words(
          "呼び出された人か、対応者だけが応答できます", "Only somebody who was called, or a responder, can answer");
  private static final Words ONLY_RESPONDERS =
      new Words("できるのは担当チームか対応者です", "This is for the owning team and responders");

  private final Incidents incidents;
  private final Command command;
  private final Escalation escalation;
  private final Announcements announcements;
  private final People people;

  @Inject
  public IncidentActs(
      Incidents incidents,
      Command command,
      Escalation escalation,
      Announcements announcements,
      People people) {
    this.incidents = incidents;
    this.command = command;
    this.escalation = escalation;
    this.announcements = announcements;
    this.people = people;
  }

  /**
   * Every act, named as the {@link Offer} that leads to it. None asks for a role here: whoever
   * leads or was called may have none, and the façade knows.
   */
  @Override
  public List<Act> acts() {
    return List.of(
        act(Offer.ANSWER, this::answer),
        act(Offer.ESCALATE, this::escalate),
        act(Offer.TAKE_COMMAND, this::takeCommand),
        act(Offer.TAKE_ANNOUNCING, this::takeAnnouncing),
        act(Offer.TRIAGE, this::triage),
        act(Offer.IDENTIFIED, this::identified),
        act(Offer.RAISE, this::raise),
        act(Offer.IMPACT_STOPPED, this::stopped),
        act(Offer.VERIFY, this::verify),
        act(Offer.RECURRED, this::recurred),
        act(Offer.RESOLVE, this::resolve),
        act(Offer.FALSE_ALARM, this::falseAlarm),
        act(Offer.CONFIRM_FALSE_ALARM, this::confirmFalseAlarm),
        act(Offer.MERGE, this::merge),
        act("draft", this::draft),
        act("approve", this::approve),
        act("send-back", this::sendBack));
  }

  private Act.Answer answer(IncidentId incident, Act.Form form) {
    if (!escalation.mayAnswer(incident, form.person())) {
      return Act.Answer.refused(NOT_CALLED);
    }
    AnswerDesk.Outcome outcome =
        escalation.answer(incident, AnswerDesk.Choice.I_HAVE_IT, form.person());
    if (outcome instanceof AnswerDesk.Outcome.Yours) {
      return Act.Answer.done("応答しました。ほかの呼び出しは止まりました", "You have it. Every other ring has stopped");
    }
    if (outcome instanceof AnswerDesk.Outcome.Commands) {
      return Act.Answer.done(
          "あなたがコマンダーです。当番の呼び出しは、当番が応答するまで続きます",
          "You are in command. The on-call is still being called until they answer");
    }
    if (outcome instanceof AnswerDesk.Outcome.AlreadyTaken taken) {
      return Act.Answer.refused(
          named("すでに {0} が引き受けました。ありがとうございます", "{0} took it already. Thank you", taken.by().id()));
    }
    return Act.Answer.refused(new Words("この障害はもう終わっています", "This incident is over"));
  }

  private Act.Answer escalate(IncidentId incident, Act.Form form) {
    return told(
        command.escalate(incident, form.person()),
        "エスカレしました。ウォールームを開きました",
        "Escalated. The war room is open");
  }

  private Act.Answer takeCommand(IncidentId incident, Act.Form form) {
    return taken(
        command.take(incident, form.person()),
        new Words("ただいまからあなたがコマンダーです", "You are commander from now"));
  }

  private Act.Answer takeAnnouncing(IncidentId incident, Act.Form form) {
    return taken(
        command.takeAnnouncing(incident, form.person()),
        new Words("ただいまからあなたがアナウンス担当です", "You announce from now"));
  }

  private Act.Answer triage(IncidentId incident, Act.Form form) {
    Triage found =
        new Triage(
            Triage.Answer.REAL,
            Optional.empty(),
            new Impact(
                form.field("users").map(Impact.Users::valueOf).orElse(Impact.Users.UNKNOWN),
                Impact.Function.UNKNOWN,
                form.field("condition")
                    .map(Impact.Condition::valueOf)
                    .orElse(Impact.Condition.UNKNOWN),
                Impact.Revenue.UNKNOWN,
                form.field("data")
                    .map(Impact.DataSecurity::valueOf)
                    .orElse(Impact.DataSecurity.UNKNOWN),
                Impact.Workaround.UNKNOWN,
                Impact.Urgency.NONE),
            form.field("visible").map(Visibility::valueOf).orElse(Visibility.UNKNOWN),
            Set.of(),
            false,
            form.field("note").orElse(""));
    return told(incidents.triage(incident, found, form.person()), "トリアージしました", "Triaged");
  }

  private Act.Answer raise(IncidentId incident, Act.Form form) {
    Severity to = Severity.of(Integer.parseInt(form.field("severity").orElse("2")));
    return told(
        incidents.rate(incident, to, form.field("reason").orElse("—"), form.person()),
        "重大度を変えました",
        "The severity is changed");
  }

  private Act.Answer identified(IncidentId incident, Act.Form form) {
    return told(
        incidents.identify(incident, form.field("cause").orElse(""), form.person()),
        "原因がわかったと記録しました",
        "Noted that the cause is known");
  }

  private Act.Answer stopped(IncidentId incident, Act.Form form) {
    return told(
        incidents.declareMitigated(incident, form.field("how").orElse(""), form.person()),
        "影響が止まったと記録しました。別の人が確かめます",
        "Noted that the impact has stopped. Somebody else verifies it");
  }

  private Act.Answer verify(IncidentId incident, Act.Form form) {
    return told(
        incidents.verify(incident, form.person()),
        "確かめました。経過を見ます",
        "Verified. It is being watched now");
  }

  private Act.Answer recurred(IncidentId incident, Act.Form form) {
    if (!incidents.mayRespond(incident, form.person())) {
      return Act.Answer.refused(ONLY_RESPONDERS);
    }
    return told(
        incidents.recurred(incident, form.field("what").orElse(""), Actor.person(form.person())),
        "ぶり返したと記録しました。調査に戻ります",
        "Noted that it came back. Investigating again");
  }

  private Act.Answer resolve(IncidentId incident, Act.Form form) {
    return told(
        incidents.declareResolved(incident, form.field("summary").orElse("—"), form.person()),
        "復旧を宣言しました。おつかれさまでした",
        "Declared resolved. Thank you");
  }

  private Act.Answer falseAlarm(IncidentId incident, Act.Form form) {
    Triage doubt =
        new Triage(
            Triage.Answer.FALSE_ALARM,
            Optional.empty(),
            Impact.UNKNOWN,
            Visibility.UNKNOWN,
            Set.of(),
            false,
            form.field("why").orElse("—"));
    return told(
        incidents.triage(incident, doubt, form.person()),
        "誤検知のようだと記録しました。もう一人が確かめると終わります",
        "Noted as a likely false alarm. It ends once a second person agrees");
  }

  private Act.Answer confirmFalseAlarm(IncidentId incident, Act.Form form) {
    return told(
        incidents.confirmFalseAlarm(incident, "", form.person()),
        "誤検知でした。知らせてくれてありがとうございます",
        "It was a false alarm. Thank you for telling us");
  }

  private Act.Answer merge(IncidentId incident, Act.Form form) {
    if (!incidents.mayRespond(incident, form.person())) {
      return Act.Answer.refused(ONLY_RESPONDERS);
    }
    Optional<IncidentId> with = form.field("with").map(IncidentId::new);
    if (with.isEmpty()) {
      return Act.Answer.refused(OTHER);
    }
    IncidentId stays = incidents.merge(incident, with.get(), form.person());
    return new Act.Answer.Done(
        new Words("{0} に統合しました", "Merged into {0}").with(stays),
        Optional.of(Page.INCIDENT.path(stays)));
  }

  private Act.Answer draft(IncidentId incident, Act.Form form) {
    Announcement.Phase phase = Announcement.Phase.valueOf(form.field("phase").orElse("UPDATE"));
    Optional<Instant> next = phase.closes() ? Optional.empty() : promised(form);
    Words text = new Words(form.field("ja").orElse(""), form.field("en").orElse(""));
    Optional<UUID> corrects =
        phase == Announcement.Phase.CORRECTION
            ? form.field("corrects").map(UUID::fromString)
            : Optional.empty();
    return told(
        announcements.draft(incident, new Draft(phase, text, next, corrects), form.person()),
        "下書きを出しました。別の人が承認します",
        "The draft is in. Somebody else approves it");
  }

  /** The form proposes a time and says it in words; without one there is nothing to promise. */
  private static Optional<Instant> promised(Act.Form form) {
    try {
      return form.field("nextAt").map(Instant::parse);
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private Act.Answer approve(IncidentId incident, Act.Form form) {
    return told(
        announcements.approve(
            incident,
            announcement(form),
            form.field("hash").orElse(""),
            form.field("statusPage")
                .map(answer -> answer.equals("yes") ? Audience.USERS : Audience.SUPPORT),
            form.person()),
        "承認しました。公開されます",
        "Approved. It is being published");
  }

  private Act.Answer sendBack(IncidentId incident, Act.Form form) {
    return told(
        announcements.sendBack(incident, announcement(form), form.person()),
        "書き直しを頼みました",
        "Asked for another text");
  }

  private static UUID announcement(Act.Form form) {
    return UUID.fromString(form.field("subject").orElse(""));
  }

  private static Act.Answer told(Announcements.Outcome outcome, String ja, String en) {
    return outcome instanceof Announcements.Outcome.Refused refusal
        ? Act.Answer.refused(refusal.why())
        : Act.Answer.done(ja, en);
  }

  private Act.Answer taken(TakeOutcome outcome, Words yours) {
    if (outcome instanceof TakeOutcome.AlreadyHeld held) {
      return Act.Answer.refused(named("すでに {0} が引き受けています", "{0} has it already", held.by()));
    }
    if (outcome instanceof TakeOutcome.NotAllowed refusal) {
      return Act.Answer.refused(refusal.why());
    }
    Words said =
        outcome instanceof TakeOutcome.Taken taken
            ? taken.advice().map(advice -> both(yours, advice)).orElse(yours)
            : yours;
    return Act.Answer.done(said.ja(), said.en());
  }

  private static Words both(Words first, Words second) {
    return new Words(first.ja() + "。" + second.ja(), first.en() + ". " + second.en());
  }

  private static Act.Answer told(Outcome outcome, String ja, String en) {
    if (outcome instanceof Outcome.NotAllowed refusal) {
      return Act.Answer.refused(refusal.why());
    }
    if (outcome instanceof Outcome.NotNow refusal) {
      return Act.Answer.refused(refusal.why());
    }
    return outcome instanceof Outcome.AlreadyDone
        ? Act.Answer.done("もう済んでいます", "That was done already")
        : Act.Answer.done(ja, en);
  }

  private Words named(String ja, String en, PersonId person) {
    return new Words(
        ja.replace("{0}", people.name(person, Locale.JAPANESE)),
        en.replace("{0}", people.name(person, Locale.ENGLISH)));
  }

  private static Act act(Offer offer, BiFunction<IncidentId, Act.Form, Act.Answer> deed) {
    return act(offer.act(), deed);
  }

  private static Act act(String name, BiFunction<IncidentId, Act.Form, Act.Answer> deed) {
    return new Act(
        Page.INCIDENT,
        name,
        Set.of(),
        form -> deed.apply(new IncidentId(form.variable().orElse("")), form));
  }
}
