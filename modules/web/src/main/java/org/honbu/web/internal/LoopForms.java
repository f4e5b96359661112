package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Decide;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.ShareStatus;

/** The commander's loop on an incident's page: each act is one call of its façade. */
@ApplicationScoped
public class LoopForms implements ActList {
  private final CommandLoop loop;

  @Inject
  public LoopForms(CommandLoop loop) {
    this.loop = loop;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        act("loop-assess", this::assess),
        act("loop-decide", this::decide),
        act("loop-wait", this::waitWith),
        act("loop-update", this::update),
        act("loop-review", this::review),
        act("loop-aim", this::aim));
  }

  private Act.Answer assess(IncidentId incident, Act.Form form) {
    var seen =
        new AssessSituation(
            text(form, "symptoms"),
            text(form, "scope"),
            form.field("trend")
                .map(AssessSituation.Trend::valueOf)
                .orElse(AssessSituation.Trend.UNKNOWN),
            text(form, "known"),
            text(form, "notKnown"));
    return told(
        loop.assess(incident, seen, form.person()),
        new Words("状況把握を残しました", "The assessment is written"));
  }

  private Act.Answer decide(IncidentId incident, Act.Form form) {
    var decision =
        new Decide(
            text(form, "decision"),
            text(form, "whatFirst"),
            text(form, "whereToLook"),
            text(form, "howToRespond"),
            minutes(form, "reviewInMinutes"),
            new Decide.Weighing(
                text(form, "options"),
                text(form, "risk"),
                text(form, "strongObjections"),
                text(form, "planB")));
    return told(
        loop.decide(incident, decision, form.person()),
        new Words("判断を部屋に伝えました", "The room has your decision"));
  }

  private Act.Answer waitWith(IncidentId incident, Act.Form form) {
    return told(
        loop.waitWith(incident, text(form, "waitReason"), form.person()),
        new Words("いまは待つと残しました", "Noted that you wait for now"));
  }

  private Act.Answer update(IncidentId incident, Act.Form form) {
    var told =
        new ShareStatus(
            text(form, "conditions"),
            text(form, "actions"),
            text(form, "needs"),
            minutes(form, "nextInMinutes"));
    return told(
        loop.update(incident, told, form.person()),
        new Words("部屋に知らせました。次の時刻も約束しました", "The room knows, and when it hears again"));
  }

  private Act.Answer review(IncidentId incident, Act.Form form) {
    var found =
        new ReviewEffect(
            form.field("effect")
                .map(ReviewEffect.Effect::valueOf)
                .orElse(ReviewEffect.Effect.UNKNOWN),
            text(form, "evidence"),
            form.field("nextStep")
                .map(ReviewEffect.Next::valueOf)
                .orElse(ReviewEffect.Next.CONTINUE));
    return told(
        loop.review(incident, found, form.person()),
        new Words("効果確認を残しました", "The review is written"));
  }

  private Act.Answer aim(IncidentId incident, Act.Form form) {
    List<String> aims = Stream.of("aim1", "aim2", "aim3").map(field -> text(form, field)).toList();
    return told(
        loop.aim(incident, aims, form.person()),
        new Words("当面の目標を決めました", "The objectives are set"));
  }

  private static String text(Act.Form form, String field) {
    return form.field(field).orElse("");
  }

  private static Optional<Duration> minutes(Act.Form form, String field) {
    return form.field(field).map(Long::parseLong).map(Duration::ofMinutes);
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
