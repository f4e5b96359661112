package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/** 非公開にする・公開に戻す: each with a reason, and the façade decides who may. */
@ApplicationScoped
public class PrivacyForms implements ActList {
  static final String CLOSE = "make-private";
  static final String OPEN = "open-to-all";
  private static final Words BEFORE =
      new Words("すでにそうなっていました。何も変わっていません", "It was so already. Nothing was changed");

  private final Privacy privacy;

  @Inject
  public PrivacyForms(Privacy privacy) {
    this.privacy = privacy;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        new Act(Page.INCIDENT, CLOSE, Set.of(), this::close),
        new Act(Page.INCIDENT, OPEN, Set.of(), this::open));
  }

  private Act.Answer close(Act.Form form) {
    return told(
        privacy.close(incident(form), reason(form), form.person()),
        new Words("非公開にしました", "It is private now"));
  }

  private Act.Answer open(Act.Form form) {
    return told(
        privacy.open(incident(form), reason(form), form.person()),
        new Words("公開に戻しました", "Everybody reads it again"));
  }

  private static IncidentId incident(Act.Form form) {
    return new IncidentId(form.variable().orElse(""));
  }

  private static String reason(Act.Form form) {
    return form.field("reason").orElse("");
  }

  private static Act.Answer told(Outcome outcome, Words done) {
    if (outcome instanceof Outcome.NotAllowed no) {
      return Act.Answer.refused(no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      return Act.Answer.refused(no.why());
    }
    return outcome instanceof Outcome.AlreadyDone
        ? Act.Answer.refused(BEFORE)
        : Act.Answer.done(done.ja(), done.en());
  }
}
