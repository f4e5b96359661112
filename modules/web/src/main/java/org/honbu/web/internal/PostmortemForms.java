package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionItems;
import org.honbu.learning.ActionKind;
import org.honbu.learning.ActionWish;
import org.honbu.learning.Postmortems;
import org.honbu.learning.Section;
import org.honbu.learning.WriteOutcome;

/** 振り返り: who brings it about, what is written, and what people promise to change. */
@ApplicationScoped
public class PostmortemForms implements ActList {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final Words WHEN =
      new Words("日時が読めません。もう一度選んでください", "The time cannot be read. Choose it again");

  private final Postmortems postmortems;
  private final ActionItems items;
  private final KeptTexts kept;

  @Inject
  public PostmortemForms(Postmortems postmortems, ActionItems items, KeptTexts kept) {
    this.postmortems = postmortems;
    this.items = items;
    this.kept = kept;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        on("pm-begin", this::begin),
        on("pm-owner", this::owner),
        on("pm-meeting", this::meeting),
        on("pm-write", this::write),
        on("pm-submit", this::submit),
        on("pm-back", this::sendBack),
        on("pm-review", this::review),
        on("pm-short", this::answerShort),
        on("pm-item", this::add));
  }

  private static Act on(String name, Function<Act.Form, Act.Answer> deed) {
    return new Act(Page.POSTMORTEM, name, Set.of(), deed);
  }

  private Act.Answer begin(Act.Form form) {
    return said(
        postmortems.begin(incident(form), form.person()),
        "振り返りを始めました。1 分ほどで始まります",
        "The review is begun; it starts in about a minute");
  }

  private Act.Answer owner(Act.Form form) {
    return said(
        postmortems.chooseOwner(incident(form), person(form), form.person()),
        "まとめ役を決めました",
        "The owner is chosen");
  }

  private Act.Answer meeting(Act.Form form) {
    Instant at;
    try {
      at = LocalDateTime.parse(form.field("at").orElse("")).atZone(ZONE).toInstant();
    } catch (DateTimeException unreadable) {
      return Act.Answer.refused(WHEN);
    }
    return said(
        postmortems.schedule(incident(form), at, person(form), form.person()),
        "集まる日時を決めました",
        "The meeting is set");
  }

  private Act.Answer write(Act.Form form) {
    Map<Section, String> texts = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      Optional.ofNullable(form.fields().get("text-" + section.name()))
          .ifPresent(text -> texts.put(section, text));
    }
    int edition = Integer.parseInt(form.field("edition").orElse("0"));
    // Kept first: whatever goes wrong, the next page shows what was written.
    kept.keep(incident(form), texts);
    WriteOutcome outcome = postmortems.write(incident(form), edition, texts, form.person());
    if (outcome instanceof WriteOutcome.Outdated outdated) {
      return Act.Answer.refused(outdated.why());
    }
    if (outcome instanceof WriteOutcome.Refused no) {
      return Act.Answer.refused(no.why());
    }
    kept.take(incident(form));
    return Act.Answer.done("保存しました", "Saved");
  }

  private Act.Answer submit(Act.Form form) {
    return said(
        postmortems.submit(incident(form), form.person()), "レビューに出しました", "It is open for review");
  }

  private Act.Answer sendBack(Act.Form form) {
    return said(
        postmortems.sendBack(incident(form), form.person()), "下書きに戻しました", "It is a draft again");
  }

  private Act.Answer review(Act.Form form) {
    return said(
        postmortems.review(incident(form), form.person()),
        "レビュー済みにしました。おつかれさまでした",
        "It is reviewed. Thank you");
  }

  private Act.Answer answerShort(Act.Form form) {
    return said(
        postmortems.answerShort(
            incident(form),
            form.field("why").orElse(""),
            form.field("cheaper").orElse(""),
            form.person()),
        "ありがとうございました。ふりかえりは完了です",
        "Thank you. The review is complete");
  }

  private Act.Answer add(Act.Form form) {
    Optional<LocalDate> due;
    try {
      due = form.field("due").map(LocalDate::parse);
    } catch (DateTimeException unreadable) {
      return Act.Answer.refused(WHEN);
    }
    var wish =
        new ActionWish(
            form.field("what").orElse(""),
            ActionKind.valueOf(form.field("kind").orElse(ActionKind.PREVENT.name())),
            Optional.empty(),
            person(form),
            due);
    return said(
        items.add(incident(form), wish, form.person()), "アクションを足しました", "The action item is added");
  }

  static Act.Answer said(Outcome outcome, String ja, String en) {
    if (outcome instanceof Outcome.NotAllowed no) {
      return Act.Answer.refused(no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      return Act.Answer.refused(no.why());
    }
    return outcome instanceof Outcome.AlreadyDone
        ? Act.Answer.done("もう済んでいます", "That was done already")
        : Act.Answer.done(ja, en);
  }

  private static PersonId person(Act.Form form) {
    return new PersonId(form.field("person").orElse(""));
  }

  private static IncidentId incident(Act.Form form) {
    return new IncidentId(form.variable().orElseThrow());
  }
}
