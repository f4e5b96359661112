package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.PersonId;
import org.honbu.learning.ActionChange;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to reviews and action items: submitting the form is the act. */
@ApplicationScoped
class LearningTasks implements TaskRule {
  private static final Verdict CHOOSE = Verdict.no("どれか一つを選んでください", "Choose one of them");
  private static final Verdict NOT_YOURS =
      Verdict.no("この仕事は別の人に任されています", "This is for somebody else");
  private static final Verdict BY_ITSELF =
      Verdict.no(
          "アクションがまだ残っています。最後の一つが片付くと、ひとりでに終わります",
          "There are action items left; it ends by itself with the last of them");
  private static final int LOGIN = 64;

  private final LearningStore store;
  private final LearningBook book;
  private final LeadingActs leading;
  private final WritingActs writing;
  private final ItemActs items;
  private final ItemChanges changes;

  @Inject
  LearningTasks(
      LearningStore store,
      LearningBook book,
      LeadingActs leading,
      WritingActs writing,
      ItemActs items,
      ItemChanges changes) {
    this.store = store;
    this.book = book;
    this.leading = leading;
    this.writing = writing;
    this.items = items;
    this.changes = changes;
  }

  @Override
  public Set<String> steps() {
    return Set.of(
        LearningProcess.CHOOSE_OWNER,
        LearningProcess.SCHEDULE,
        LearningProcess.DRAFT,
        LearningProcess.REVIEW,
        LearningProcess.SEE_THROUGH,
        LearningProcess.SHORT,
        LearningProcess.ITEM);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    Optional<PostmortemRow> row = store.postmortem(task.incident());
    boolean may =
        switch (task.step()) {
          case LearningProcess.SCHEDULE, LearningProcess.DRAFT, LearningProcess.SEE_THROUGH ->
              row.flatMap(PostmortemRow::owner).filter(person::equals).isPresent();
          case LearningProcess.REVIEW ->
              row.flatMap(PostmortemRow::facilitator).filter(person::equals).isPresent();
          case LearningProcess.CHOOSE_OWNER ->
              row.flatMap(PostmortemRow::commander).filter(person::equals).isPresent()
                  || book.isProcessOwner(person);
          case LearningProcess.ITEM -> owns(task, person) || book.isProcessOwner(person);
          default -> true;
        };
    return may ? Verdict.yes() : NOT_YOURS;
  }

  private boolean owns(HumanTask task, PersonId person) {
    return store.item(item(task)).filter(item -> item.owner().equals(person)).isPresent();
  }

  private static UUID item(HumanTask task) {
    return UUID.fromString(task.facts().text(LearningProcess.ITEM_ID));
  }

  /** The task that is being completed goes on by itself. */
  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    return switch (task.step()) {
      case LearningProcess.CHOOSE_OWNER ->
          of(leading.chooseOwner(task.incident(), named("owner", answers), person));
      case LearningProcess.SCHEDULE -> scheduled(task, person, answers);
      case LearningProcess.DRAFT -> of(writing.submit(task.incident(), person));
      case LearningProcess.REVIEW -> reviewed(task, person, answers);
      case LearningProcess.SHORT ->
          of(
              writing.answerShort(
                  task.incident(),
                  text(answers, "whyCalled"),
                  text(answers, "makeCheaper"),
                  person));
      case LearningProcess.ITEM -> settled(task, person, answers);
      default -> BY_ITSELF;
    };
  }

  private Verdict scheduled(HumanTask task, PersonId person, Facts answers) {
    Instant at;
    try {
      at = OffsetDateTime.parse(text(answers, "meetingAt")).toInstant();
    } catch (DateTimeException unreadable) {
      return Verdict.no("集まる日時が読めません", "The time of the meeting cannot be read");
    }
    return of(leading.schedule(task.incident(), at, named("facilitator", answers), person));
  }

  private Verdict reviewed(HumanTask task, PersonId person, Facts answers) {
    return switch (text(answers, "verdict")) {
      case "REVIEWED" -> of(writing.review(task.incident(), person));
      case "BACK" -> of(writing.sendBack(task.incident(), person));
      default -> CHOOSE;
    };
  }

  private Verdict settled(HumanTask task, PersonId person, Facts answers) {
    String reason = text(answers, "reason");
    return switch (text(answers, "verdict")) {
      case "DONE" -> of(items.done(item(task), reason, person));
      case "WAIVE" -> of(items.waive(item(task), reason, person));
      case "CHANGE" -> changed(task, person, answers);
      default -> CHOOSE;
    };
  }

  private Verdict changed(HumanTask task, PersonId person, Facts answers) {
    Optional<LocalDate> due;
    try {
      due = said(answers, "newDue").map(LocalDate::parse);
    } catch (DateTimeException unreadable) {
      return Verdict.no("新しい期限が読めません", "The new day cannot be read");
    }
    Optional<PersonId> owner =
        said(answers, "newOwner").map(login -> new PersonId(Fields.needed("owner", login, LOGIN)));
    String reason = text(answers, "reason");
    return of(changes.change(item(task), new ActionChange(owner, due, reason), person));
  }

  /** What was left empty was not said. */
  private static Optional<String> said(Facts answers, String name) {
    return Optional.of(text(answers, name).strip()).filter(text -> !text.isEmpty());
  }

  private static PersonId named(String field, Facts answers) {
    return new PersonId(Fields.needed(field, text(answers, "person"), LOGIN));
  }

  private static String text(Facts answers, String name) {
    return answers.find(name).map(Object::toString).orElse("");
  }

  private static Verdict of(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    return outcome instanceof Outcome.NotNow no ? Verdict.no(no.why()) : Verdict.yes();
  }
}
