package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.TopicReport;
import org.honbu.warroom.TopicResult;
import org.honbu.warroom.TopicWish;
import org.honbu.warroom.Topics;

/** Topics on an incident's page. */
@ApplicationScoped
public class TopicForms implements ActList {
  private static final String MEMBER = "member.";
  private static final Words WHOM =
      new Words("リードを頼む人を一人選んでください", "Choose one person to ask to lead it");
  private static final Words HOW = new Words("どう終わったかを選んでください", "Choose how it ended");
  private static final Words GONE = new Words("その話題はもうありません", "There is no such topic any more");

  private final Topics topics;

  @Inject
  public TopicForms(Topics topics) {
    this.topics = topics;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        act("topic-split", this::split),
        onTopic(
            "topic-accept",
            (incident, topic, form) -> topics.accept(incident, topic, form.person()),
            new Words("リードをお願いします", "You lead it. Thank you")),
        onTopic(
            "topic-decline",
            (incident, topic, form) -> topics.decline(incident, topic, form.person()),
            new Words("わかりました。コマンダーが別の人を選びます", "All right. The commander chooses another")),
        act("topic-lead", this::appoint),
        onTopic(
            "topic-join",
            (incident, topic, form) -> topics.join(incident, topic, form.person()),
            new Words("話題に移りました", "You are in the topic")),
        act("topic-leave", this::leave),
        onTopic(
            "topic-report",
            (incident, topic, form) -> topics.report(incident, topic, report(form), form.person()),
            new Words("報告しました", "Reported")),
        act("topic-close", this::close),
        onTopic(
            "topic-floor",
            (incident, topic, form) -> topics.putOnFloor(incident, topic, form.person()),
            new Words("本会の話題にしました", "It has the floor")),
        act("topic-floor-clear", this::clearFloor),
        act("topic-park", this::park),
        onTopic(
            "topic-take-up",
            (incident, parked, form) -> topics.takeUp(incident, parked, form.person()),
            new Words("保留から外しました", "No longer put off")));
  }

  private Act.Answer split(IncidentId incident, Act.Form form) {
    Optional<PersonId> lead = form.field("lead").map(PersonId::new);
    if (lead.isEmpty()) {
      return Act.Answer.refused(WHOM);
    }
    List<PersonId> members =
        form.fields().keySet().stream()
            .filter(name -> name.startsWith(MEMBER))
            .map(name -> new PersonId(name.substring(MEMBER.length())))
            .sorted()
            .toList();
    var wish = new TopicWish(form.field("question").orElse(""), lead.get(), members);
    return told(
        topics.split(incident, wish, form.person()),
        new Words("話題を分けました。リードの返事を待っています", "Split off. The lead is asked"));
  }

  private Act.Answer appoint(IncidentId incident, Act.Form form) {
    Optional<PersonId> lead = form.field("lead").map(PersonId::new);
    Optional<UUID> topic = subject(form);
    if (lead.isEmpty() || topic.isEmpty()) {
      return Act.Answer.refused(WHOM);
    }
    return told(
        topics.appoint(incident, topic.get(), lead.get(), form.person()),
        new Words("リードを頼みました", "Asked to lead it"));
  }

  private Act.Answer leave(IncidentId incident, Act.Form form) {
    return told(
        topics.leave(incident, form.person()),
        new Words("本会に戻りました", "You are back in the main room"));
  }

  private Act.Answer close(IncidentId incident, Act.Form form) {
    Optional<UUID> topic = subject(form);
    Optional<TopicResult> result =
        form.field("result")
            .flatMap(
                name ->
                    Arrays.stream(TopicResult.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst());
    if (topic.isEmpty() || result.isEmpty()) {
      return Act.Answer.refused(topic.isEmpty() ? GONE : HOW);
    }
    String answer = form.field("answer").orElse("");
    return told(
        topics.close(incident, topic.get(), result.get(), answer, form.person()),
        new Words("話題を終えました", "The topic is closed"));
  }

  private Act.Answer clearFloor(IncidentId incident, Act.Form form) {
    return told(
        topics.clearFloor(incident, form.person()),
        new Words("本会を全体の話に戻しました", "The main call is about the whole again"));
  }

  private Act.Answer park(IncidentId incident, Act.Form form) {
    return told(
        topics.park(incident, form.field("subject").orElse(""), form.person()),
        new Words("保留に置きました", "Put off, and not forgotten"));
  }

  private static TopicReport report(Act.Form form) {
    return new TopicReport(
        form.field("conditions").orElse(""),
        form.field("actions").orElse(""),
        form.field("needs").orElse(""));
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

  private static Optional<UUID> subject(Act.Form form) {
    try {
      return form.field("subject").map(UUID::fromString);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static Act onTopic(String name, Deed deed, Words done) {
    return act(
        name,
        (incident, form) ->
            subject(form)
                .map(topic -> told(deed.on(incident, topic, form), done))
                .orElseGet(() -> Act.Answer.refused(GONE)));
  }

  private static Act act(String name, BiFunction<IncidentId, Act.Form, Act.Answer> deed) {
    return new Act(
        Page.INCIDENT,
        name,
        Set.of(),
        form -> deed.apply(new IncidentId(form.variable().orElse("")), form));
  }

  /** What is done to one topic. */
  @FunctionalInterface
  private interface Deed {
    Outcome on(IncidentId incident, UUID topic, Act.Form form);
  }
}
