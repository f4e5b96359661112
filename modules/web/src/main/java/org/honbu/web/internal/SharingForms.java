package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.warroom.ShareOutcome;
import org.honbu.warroom.SharedLinks;

/** 共有リンク: one tap makes a read-only link for executives, one stops it. */
@ApplicationScoped
public class SharingForms implements ActList {
  private static final Words WHICH =
      new Words("どのリンクかわかりません。画面を開き直してください", "Which link is not clear. Open the page again");

  private final SharedLinks links;

  @Inject
  public SharingForms(SharedLinks links) {
    this.links = links;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        new Act(Page.INCIDENT, "share", Set.of(), this::share),
        new Act(Page.INCIDENT, "unshare", Set.of(), this::unshare));
  }

  private Act.Answer share(Act.Form form) {
    ShareOutcome outcome = links.make(incident(form), SharedLinks.DEFAULT, form.person());
    if (outcome instanceof ShareOutcome.NotAllowed no) {
      return Act.Answer.refused(no.why());
    }
    if (outcome instanceof ShareOutcome.NotNow no) {
      return Act.Answer.refused(no.why());
    }
    return Act.Answer.done(
        "読み取り専用のリンクをつくりました。24 時間で切れます。「共有リンク」の欄からコピーできます",
        "A read-only link is made, good for 24 hours. Copy it from “Shared links”");
  }

  private Act.Answer unshare(Act.Form form) {
    Optional<UUID> link = form.field("subject").flatMap(SharingForms::named);
    if (link.isEmpty()) {
      return Act.Answer.refused(WHICH);
    }
    Outcome outcome = links.revoke(incident(form), link.get(), form.person());
    if (outcome instanceof Outcome.NotAllowed no) {
      return Act.Answer.refused(no.why());
    }
    return outcome instanceof Outcome.AlreadyDone
        ? Act.Answer.done("もう止まっています", "That was done already")
        : Act.Answer.done(
            "リンクを止めました。もう誰にも開けません", "The link is stopped. Nobody can open it any more");
  }

  private static Optional<UUID> named(String subject) {
    try {
      return Optional.of(UUID.fromString(subject));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static IncidentId incident(Act.Form form) {
    return new IncidentId(form.variable().orElseThrow());
  }
}
