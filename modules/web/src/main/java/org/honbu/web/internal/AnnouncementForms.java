package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Announcing;
import org.honbu.announcements.ExecutiveSummaries;
import org.honbu.announcements.PrivacyReading;
import org.honbu.announcements.UserFeedback;
import org.honbu.announcements.UserFeedback.Voices;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** What people do around announcements on an incident's page: each is one call of a façade. */
@ApplicationScoped
public class AnnouncementForms implements ActList {
  private static final Words WHO = new Words("任せる人を一人選んでください", "Choose one person to announce");

  private final Announcements announcements;
  private final Announcing announcing;
  private final UserFeedback feedback;
  private final ExecutiveSummaries summaries;
  private final PrivacyReading privacy;

  @Inject
  public AnnouncementForms(
      Announcements announcements,
      Announcing announcing,
      UserFeedback feedback,
      ExecutiveSummaries summaries,
      PrivacyReading privacy) {
    this.announcements = announcements;
    this.announcing = announcing;
    this.feedback = feedback;
    this.summaries = summaries;
    this.privacy = privacy;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        act("announcer-assign", this::assign),
        act("announcement-let-through", this::letThrough),
        act("announcement-privacy", this::approveForPrivacy),
        act("announcement-privacy-back", this::sendBackForPrivacy),
        act("announcement-rhythm", this::lengthen),
        act("users-heard", this::hear),
        act("stakeholders-tell", this::summarise));
  }

  private Act.Answer assign(IncidentId incident, Act.Form form) {
    Optional<PersonId> who = form.field("announcer").map(PersonId::new);
    if (who.isEmpty()) {
      return Act.Answer.refused(WHO);
    }
    TakeOutcome outcome = announcing.assign(incident, who.get(), form.person());
    return outcome instanceof TakeOutcome.NotAllowed no
        ? Act.Answer.refused(no.why())
        : Act.Answer.done("アナウンスを任せました", "Announcing is theirs now");
  }

  private Act.Answer letThrough(IncidentId incident, Act.Form form) {
    Announcements.Outcome outcome =
        announcements.letThrough(
            incident, UUID.fromString(text(form, "subject")), text(form, "hash"), form.person());
    return outcome instanceof Announcements.Outcome.Refused no
        ? Act.Answer.refused(no.why())
        : Act.Answer.done("このまま承認に進めました", "It goes on to its approval as it is");
  }

  private Act.Answer approveForPrivacy(IncidentId incident, Act.Form form) {
    String key = text(form, "subject");
    return told(
        privacy.approve(incident, key, text(form, "reason"), form.person()),
        key.startsWith("summary")
            ? new Words("承認しました。経営に届きます", "Approved. Stakeholders get it now")
            : new Words("承認しました。次はコマンダーが承認します", "Approved. The commander is next"));
  }

  private Act.Answer sendBackForPrivacy(IncidentId incident, Act.Form form) {
    return told(
        privacy.sendBack(incident, text(form, "subject"), text(form, "reason"), form.person()),
        new Words("戻しました。書いた人に理由が届きます", "Sent back: its author hears why"));
  }

  private Act.Answer lengthen(IncidentId incident, Act.Form form) {
    Duration within = Duration.ofMinutes(number(form, "minutes"));
    return told(
        announcing.lengthen(incident, within, form.person()),
        new Words("お知らせの間隔を変えました", "The rhythm has changed"));
  }

  private Act.Answer hear(IncidentId incident, Act.Form form) {
    var voices =
        new Voices(
            number(form, "newReports"),
            number(form, "distinctCustomers"),
            text(form, "sampleQuotes"),
            text(form, "mostAskedQuestion"));
    return told(
        feedback.hear(incident, voices, form.person()),
        new Words("利用者の声を残しました", "What users say is noted"));
  }

  private Act.Answer summarise(IncidentId incident, Act.Form form) {
    Outcome outcome = summaries.tell(incident, text(form, "text"), form.person());
    boolean waits =
        privacy.waiting(incident, form.person()).stream()
            .anyMatch(text -> text.key().startsWith("summary"));
    return told(
        outcome,
        waits
            ? new Words("要約を預かりました。個人情報担当が読むと届きます", "Kept: stakeholders get it once it is read")
            : new Words("経営に要約を伝えました", "Stakeholders have your summary"));
  }

  private static String text(Act.Form form, String field) {
    return form.field(field).orElse("");
  }

  private static int number(Act.Form form, String field) {
    return form.field(field)
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private static Act.Answer told(Outcome outcome, Words done) {
    if (outcome instanceof Outcome.NotAllowed refusal) {
      return Act.Answer.refused(refusal.why());
    }
    return outcome instanceof Outcome.NotNow refusal
        ? Act.Answer.refused(refusal.why())
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
