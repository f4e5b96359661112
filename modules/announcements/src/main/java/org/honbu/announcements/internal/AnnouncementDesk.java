package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.AnnouncementPublished;
import org.honbu.announcements.Announcements.Macro;
import org.honbu.announcements.Announcements.Outcome;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.MessageWentOut;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;

/**
 * Decides and writes; knows no tasks. Both doors end here: our pages through {@link
 * TwoDoorAnnouncements}, Tasklist through {@link AnnouncementTaskRules}.
 */
@ApplicationScoped
class AnnouncementDesk {
  /** The channel through which users of real incidents are told. */
  static final String STATUS_PAGE = "status-page";

  /** Key of the post that carries the message; its number follows. */
  static final String KEY = "announcement-";

  private static final Words NOT_WAITING =
      new Words("この文章はもう承認待ちではありません", "This text is not waiting for approval any more");

  private static final Words UNAPPROVED =
      new Words(
          "5 分承認がなかったので、定型の第一報を承認なしで出します",
          "Nobody approved for five minutes: the prepared first text goes out unapproved");

  private final AnnouncementStore store;
  private final Duties duties;
  private final DraftCheck check;
  private final HeldTexts held;
  private final PrivacyReview privacy;
  private final Cadence cadence;
  private final Approvers approvers;
  private final Reach reach;
  private final Publication publication;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters")
  AnnouncementDesk(
      AnnouncementStore store,
      Duties duties,
      DraftCheck check,
      HeldTexts held,
      PrivacyReview privacy,
      Cadence cadence,
      Approvers approvers,
      Reach reach,
      Publication publication,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.duties = duties;
    this.check = check;
    this.held = held;
    this.privacy = privacy;
    this.cadence = cadence;
    this.approvers = approvers;
    this.reach = reach;
    this.publication = publication;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  Outcome draft(IncidentId incident, Draft draft, PersonId author) {
    Duties.Situation situation = duties.locked(incident);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<AnnouncementRow> earlier = store.of(incident);
    Audience audience = reach.now(incident);
    List<Announcement> said =
        earlier.stream().filter(row -> row.isFor(audience)).map(AnnouncementRow::view).toList();
    Optional<Words> objection =
        first(
            () -> approvers.mayNotDraft(situation, author),
            () -> DraftRules.aMessageSaysSomethingInBothLanguages(draft),
            () -> DraftRules.aMessagePromisesTheNext(draft, now),
            () ->
                DraftRules.aPromiseKeepsTheRhythm(draft, now, cadence.within(incident, situation)),
            () -> DraftRules.aCorrectionNamesWhatWasWrong(draft, said));
    if (objection.isPresent()) {
      return new Outcome.Refused(objection.get());
    }
    var row =
        new AnnouncementRow(ids.next(), incident, earlier.size() + 1, draft, audience, author, now);
    List<LintFinding> findings = check.of(draft, situation);
    if (!findings.isEmpty()) {
      return held.hold(row, findings, author);
    }
    earlier.stream().filter(AnnouncementRow::isUnsettled).forEach(AnnouncementRow::replace);
    store.add(row);
    store.flush();
    privacy.ask(incident, row);
    return new Outcome.Done(row.view());
  }

  @Transactional
  List<LintFinding> check(IncidentId incident, Draft draft) {
    return check.of(draft, duties.now(incident));
  }

  @Transactional
  Outcome approve(
      IncidentId incident, UUID id, String hash, Optional<Audience> chosen, PersonId approver) {
    Duties.Situation situation = duties.locked(incident);
    Optional<AnnouncementRow> found = draft(incident, id);
    if (found.isEmpty()) {
      return new Outcome.Refused(NOT_WAITING);
    }
    Announcement pending = found.get().view();
    Reach.Need need = reach.of(incident);
    Optional<Words> objection =
        first(
            () -> DraftRules.nobodyApprovesTheirOwnText(pending, approver),
            () -> approvers.mayNotApprove(situation, approver),
            () -> DraftRules.itIsForWhomItWasWritten(pending, need.audience()),
            () -> privacy.missing(found.get(), approver),
            () -> DraftRules.anApprovalIsForThisText(pending, hash),
            () -> DraftRules.whereItGoesIsSaid(pending, need, chosen),
            () -> DraftRules.usersHearThatItIsOverOnceItIs(situation, pending));
    if (objection.isPresent()) {
      return new Outcome.Refused(objection.get());
    }
    found
        .get()
        .approve(
            approver,
            chosen.orElse(pending.audience()),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    store.flush();
    duties.commanded(incident, approver);
    return new Outcome.Done(found.get().view());
  }

  @Transactional
  Optional<Announcement> publishApproved(IncidentId incident) {
    Duties.Situation situation = duties.now(incident);
    Optional<AnnouncementRow> approved =
        store.of(incident).stream().filter(row -> row.is(State.APPROVED)).findFirst();
    if (approved.isEmpty()) {
      return Optional.empty();
    }
    Announcement announcement = record(approved.get());
    publication.send(announcement, situation);
    return Optional.of(announcement);
  }

  /** Somebody entered the approved message at its destination themselves; it is not sent. */
  @Transactional
  Optional<Announcement> publishedByHand(IncidentId incident) {
    return store.of(incident).stream()
        .filter(row -> row.is(State.APPROVED))
        .findFirst()
        .map(this::record);
  }

  private Announcement record(AnnouncementRow approved) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    approved.publish(now);
    store.flush();
    Announcement announcement = approved.view();
    duties.published(announcement);
    outbox.announce(
        new MessageWentOut(announcement.incident(), announcement.audience(), now),
        Subject.of(announcement.incident()));
    if (announcement.audience() == Audience.USERS) {
      outbox.announce(
          new AnnouncementPublished(
              announcement.incident().value(), announcement.id(), announcement.phase(), now),
          Subject.of(announcement.incident()));
    }
    return announcement;
  }

  /** Whether whoever approves is asked for the status page. */
  @Transactional
  boolean asksForTheStatusPage(IncidentId incident) {
    return reach.of(incident).statusPageIsAsked();
  }

  /** The newest message that support passes on. */
  @Transactional
  Optional<Macro> macro(IncidentId incident) {
    return of(incident).stream()
        .filter(said -> said.state() == State.PUBLISHED && said.audience() != Audience.INSIDE)
        .findFirst()
        .map(
            said ->
                new Macro(
                    Templates.macro(said),
                    said.publishedAt().orElse(said.draftedAt()),
                    reach.of(incident).inApp()));
  }

  @Transactional
  boolean mayDraft(IncidentId incident, PersonId person) {
    return approvers.mayNotDraft(duties.now(incident), person).isEmpty();
  }

  @Transactional
  boolean mayApprove(IncidentId incident, PersonId person) {
    return approvers.mayNotApprove(duties.now(incident), person).isEmpty();
  }

  @Transactional
  List<Announcement> of(IncidentId incident) {
    return store.of(incident).stream().map(AnnouncementRow::view).toList();
  }

  @Transactional
  Optional<Announcement> pending(IncidentId incident) {
    return store.of(incident).stream()
        .filter(AnnouncementRow::isPending)
        .findFirst()
        .map(AnnouncementRow::view);
  }

  /** The approver wants another text: the draft is put aside. Only who may approve may say so. */
  @Transactional
  Outcome sendBack(IncidentId incident, UUID id, PersonId approver) {
    Duties.Situation situation = duties.locked(incident);
    Optional<AnnouncementRow> found = draft(incident, id);
    Optional<Words> objection = approvers.mayNotApprove(situation, approver);
    if (found.isEmpty() || objection.isPresent()) {
      return new Outcome.Refused(objection.orElse(NOT_WAITING));
    }
    found.get().replace();
    store.flush();
    privacy.changed(incident);
    duties.commanded(incident, approver);
    return new Outcome.Done(found.get().view());
  }

  /**
   * Nobody approved in time: the prepared first text, and only that, may go out as it was prepared
   * (TM20), to those for whom it was: on the status page only where nobody has to decide that.
   *
   * @return whether it may
   */
  @Transactional
  boolean releaseFirstText(IncidentId incident) {
    Reach.Need need = reach.of(incident);
    List<AnnouncementRow> all =
        store.of(incident).stream().filter(row -> row.isFor(need.audience())).toList();
    boolean told = all.stream().anyMatch(row -> row.is(State.PUBLISHED));
    if (told || need.secondReader()) {
      return false;
    }
    Optional<AnnouncementRow> prepared =
        all.stream().filter(row -> row.is(State.DRAFT) && isPrepared(row.view())).findFirst();
    prepared.ifPresent(row -> row.release(clock.instant().truncatedTo(ChronoUnit.MICROS)));
    store.flush();
    prepared.ifPresent(row -> duties.note(incident, "announcement-unapproved", UNAPPROVED));
    return prepared.isPresent();
  }

  private boolean isPrepared(Announcement draft) {
    return draft.phase() == Announcement.Phase.INITIAL
        && draft.next().isPresent()
        && Templates.first(duties.now(draft.incident()), draft.next().get()).equals(draft.text());
  }

  private Optional<AnnouncementRow> draft(IncidentId incident, UUID id) {
    return store.of(incident).stream()
        .filter(row -> row.id().equals(id) && row.is(State.DRAFT))
        .findFirst();
  }

  @SafeVarargs
  private static Optional<Words> first(Supplier<Optional<Words>>... rules) {
    for (var rule : rules) {
      Optional<Words> objection = rule.get();
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }
}
