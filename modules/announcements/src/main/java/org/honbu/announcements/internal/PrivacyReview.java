package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.PrivacyReading.Part;
import org.honbu.announcements.PrivacyTextsChanged;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.Role;

/**
 * Where data or security may be harmed, or wherever else the table {@code CommsRequirement} names
 * them among its approvers, a privacy officer reads each text before the commander approves it, and
 * each summary before stakeholders get it (A34). Theirs comes first, so that the commander's
 * approval means “go” through every door. A process owner may stand in for an officer who does not
 * answer. Joins the caller's transaction.
 */
@ApplicationScoped
class PrivacyReview {
  private static final int LONGEST = 500;
  private static final Words FIRST =
      new Words(
          "データに関わるので、先に個人情報担当（privacy-officer）が読みます",
          "Data may be harmed: a privacy officer reads it first");
  private static final Words ANOTHER =
      new Words(
          "個人情報の観点で読んだ人とは別の人が承認します", "Somebody else than who read it for privacy approves it");
  private static final Words ASKED =
      new Words(
          "データに関わる文面があります。インシデントのページかタスクリストで読んで、承認してください",
          "A text speaks of harmed data. Read and approve it on the incident’s page or in"
              + " Tasklist");
  private static final Words OWNERS_ASKED =
      new Words(
          "データに関わる文面を、個人情報担当がまだ読んでいません。代わりに読んで、理由を添えて承認してください",
          "No privacy officer has read a text about harmed data. Read it instead, and approve it"
              + " with a reason");
  private static final Words NOT_WAITING =
      new Words("この文章はもう承認待ちではありません", "This text is not waiting for approval any more");
  private static final Words SENT_BACK =
      new Words(
          "データに関わる文面が戻されました。書き直してください：{0}",
          "A text about data was sent back and has to be written anew: {0}");
  private static final Words OWN =
      new Words("自分で書いた文章は承認できません", "You cannot approve your own text");
  private static final Words NEEDS_ROLE =
      new Words("これを承認するのは個人情報担当です", "This is for a privacy officer to approve");
  private static final Words NOT_YET =
      new Words(
          "個人情報担当の返事を待っています。しばらく返事がなければ、プロセスオーナーも承認できます",
          "A privacy officer is being waited for; a process owner may approve it a little later");

  private final AnnouncementStore store;
  private final NoteStore notes;
  private final SummaryPost summaries;
  private final Duties duties;
  private final Reach reach;
  private final Crew crew;
  private final Whisper whisper;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  PrivacyReview(
      AnnouncementStore store,
      NoteStore notes,
      SummaryPost summaries,
      Duties duties,
      Reach reach,
      Crew crew,
      Whisper whisper,
      Outbox outbox,
      Clock clock) {
    this.store = store;
    this.notes = notes;
    this.summaries = summaries;
    this.duties = duties;
    this.reach = reach;
    this.crew = crew;
    this.whisper = whisper;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Whether what leaves about this incident needs a second reader: where the table {@code
   * CommsRequirement} names the privacy officer among those who approve (DM-5, row 2).
   */
  boolean isNeeded(IncidentId incident) {
    return reach.of(incident).secondReader();
  }

  /** What waits for its second reader, oldest first; nothing when none is needed. */
  List<PrivacyText> waiting(IncidentId incident) {
    List<PrivacyText> unread = unread(incident);
    return unread.isEmpty() || isNeeded(incident) ? unread : List.of();
  }

  private List<PrivacyText> unread(IncidentId incident) {
    return Stream.<PrivacyText>concat(
            store.of(incident).stream().filter(AnnouncementRow::isUnread),
            notes.of(SummaryRow.class, incident).stream().filter(SummaryRow::isWaiting))
        .sorted(Comparator.comparing(PrivacyText::since))
        .toList();
  }

  /** Tells whoever reads it that a text waits, where it does. */
  void ask(IncidentId incident, PrivacyText text) {
    if (!isNeeded(incident)) {
      return;
    }
    List<PersonId> officers = officersBeside(text.author());
    if (officers.isEmpty()) {
      askOwners(incident, text);
    } else {
      whisper.to(officers, incident, "privacy-" + text.key(), ASKED);
    }
    changed(incident);
  }

  /** Harm has become known after they were written: each text that waits is read now. */
  void askForAll(IncidentId incident) {
    duties.locked(incident);
    waiting(incident).forEach(text -> ask(incident, text));
  }

  /** There was no harm after all: summaries that waited go to the stakeholders. */
  void letGo(IncidentId incident) {
    Duties.Situation situation = duties.locked(incident);
    if (!isNeeded(incident)) {
      notes.of(SummaryRow.class, incident).stream()
          .filter(SummaryRow::isWaiting)
          .forEach(
              summary -> {
                summary.goes();
                summaries.post(incident, summary, situation);
              });
    }
  }

  /** Asks the process owners to read it instead; once for each text. */
  void askOwners(IncidentId incident, PrivacyText text) {
    if (text.ownersAskedAt().isEmpty()) {
      text.askOwners(clock.instant().truncatedTo(ChronoUnit.MICROS));
      store.flush();
      List<PersonId> owners = crew.withRole(Role.PROCESS_OWNER);
      whisper.to(owners, incident, "privacy-instead-" + text.key(), OWNERS_ASKED);
      duties.note(incident, "privacy-owners-asked", OWNERS_ASKED);
    }
  }

  /** Another text waits, or none does any more: the process looks again. */
  void changed(IncidentId incident) {
    if (isNeeded(incident)) {
      outbox.announce(
          new PrivacyTextsChanged(incident, clock.instant().truncatedTo(ChronoUnit.MICROS)),
          Subject.of(incident));
    }
  }

  /**
   * Why this approver cannot approve it yet; empty when they can. Who reads it is told, if they
   * were not yet: harm to data is often found after the text was written.
   */
  Optional<Words> missing(AnnouncementRow row, PersonId approver) {
    Announcement pending = row.view();
    if (!isNeeded(pending.incident())) {
      return Optional.empty();
    }
    if (pending.privacyApprover().isEmpty()) {
      ask(pending.incident(), row);
      return Optional.of(FIRST);
    }
    return pending.privacyApprover().filter(approver::equals).map(same -> ANOTHER);
  }

  /** As what this person may read it now. */
  Part part(PrivacyText text, PersonId reader) {
    if (text.author().equals(reader)) {
      return Part.NOT_YOURS;
    }
    if (crew.has(reader, Role.PRIVACY_OFFICER)) {
      return Part.OFFICER;
    }
    return crew.has(reader, Role.PROCESS_OWNER) && ownersMay(text) ? Part.INSTEAD : Part.NOT_YOURS;
  }

  private boolean ownersMay(PrivacyText text) {
    return text.ownersAskedAt().isPresent() || officersBeside(text.author()).isEmpty();
  }

  /** Why this person may not read it now; empty when they may. */
  Optional<Words> objection(PrivacyText text, PersonId reader) {
    return switch (part(text, reader)) {
      case OFFICER, INSTEAD -> Optional.empty();
      case NOT_YOURS -> Optional.of(whyNot(text, reader));
    };
  }

  private Words whyNot(PrivacyText text, PersonId reader) {
    if (text.author().equals(reader)) {
      return OWN;
    }
    return crew.has(reader, Role.PROCESS_OWNER) ? NOT_YET : NEEDS_ROLE;
  }

  /**
   * Somebody has read the text of that key.
   *
   * @param reason why a process owner did instead of an officer
   */
  Outcome approve(IncidentId incident, String key, String reason, PersonId by) {
    Duties.Situation situation = duties.locked(incident);
    Optional<PrivacyText> found =
        unread(incident).stream().filter(text -> text.key().equals(key)).findFirst();
    if (found.isEmpty()) {
      return new Outcome.NotNow(NOT_WAITING);
    }
    PrivacyText text = found.get();
    Optional<Words> objection = objection(text, by);
    if (objection.isPresent()) {
      duties.note(incident, "refused", objection.get(), by);
      return new Outcome.NotAllowed(objection.get());
    }
    boolean instead = part(text, by) == Part.INSTEAD;
    String why = AnnouncementProblems.text("reason", instead ? reason : "", LONGEST, instead);
    text.readBy(by, why);
    store.flush();
    note(incident, why, by);
    if (text instanceof SummaryRow summary) {
      summaries.post(incident, summary, situation);
    }
    return Outcome.done();
  }

  /**
   * Somebody has read the text of that key and wants another.
   *
   * @param reason what has to change
   */
  Outcome sendBack(IncidentId incident, String key, String reason, PersonId by) {
    duties.locked(incident);
    Optional<PrivacyText> found =
        waiting(incident).stream().filter(text -> text.key().equals(key)).findFirst();
    if (found.isEmpty()) {
      return new Outcome.NotNow(NOT_WAITING);
    }
    PrivacyText text = found.get();
    Optional<Words> objection = objection(text, by);
    if (objection.isPresent()) {
      duties.note(incident, "refused", objection.get(), by);
      return new Outcome.NotAllowed(objection.get());
    }
    Words back = SENT_BACK.with(AnnouncementProblems.text("reason", reason, LONGEST, true));
    text.sentBackBy(by);
    store.flush();
    duties.note(incident, "privacy-sent-back", back, by);
    whisper.to(List.of(text.author()), incident, "privacy-back-" + key, back);
    changed(incident);
    return Outcome.done();
  }

  private void note(IncidentId incident, String instead, PersonId by) {
    if (instead.isEmpty()) {
      duties.note(
          incident,
          "announcement-privacy",
          new Words("個人情報担当がデータに関わる文面を承認しました", "A privacy officer approved a text about data"),
          by);
    } else {
      duties.note(
          incident,
          "privacy-instead",
          new Words(
                  "個人情報担当の代わりに、プロセスオーナーがデータに関わる文面を承認しました：{0}",
                  "In a privacy officer’s place, a process owner approved a text about data: {0}")
              .with(instead),
          by);
    }
  }

  private List<PersonId> officersBeside(PersonId author) {
    return crew.withRole(Role.PRIVACY_OFFICER).stream()
        .filter(officer -> !officer.equals(author))
        .toList();
  }
}
