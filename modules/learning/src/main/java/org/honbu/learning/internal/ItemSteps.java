package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** What happens inside the automatic steps of {@code ActionItem}. */
@ApplicationScoped
class ItemSteps {
  /** TM32: the first reminder. */
  private static final Duration BEFORE = Duration.ofDays(3);

  private static final Duration SHORTLY = Duration.ofSeconds(10);

  private final LearningBook book;
  private final LearningStore store;

  @Inject
  ItemSteps(LearningBook book, LearningStore store) {
    this.book = book;
    this.store = store;
  }

  @Produces
  TaskHandler lookAtActionItem() {
    return new Named(
        "lookAtActionItem",
        step -> item(step).map(this::facts).orElseGet(() -> Facts.of("itemOpen", false)));
  }

  private Facts facts(ActionItemRow item) {
    return Facts.of("itemOpen", item.isOpen())
        .and("itemOwner", item.owner())
        .and("remindIn", until(item.dueAt().minus(BEFORE)))
        .and("dueIn", until(item.dueAt()))
        .and("item", item.title())
        .and("itemDue", LearningBook.when(item.dueAt()).en());
  }

  private Duration until(Instant at) {
    Duration left = Duration.between(book.now(), at);
    return left.compareTo(SHORTLY) < 0 ? SHORTLY : left;
  }

  @Produces
  TaskHandler remindOfActionItem() {
    return new Named(
        "remindOfActionItem",
        step -> {
          item(step).filter(ActionItemRow::isOpen).ifPresent(this::remind);
          return Facts.none();
        });
  }

  /** Three days before, on the day, and weekly afterwards; the weeks before are quiet. */
  private void remind(ActionItemRow item) {
    Instant now = book.now();
    if (now.isBefore(item.dueAt().minus(BEFORE))) {
      return;
    }
    boolean late = !now.isBefore(item.dueAt());
    String matter = item.id() + ":" + now.atZone(LearningBook.ZONE).toLocalDate().toEpochDay();
    Words words =
        late
            ? new Words(
                "アクション {0} の期限（{1}）が過ぎました。終わったか、見送りが要るか知らせてください",
                "Action item {0} was due on {1}. Say that it is done, or ask to have it waived")
            : new Words("アクション {0} の期限は {1} です", "Action item {0} is due on {1}");
    book.tell(
        item.owner(), item, matter, words.with(item.words(), LearningBook.when(item.dueAt())));
    if (late && item.severity() == 1) {
      book.tellProcessOwners(
          item,
          "late:" + matter,
          new Words("重大度 1 のアクション {0} が遅れています", "Action item {0} of a severity 1 is late")
              .with(item.words()));
    }
  }

  private Optional<ActionItemRow> item(Step step) {
    return store.item(UUID.fromString(step.facts().text(LearningProcess.ITEM_ID)));
  }
}
