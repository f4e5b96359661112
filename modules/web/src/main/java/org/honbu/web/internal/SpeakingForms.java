package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.FocusShield;

/** 声をかける: a word to one person, unless they concentrate and somebody else answers for them. */
@ApplicationScoped
public class SpeakingForms implements ActList {
  private static final Words WHOM = new Words("相手を一人選んでください", "Choose one person");

  private final FocusShield shield;

  @Inject
  public SpeakingForms(FocusShield shield) {
    this.shield = shield;
  }

  @Override
  public List<Act> acts() {
    return List.of(new Act(Page.INCIDENT, "tell", Set.of(), this::tell));
  }

  private Act.Answer tell(Act.Form form) {
    return form.field("person")
        .map(PersonId::new)
        .map(whom -> told(whom, form))
        .orElseGet(() -> Act.Answer.refused(WHOM));
  }

  private Act.Answer told(PersonId whom, Act.Form form) {
    FocusShield.Answer answer =
        shield.ask(
            new IncidentId(form.variable().orElse("")),
            whom,
            form.field("text").orElse(""),
            form.person());
    return answer instanceof FocusShield.Answer.AskInstead instead
        ? Act.Answer.refused(instead.words())
        : Act.Answer.done("伝えました", "They have your message");
  }
}
