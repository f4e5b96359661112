package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.learning.Postmortem.Form;
import org.honbu.learning.Postmortem.State;
import org.honbu.learning.internal.RequiredReview.Requirement;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** What happens inside the automatic steps of {@code PostIncident} and {@code PostmortemReview}. */
@ApplicationScoped
class ReviewSteps {
  /** Offered to nobody: there was neither a commander nor an answer. */
  private static final String NOBODY = "nobody";

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SHORTLY = Duration.ofSeconds(10);

  private final LearningBook book;
  private final LearningStore store;
  private final RequiredReview required;
  private final LeadingActs leading;
  private final WritingActs writing;
  private final Closing closing;

  @Inject
  ReviewSteps(
      LearningBook book,
      LearningStore store,
      RequiredReview required,
      LeadingActs leading,
      WritingActs writing,
      Closing closing) {
    this.book = book;
    this.store = store;
    this.required = required;
    this.leading = leading;
    this.writing = writing;
    this.closing = closing;
  }

  @Produces
  TaskHandler decideReview() {
    return new Named("decideReview", this::decide);
  }

  private Facts decide(Step step) {
    IncidentId incident = new IncidentId(step.subject());
    book.lock(incident);
    IncidentView view = book.view(incident);
    Optional<PostmortemRow> row = isOver(view) ? review(view) : Optional.empty();
    store.flush();
    Optional<Form> form = row.filter(review -> !review.is(State.CLOSED)).map(PostmortemRow::form);
    return Facts.of("fullReview", form.filter(Form.FULL::equals).isPresent())
        .and("shortReview", form.filter(Form.SHORT::equals).isPresent())
        .and("answeredBy", view.answeredBy().map(PersonId::value).orElse(NOBODY));
  }

  private static boolean isOver(IncidentView view) {
    return view.state() == IncidentState.RESOLVED
        || view.state() == IncidentState.FALSE_ALARM
        || view.state() == IncidentState.POSTMORTEM;
  }

  private Optional<PostmortemRow> review(IncidentView view) {
    Optional<PostmortemRow> known = store.postmortem(view.id());
    Instant now = book.now();
    Requirement owed = required.of(view, now);
    if (known.isPresent()) {
      takeUpAgain(known.get(), view, owed);
      return known;
    }
    return owed.form().map(form -> made(view, form, owed.due(), now));
  }

  /** After a rebuild it goes on where it stands; after the incident came back, anew. */
  private void takeUpAgain(PostmortemRow row, IncidentView view, Requirement owed) {
    boolean cameBack = view.times().resolvedAt().filter(row.begunAt()::isBefore).isPresent();
    if (cameBack) {
      row.beginAgain(view, owed.form(), RequiredReview.severity(view), owed.due(), book.now());
    }
    store.items(row.incident()).stream()
        .filter(ActionItemRow::isOpen)
        .forEach(
            item -> {
              item.forgotten();
              book.announce(item);
            });
  }

  private PostmortemRow made(IncidentView view, Form form, Instant due, Instant now) {
    var row = new PostmortemRow(view, form, RequiredReview.severity(view), due, now);
    store.add(row);
    book.note(
        view.id(),
        LearningBook.LEARNING,
        switch (form) {
          case FULL ->
              new Words(
                  "ポストモーテムの下書きを用意しました。{0} までに集まります",
                  "A draft of the postmortem is ready; people meet by {0}");
          case SHORT -> new Words("短いふりかえりを用意しました", "A short review is ready");
        },
        LearningBook.when(due));
    if (form == Form.FULL) {
      row.commander()
          .ifPresent(
              commander -> book.tell(commander, row, "choose:" + stamp(row), chooseSomebody(row)));
    }
    return row;
  }

  private static long stamp(PostmortemRow row) {
    return row.begunAt().getEpochSecond();
  }

  private static Words chooseSomebody(PostmortemRow row) {
    return new Words(
            "おつかれさまでした。振り返りのまとめ役を選んでください（{0} までに集まります）",
            "Thank you for leading. Please choose the owner of the review (people meet by {0})")
        .with(LearningBook.when(row.dueAt()));
  }

  @Produces
  TaskHandler letShortReviewGo() {
    return new Named(
        "letShortReviewGo",
        step -> {
          writing.letGo(new IncidentId(step.subject()));
          return Facts.none();
        });
  }

  @Produces
  TaskHandler closeAfterReview() {
    return new Named(
        "closeAfterReview",
        step -> {
          closing.closeAfterReview(new IncidentId(step.subject()));
          return Facts.none();
        });
  }

  @Produces
  TaskHandler lookAtReview() {
    return new Named("lookAtReview", this::look);
  }

  private Facts look(Step step) {
    PostmortemRow row = book.locked(new IncidentId(step.subject()));
    boolean written = row.owner().isPresent() && row.meetingAt().isPresent();
    return Facts.of("ownerWanted", row.isBeingWritten() && row.owner().isEmpty())
        .and("meetingWanted", row.isBeingWritten() && row.owner().isPresent() && !written)
        .and("draftWanted", written && row.is(State.DRAFT))
        .and("reviewWanted", written && row.is(State.IN_REVIEW))
        .and("actionsOpen", row.is(State.REVIEWED))
        .and("commander", row.commander().map(PersonId::value).orElse(NOBODY))
        .and("reviewOwner", row.owner().map(PersonId::value).orElse(NOBODY))
        .and("facilitator", row.facilitator().map(PersonId::value).orElse(NOBODY))
        .and("remindIn", untilReminder(row))
        .and("proposals", proposals(row))
        .and("meetBy", LearningBook.when(row.dueAt()).en())
        .and("meetsOn", row.meetingAt().map(at -> LearningBook.when(at).en()).orElse(""));
  }

  private Duration untilReminder(PostmortemRow row) {
    Duration left = Duration.between(book.now(), row.meetingAt().orElse(row.dueAt()).minus(DAY));
    return left.compareTo(SHORTLY) < 0 ? SHORTLY : left;
  }

  private String proposals(PostmortemRow row) {
    List<PersonId> people = leading.proposals(row.incident());
    return people.stream()
        .limit(10)
        .map(person -> person.value() + "（" + book.name(person).both() + "）")
        .collect(Collectors.joining("\n"));
  }

  @Produces
  TaskHandler remindOfReview() {
    return new Named(
        "remindOfReview",
        step -> {
          store.postmortem(new IncidentId(step.subject())).ifPresent(this::remind);
          return Facts.none();
        });
  }

  private void remind(PostmortemRow row) {
    Instant now = book.now();
    Instant meets = row.meetingAt().orElse(row.dueAt());
    if (!row.isBeingWritten()) {
      return;
    }
    if (row.owner().isEmpty()) {
      row.commander().ifPresent(person -> tell(person, row, chooseSomebody(row)));
      escalate(row, new Words("振り返りのまとめ役がまだ決まっていません", "Nobody owns the review yet"));
    } else if (row.meetingAt().isEmpty()) {
      row.owner()
          .ifPresent(
              person ->
                  tell(
                      person,
                      row,
                      new Words(
                              "振り返りの日時を決めてください（{0} まで）", "Please set the review’s meeting (by {0})")
                          .with(LearningBook.when(meets))));
      escalateWhenLate(row, now, meets);
    } else if (row.is(State.DRAFT)) {
      remindOfDraft(row, now, meets);
    } else {
      remindOfMeeting(row, now, meets);
    }
  }

  private void remindOfDraft(PostmortemRow row, Instant now, Instant meets) {
    if (!now.isBefore(meets.minus(DAY))) {
      row.owner()
          .ifPresent(
              person ->
                  tell(
                      person,
                      row,
                      new Words(
                              "レビュー公開のころです。{0} に集まる前に、下書きをみんなに見せてください",
                              "Time to open the draft to everybody, before people meet on {0}")
                          .with(LearningBook.when(meets))));
    }
    escalateWhenLate(row, now, meets);
  }

  private void remindOfMeeting(PostmortemRow row, Instant now, Instant meets) {
    if (now.isAfter(meets)) {
      row.facilitator()
          .ifPresent(
              person ->
                  tell(
                      person, row, new Words("振り返りの結果を入れてください", "Please say how the review went")));
    }
    escalateWhenLate(row, now, meets);
  }

  private void escalateWhenLate(PostmortemRow row, Instant now, Instant meets) {
    if (now.isAfter(meets)) {
      escalate(
          row,
          new Words("振り返りが {0} の予定から遅れています", "The review is late; it was planned for {0}")
              .with(LearningBook.when(meets)));
    }
  }

  /** ESC_POSTMORTEM_OVERDUE: process owners hear of it, and the timeline says so. */
  private void escalate(PostmortemRow row, Words words) {
    book.tellProcessOwners(row, "late:" + today(), words);
    book.note(row.incident(), LearningBook.LEARNING, words);
  }

  private void tell(PersonId person, PostmortemRow row, Words words) {
    book.tell(person, row, "remind:" + today(), words);
  }

  private long today() {
    return book.now().atZone(LearningBook.ZONE).toLocalDate().toEpochDay();
  }
}
