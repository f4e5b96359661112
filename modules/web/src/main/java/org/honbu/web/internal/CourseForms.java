package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Severity;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Summons;

/** A change of course on an incident's page: less severe than thought, or back after its end. */
@ApplicationScoped
public class CourseForms implements ActList {
  private static final Words WHICH = new Words("重大度を一つ選んでください", "Choose one of the severities");

  private final Incidents incidents;
  private final Summons summons;

  @Inject
  public CourseForms(Incidents incidents, Summons summons) {
    this.incidents = incidents;
    this.summons = summons;
  }

  @Override
  public List<Act> acts() {
    return List.of(act(Offer.LOWER, this::lower), act(Offer.REOPEN, this::reopen));
  }

  private Act.Answer lower(IncidentId incident, Act.Form form) {
    return form.field("severity")
        .flatMap(CourseForms::severity)
        .map(to -> lowered(incident, to, form))
        .orElseGet(() -> Act.Answer.refused(WHICH));
  }

  private static Optional<Severity> severity(String level) {
    return Stream.of(Severity.values())
        .filter(one -> level.equals(String.valueOf(one.level())))
        .findFirst();
  }

  /** Nobody is sent away by a severity: that is the commander's choice (DOMAIN 2.11). */
  private Act.Answer lowered(IncidentId incident, Severity to, Act.Form form) {
    Optional<Words> no =
        whyNot(incidents.rate(incident, to, form.field("reason").orElse(""), form.person()));
    if (no.isPresent()) {
      return Act.Answer.refused(no.get());
    }
    if (form.field("mayLeave").isEmpty()) {
      return Act.Answer.done("重大度を下げました", "The severity is lower now");
    }
    return whyNot(summons.release(incident, Set.of(), form.person()))
        .map(Act.Answer::refused)
        .orElseGet(
            () ->
                Act.Answer.done(
                    "重大度を下げ、ほかの人に「抜けて大丈夫です」と伝えました",
                    "The severity is lower now, and the others were told that they can go"));
  }

  private Act.Answer reopen(IncidentId incident, Act.Form form) {
    IncidentId open = incidents.reopen(incident, form.field("reason").orElse(""), form.person());
    Words said =
        open.equals(incident)
            ? new Words("再開しました", "It is open again")
            : new Words("新しい {0} として対応します", "{0} goes on where it came back").with(open);
    return new Act.Answer.Done(said, Optional.of(Page.INCIDENT.path(open)));
  }

  private static Optional<Words> whyNot(Outcome outcome) {
    return outcome instanceof Outcome.NotAllowed no
        ? Optional.of(no.why())
        : outcome instanceof Outcome.NotNow no ? Optional.of(no.why()) : Optional.empty();
  }

  private static Act act(Offer offer, BiFunction<IncidentId, Act.Form, Act.Answer> deed) {
    return new Act(
        Page.INCIDENT,
        offer.act(),
        Set.of(),
        form -> deed.apply(new IncidentId(form.variable().orElse("")), form));
  }
}
