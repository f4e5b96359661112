package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.learning.Finding;
import org.honbu.learning.Postmortem.Form;
import org.honbu.learning.Postmortem.State;
import org.honbu.learning.Section;
import org.honbu.learning.WriteOutcome;
import org.honbu.people.People;

/** Decides what may be written, and when a text is good enough to be called reviewed. */
@ApplicationScoped
class WritingActs {
  private static final Words NO_LONGER =
      new Words("レビューが済んだので、文章はもう変わりません", "It is reviewed; its text does not change any more");
  private static final Words NOT_FULL =
      new Words("短いふりかえりに、この操作はありません", "A short review has no such act");

  private final LearningBook book;
  private final LearningStore store;
  private final RequiredReview required;
  private final People people;
  private final Participants participants;
  private final Closing closing;

  @Inject
  WritingActs(
      LearningBook book,
      LearningStore store,
      RequiredReview required,
      People people,
      Participants participants,
      Closing closing) {
    this.book = book;
    this.store = store;
    this.required = required;
    this.people = people;
    this.participants = participants;
    this.closing = closing;
  }

  /** A review that is offered, not required. */
  Outcome begin(IncidentId incident, PersonId by) {
    book.lock(incident);
    if (store.postmortem(incident).isPresent()) {
      return new Outcome.AlreadyDone();
    }
    if (!book.mayRespond(incident, by)) {
      return book.notAllowed(
          incident, by, new Words("始められるのは対応できる人です", "Only who may respond can begin it"));
    }
    IncidentView view = book.view(incident);
    Instant now = book.now();
    RequiredReview.Requirement offer = required.of(view, now);
    if (view.state() != IncidentState.RESOLVED || !offer.isOffered()) {
      return book.notNow(
          incident,
          by,
          new Words("このインシデントの振り返りは、いまは始められません", "No review can be begun for this incident now"));
    }
    store.add(new PostmortemRow(view, Form.FULL, RequiredReview.severity(view), offer.due(), now));
    book.note(
        incident,
        Actor.person(by),
        new Words("{0} さんが振り返りを始めました", "{0} began a review"),
        book.name(by));
    store.flush();
    return Outcome.done();
  }

  WriteOutcome write(IncidentId incident, int edition, Map<Section, String> texts, PersonId by) {
    PostmortemRow row = book.locked(incident);
    Map<Section, String> checked = Fields.texts(texts);
    if (!row.isBeingWritten()) {
      return new WriteOutcome.Refused(book.refused(incident, by, NO_LONGER));
    }
    if (!mayWrite(row, by)) {
      return new WriteOutcome.Refused(
          book.refused(
              incident,
              by,
              new Words(
                  "書けるのは、対応できる人とまとめ役・進行役です", "Responders, the owner and the facilitator write")));
    }
    if (row.edition() != edition) {
      return new WriteOutcome.Outdated(book.read(row), between(row));
    }
    if (row.write(checked, by)) {
      book.note(
          incident,
          Actor.person(by),
          new Words("{0} さんが振り返りを書きました（{1} 版）", "{0} wrote in the review (edition {1})"),
          book.name(by),
          row.edition());
    }
    store.flush();
    return new WriteOutcome.Written(book.read(row));
  }

  private boolean mayWrite(PostmortemRow row, PersonId by) {
    return leads(row, by) || book.mayRespond(row.incident(), by) || book.isProcessOwner(by);
  }

  private static boolean leads(PostmortemRow row, PersonId by) {
    return Stream.of(row.owner(), row.facilitator())
        .anyMatch(person -> person.filter(by::equals).isPresent());
  }

  private Words between(PostmortemRow row) {
    Words writer =
        book.read(row).writer().map(book::name).orElse(new Words("ほかの人", "somebody else"));
    return new Words(
            "書いているあいだに {0} さんが保存しました（いま {1} 版）。あなたの文章は消えていません。並べて見て、合わせてから保存してください",
            "{0} saved while you were writing (now edition {1}). Your text is not lost: compare the"
                + " two, put them together and save again")
        .with(writer, row.edition());
  }

  Outcome submit(IncidentId incident, PersonId by) {
    PostmortemRow row = book.locked(incident);
    if (row.is(State.IN_REVIEW)) {
      return new Outcome.AlreadyDone();
    }
    if (row.owner().filter(by::equals).isEmpty()) {
      return book.notAllowed(
          incident, by, new Words("レビューに出すのは、まとめ役です", "The owner puts it before the meeting"));
    }
    if (!row.is(State.DRAFT) || row.meetingAt().isEmpty()) {
      return book.notNow(incident, by, new Words("先に集まる日時を決めてください", "Set the meeting first"));
    }
    row.submit();
    book.note(
        incident,
        Actor.person(by),
        new Words(
            "振り返りの下書きを公開しました。{0} に集まります", "The draft of the review is open; people meet on {0}"),
        row.meetingAt().map(LearningBook::when).orElseThrow());
    tellParticipants(
        row,
        "open:" + row.edition(),
        by,
        new Words(
            "振り返りの下書きが読めます。見えていたことと、予想と違ったことを書き足してください",
            "The draft of the review is open. Please add what you saw, and what was other than you"
                + " expected"));
    store.flush();
    return Outcome.done();
  }

  private void tellParticipants(PostmortemRow row, String matter, PersonId by, Words words) {
    participants.of(row.incident()).stream()
        .filter(person -> !person.equals(by))
        .forEach(person -> book.tell(person, row, matter, words));
  }

  Outcome sendBack(IncidentId incident, PersonId by) {
    PostmortemRow row = book.locked(incident);
    if (!leads(row, by)) {
      return book.notAllowed(
          incident,
          by,
          new Words("下書きに戻すのは、まとめ役か進行役です", "The owner or the facilitator sends it back"));
    }
    if (!row.is(State.IN_REVIEW)) {
      return book.notNow(incident, by, new Words("レビュー中ではありません", "It is not in review"));
    }
    row.sendBack();
    book.note(
        incident, Actor.person(by), new Words("振り返りを下書きに戻しました", "The review went back to a draft"));
    store.flush();
    return Outcome.done();
  }

  /** The facilitator's word, which blame in the text stands against (T02). */
  Outcome review(IncidentId incident, PersonId by) {
    PostmortemRow row = book.locked(incident);
    if (row.is(State.REVIEWED)) {
      return new Outcome.AlreadyDone();
    }
    if (row.facilitator().filter(by::equals).isEmpty()) {
      return book.notAllowed(
          incident,
          by,
          new Words("レビュー済みと言えるのは、進行役だけです", "Only the facilitator declares it reviewed"));
    }
    if (!row.is(State.IN_REVIEW)) {
      return book.notNow(incident, by, new Words("レビュー中ではありません", "It is not in review"));
    }
    if (row.text(Section.SUMMARY).isEmpty() || row.text(Section.FACTORS).isEmpty()) {
      return book.notNow(
          incident,
          by,
          new Words(
              "概要と寄与要因を書いてからにしてください", "Write the summary and the contributing factors first"));
    }
    List<Finding> findings = findings(row);
    if (!findings.isEmpty()) {
      // What was found is not repeated on the timeline: it may be somebody's name.
      Words count =
          new Words("責める言い方が {0} か所あります", "The text reads as blame in {0} places")
              .with(findings.size());
      book.refused(incident, by, count);
      return new Outcome.NotNow(
          new Words("{0}：{1}", "{0}: {1}").with(count, BlamelessLint.lines(findings)));
    }
    row.reviewed(book.now());
    book.note(
        incident,
        Actor.person(by),
        new Words("振り返りをレビューしました。ありがとうございました", "The review is done. Thank you"));
    tellParticipants(
        row,
        "reviewed",
        by,
        new Words(
            "振り返りがまとまりました。インシデントのページから読めます",
            "The review is done; read it from the incident’s page"));
    closeWhenSettled(incident);
    store.flush();
    store.items(incident).stream().filter(ActionItemRow::isOpen).forEach(book::announce);
    return Outcome.done();
  }

  List<Finding> findings(PostmortemRow row) {
    return lint().findings(row.form(), row.texts());
  }

  private BlamelessLint lint() {
    return new BlamelessLint(people.everybody());
  }

  /** ST-9: reviewed, and every item done or waived (A41). */
  void closeWhenSettled(IncidentId incident) {
    if (store.items(incident).stream().anyMatch(ActionItemRow::isOpen)) {
      return;
    }
    Optional<PostmortemRow> review = store.postmortem(incident);
    review.filter(row -> row.is(State.REVIEWED)).ifPresent(this::complete);
    if (review.filter(row -> row.form() == Form.SHORT && row.is(State.CLOSED)).isPresent()) {
      closing.closeAfterReview(incident);
    }
  }

  private void complete(PostmortemRow row) {
    row.close(book.now());
    book.note(
        row.incident(),
        LearningBook.LEARNING,
        new Words(
            "アクションがすべて片付き、振り返りが完了しました", "Every action item is settled; the review is complete"));
  }

  Outcome answerShort(IncidentId incident, String why, String cheaper, PersonId by) {
    PostmortemRow row = book.locked(incident);
    if (row.form() != Form.SHORT) {
      return book.notNow(incident, by, NOT_FULL);
    }
    if (!mayWrite(row, by)) {
      return book.notAllowed(
          incident, by, new Words("答えられるのは対応できる人です", "Only who may respond can answer"));
    }
    String first = Fields.needed("why", why, Section.LONGEST);
    String second = Fields.needed("cheaper", cheaper, Section.LONGEST);
    Map<Section, String> said =
        Fields.texts(Map.of(Section.WHY_CALLED, first, Section.MAKE_CHEAPER, second));
    Map<Section, String> answers = Fields.texts(behind(row, said));
    List<Finding> findings = lint().findings(Form.SHORT, said);
    if (!findings.isEmpty()) {
      return new Outcome.NotNow(BlamelessLint.lines(findings));
    }
    boolean isFirst = !row.is(State.CLOSED);
    if (!row.write(answers, by) && !isFirst) {
      return new Outcome.AlreadyDone();
    }
    if (isFirst) {
      row.close(book.now());
    }
    book.note(
        incident,
        Actor.person(by),
        isFirst
            ? new Words("{0} さんが短いふりかえりに答えました", "{0} answered the short review")
            : new Words("{0} さんが短いふりかえりに書き足しました", "{0} added to the short review"),
        book.name(by));
    store.flush();
    return Outcome.done();
  }

  /** Several were called, and each answers: nobody's words replace another's. */
  private static Map<Section, String> behind(PostmortemRow row, Map<Section, String> said) {
    Map<Section, String> all = new HashMap<>();
    said.forEach(
        (section, text) -> {
          String before = row.text(section);
          boolean isThere = List.of(before.split("\n\n")).contains(text) || before.equals(text);
          all.put(section, isThere ? before : (before + "\n\n" + text).strip());
        });
    return all;
  }

  /** The incident is part of another now; a review that was under way would never end. */
  void leaveToTheParent(IncidentId incident) {
    book.lock(incident);
    store
        .postmortem(incident)
        .filter(row -> row.is(State.DRAFT) || row.is(State.IN_REVIEW))
        .ifPresent(
            row -> {
              row.close(book.now());
              book.note(
                  incident,
                  LearningBook.LEARNING,
                  new Words(
                      "統合されたので、この振り返りは終わりです。続きは統合先で振り返ります",
                      "Merged, so this review ends; the incident it became part of has its own"));
            });
    store.flush();
  }

  /** Nobody answered the short form in time. */
  void letGo(IncidentId incident) {
    book.lock(incident);
    store
        .postmortem(incident)
        .filter(row -> row.form() == Form.SHORT && !row.is(State.CLOSED))
        .ifPresent(
            row -> {
              row.close(book.now());
              book.note(
                  incident,
                  LearningBook.LEARNING,
                  new Words("短いふりかえりに答えはありませんでした", "Nobody answered the short review"));
            });
    store.flush();
  }
}
