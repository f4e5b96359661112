package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.NoteTag;
import org.honbu.incidents.Notes;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;

/** Notes, and what is between Honbu and a commander, on an incident's page. */
@ApplicationScoped
public class CareForms implements ActList {
  private static final Words WHOM = new Words("頼む相手を一人選んでください", "Choose one person to ask");

  private final Care care;
  private final Notes notes;
  private final People people;

  @Inject
  public CareForms(Care care, Notes notes, People people) {
    this.care = care;
    this.notes = notes;
    this.people = people;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        act("note", this::note),
        act("care-nudge", this::nudge),
        act("care-hands-at-work", this::handsAtWork),
        act("care-delegate", this::delegate),
        act("care-go-on", this::goOn));
  }

  private Act.Answer note(IncidentId incident, Act.Form form) {
    NoteTag tag = form.field("tag").flatMap(NoteTag::named).orElse(NoteTag.NOTE);
    return told(
        notes.write(incident, tag, form.field("text").orElse(""), form.person()),
        new Words("時系列に残しました", "It is on the timeline"));
  }

  private Act.Answer nudge(IncidentId incident, Act.Form form) {
    return told(
        care.nudge(incident, form.person()),
        new Words(
            "受け取りました。しるしが重なれば、そっと尋ねます。あなたの名前は残りません",
            "Noted. When signs add up, they are asked, quietly. Your name is kept nowhere"));
  }

  private Act.Answer handsAtWork(IncidentId incident, Act.Form form) {
    return told(
        care.handsAtWork(incident, form.person()),
        new Words(
            "教えてくれてありがとうございます。すぐに声をかけます",
            "Thank you for saying so. You hear from Honbu in a moment"));
  }

  private Act.Answer delegate(IncidentId incident, Act.Form form) {
    Optional<PersonId> to = form.field("to").map(PersonId::new);
    if (to.isEmpty()) {
      return Act.Answer.refused(WHOM);
    }
    var given = new CareAnswer.Delegate(to.get(), form.field("reason").orElse(""));
    return told(
        care.answer(incident, Why.HANDS_ON, given, form.person()),
        new Words("{0} さんに頼みました", "{1} was asked")
            .with(people.name(to.get(), Locale.JAPANESE), people.name(to.get(), Locale.ENGLISH)));
  }

  private Act.Answer goOn(IncidentId incident, Act.Form form) {
    var goOn = new CareAnswer.GoOn(form.field("reason").orElse(""));
    boolean tired = form.field("why").filter(Why.FATIGUE.name()::equals).isPresent();
    return tired
        ? told(
            care.answer(incident, Why.FATIGUE, goOn, form.person()),
            new Words("わかりました。無理はしないでください", "All right. Take care of yourself"))
        : told(
            care.answer(incident, Why.HANDS_ON, goOn, form.person()),
            new Words("わかりました。しばらくして、もう一度伺います", "All right. You are asked again after a while"));
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
