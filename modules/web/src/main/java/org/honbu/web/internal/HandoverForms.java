package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.Deputies;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Handovers;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;

/** The acts of an incident's page that are about command itself: each is one call of a façade. */
@ApplicationScoped
public class HandoverForms implements ActList {
  /** Before the key of a topic, in the name of a form's field. */
  static final String TOPIC = "briefing-";

  private static final Set<String> COMMANDERS = Set.of("incident-commander");
  private static final Words DEPUTY = new Words("副コマンダーを一人選んでください", "Choose one person as deputy");
  private static final Words PART = new Words("このあとの役割を選んでください", "Choose what you do now");

  private final Handovers handovers;
  private final Deputies deputies;
  private final People people;

  @Inject
  public HandoverForms(Handovers handovers, Deputies deputies, People people) {
    this.handovers = handovers;
    this.deputies = deputies;
    this.people = people;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        act("hand-over", Set.of(), this::handOver),
        act("brief", Set.of(), this::brief),
        act("accept", Set.of(), this::accept),
        act("decline", Set.of(), this::decline),
        act("withdraw", Set.of(), this::withdraw),
        act("take-over", COMMANDERS, this::takeOver),
        act("still-in-command", Set.of(), this::stillInCommand),
        act("override", Set.of(), this::override),
        act("next-part", Set.of(), this::nextPart),
        act("appoint-deputy", Set.of(), this::appointDeputy),
        act("leave-deputy", COMMANDERS, this::leaveDeputy));
  }

  /** The briefing in the dialog has been looked through, so it is written. */
  private Act.Answer handOver(IncidentId incident, Act.Form form) {
    Optional<PersonId> to = form.field("successor").map(PersonId::new);
    var wish =
        new HandoverWish(
            to,
            form.field("reason").map(HandoverReason::valueOf).orElse(HandoverReason.PERSONAL),
            form.field("words").orElse(""),
            topics(form));
    Words asked =
        to.map(
                person ->
                    named(
                        "{0} に頼みました。引き受けるまで、コマンダーはあなたです",
                        "{0} was asked. Until they accept, you are in command", person))
            .orElse(
                new Words(
                    "コマンダーを務められる人全員に頼みました。引き受けるまで、コマンダーはあなたです",
                    "Everybody qualified was asked. Until one accepts, you are in command"));
    return told(handovers.offer(incident, wish, form.person()), asked);
  }

  private Act.Answer brief(IncidentId incident, Act.Form form) {
    return told(
        handovers.brief(incident, topics(form), form.person()),
        new Words("引き継ぎを書きました", "The briefing is written"));
  }

  private static Map<Topic, String> topics(Act.Form form) {
    Map<Topic, String> topics = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      String text = form.fields().get(TOPIC + topic.key());
      if (text != null) {
        topics.put(topic, text);
      }
    }
    return topics;
  }

  private Act.Answer accept(IncidentId incident, Act.Form form) {
    var said =
        new ReadBack(
            form.field("objective").orElse(""),
            form.field("openWork").orElse(""),
            form.field("nextAnnouncement").orElse(""),
            form.field("risk").orElse(""));
    TakeOutcome outcome = handovers.accept(incident, said, form.person());
    if (outcome instanceof TakeOutcome.AlreadyHeld held) {
      return Act.Answer.refused(named("すでに {0} が引き受けています", "{0} has it already", held.by()));
    }
    return outcome instanceof TakeOutcome.NotAllowed refusal
        ? Act.Answer.refused(refusal.why())
        : Act.Answer.done("ただいまからあなたがコマンダーです", "You are commander from now");
  }

  private Act.Answer decline(IncidentId incident, Act.Form form) {
    return told(
        handovers.decline(incident, form.person()),
        new Words("わかりました。ほかの人に頼みます", "All right. Somebody else is asked"));
  }

  private Act.Answer withdraw(IncidentId incident, Act.Form form) {
    return told(
        handovers.withdraw(incident, form.person()),
        new Words("引き継ぎをやめました。コマンダーはそのままです", "The handover is off. The commander stays"));
  }

  private Act.Answer takeOver(IncidentId incident, Act.Form form) {
    return told(
        handovers.take(incident, form.field("reason").orElse(""), form.person()),
        new Words(
            "コマンダーに尋ねています。返事がなければ、あなたがコマンダーになります",
            "The commander is asked. Without an answer you will be in command"));
  }

  private Act.Answer stillInCommand(IncidentId incident, Act.Form form) {
    return told(
        handovers.stillInCommand(incident, form.person()),
        new Words("コマンダーはあなたのままです", "You stay in command"));
  }

  private Act.Answer override(IncidentId incident, Act.Form form) {
    boolean takes = form.field("takes").filter("yes"::equals).isPresent();
    return told(
        handovers.override(incident, form.field("words").orElse(""), takes, form.person()),
        takes
            ? new Words("引き継ぎを読み、復唱して引き受けてください", "Read the briefing, read it back, and accept")
            : new Words(
                "アナウンス担当に伝えました。指揮はそのままです", "The announcer has it. Command stays where it is"));
  }

  private Act.Answer nextPart(IncidentId incident, Act.Form form) {
    return form.field("part")
        .map(NextPart::valueOf)
        .map(
            part ->
                told(
                    handovers.goesOnAs(incident, part, form.person()),
                    new Words("わかりました。おつかれさまでした", "All right. Thank you")))
        .orElseGet(() -> Act.Answer.refused(PART));
  }

  private Act.Answer appointDeputy(IncidentId incident, Act.Form form) {
    return form.field("deputy")
        .map(PersonId::new)
        .map(
            deputy ->
                told(
                    deputies.appoint(incident, deputy, form.person()),
                    named("副コマンダーは {0} です", "{0} is deputy from now on", deputy)))
        .orElseGet(() -> Act.Answer.refused(DEPUTY));
  }

  private Act.Answer leaveDeputy(IncidentId incident, Act.Form form) {
    return told(
        deputies.leave(incident, form.person()),
        new Words("副コマンダーを離れました", "You are no longer deputy"));
  }

  private static Act.Answer told(Outcome outcome, Words said) {
    if (outcome instanceof Outcome.NotAllowed refusal) {
      return Act.Answer.refused(refusal.why());
    }
    if (outcome instanceof Outcome.NotNow refusal) {
      return Act.Answer.refused(refusal.why());
    }
    return outcome instanceof Outcome.AlreadyDone
        ? Act.Answer.done("もう済んでいます", "That was done already")
        : Act.Answer.done(said.ja(), said.en());
  }

  private Words named(String ja, String en, PersonId person) {
    return new Words(
        ja.replace("{0}", people.name(person, Locale.JAPANESE)),
        en.replace("{0}", people.name(person, Locale.ENGLISH)));
  }

  private static Act act(
      String name, Set<String> roles, BiFunction<IncidentId, Act.Form, Act.Answer> deed) {
    return new Act(
        Page.INCIDENT,
        name,
        roles,
        form -> deed.apply(new IncidentId(form.variable().orElse("")), form));
  }
}
