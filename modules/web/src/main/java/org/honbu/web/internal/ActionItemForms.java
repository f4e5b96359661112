package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionChange;
import org.honbu.learning.ActionItems;

/**
 * アクション: done by its owner, let go by a process owner, changed by either; on the list and on the
 * review itself.
 */
@ApplicationScoped
public class ActionItemForms implements ActList {
  private static final Words WHICH = new Words("どのアクションか分かりません", "Which action item?");
  private static final Words DAY =
      new Words("期限が読めません。もう一度選んでください", "The day cannot be read. Choose it again");

  private final ActionItems items;

  @Inject
  public ActionItemForms(ActionItems items) {
    this.items = items;
  }

  @Override
  public List<Act> acts() {
    return Stream.of(Page.POSTMORTEM, Page.LEARNING)
        .flatMap(
            page ->
                Stream.of(
                    new Act(page, "item-change", Set.of(), this::change),
                    new Act(page, "item-done", Set.of(), this::done),
                    new Act(page, "item-waive", Set.of("process-owner"), this::waive)))
        .toList();
  }

  private Act.Answer done(Act.Form form) {
    return named(form)
        .map(
            item ->
                PostmortemForms.said(
                    items.done(item, form.field("text").orElse(""), form.person()),
                    "終わりました。ありがとうございました",
                    "It is done. Thank you"))
        .orElseGet(() -> Act.Answer.refused(WHICH));
  }

  private Act.Answer change(Act.Form form) {
    Optional<LocalDate> due;
    try {
      due = form.field("due").map(LocalDate::parse);
    } catch (DateTimeException unreadable) {
      return Act.Answer.refused(DAY);
    }
    var change =
        new ActionChange(
            form.field("owner").map(PersonId::new), due, form.field("reason").orElse(""));
    return named(form)
        .map(
            item ->
                PostmortemForms.said(
                    items.change(item, change, form.person()), "変えました", "It is changed"))
        .orElseGet(() -> Act.Answer.refused(WHICH));
  }

  private Act.Answer waive(Act.Form form) {
    return named(form)
        .map(
            item ->
                PostmortemForms.said(
                    items.waive(item, form.field("text").orElse(""), form.person()),
                    "見送りました",
                    "It is waived"))
        .orElseGet(() -> Act.Answer.refused(WHICH));
  }

  private static Optional<UUID> named(Act.Form form) {
    try {
      return form.field("subject").map(UUID::fromString);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
