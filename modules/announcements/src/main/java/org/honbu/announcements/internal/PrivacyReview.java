package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Announcements.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/**
 * Where data or security may be harmed, a privacy officer reads each text before the commander
 * approves it (A34). Theirs comes first, so that the commander's approval means “go” through every
 * door.
 */
@ApplicationScoped
class PrivacyReview {
  private static final Words FIRST =
      new Words(
          "データに関わるので、先に個人情報担当（privacy-officer）が読みます",
          "Data may be harmed: a privacy officer reads it first");
  private static final Words ASKED =
      new Words(
          "データに関わるお知らせの下書きがあります。インシデントのページで読んで、承認してください",
          "A draft announcement speaks of harmed data. Read and approve it on the incident’s page");
  private static final Words NOT_WAITING =
      new Words("この文章はもう承認待ちではありません", "This text is not waiting for approval any more");
  private static final Words NEEDS_ROLE =
      new Words("これを承認するのは個人情報担当です", "This is for a privacy officer to approve");

  private final AnnouncementStore store;
  private final Duties duties;
  private final Crew crew;
  private final Whisper whisper;

  @Inject
  PrivacyReview(AnnouncementStore store, Duties duties, Crew crew, Whisper whisper) {
    this.store = store;
    this.duties = duties;
    this.crew = crew;
    this.whisper = whisper;
  }

  /** Tells the privacy officers that a text waits for them, where it does. */
  void ask(Announcement draft, Duties.Situation situation) {
    if (situation.isAboutData()) {
      whisper.to(
          crew.withRole(Role.PRIVACY_OFFICER),
          draft.incident(),
          "privacy-" + draft.number(),
          ASKED);
    }
  }

  /**
   * Why the commander cannot approve it yet; empty when they can. Who reads it is told, if they
   * were not yet: harm to data is often found after the text was written.
   */
  Optional<Words> missing(Duties.Situation situation, Announcement pending) {
    if (!situation.isAboutData() || pending.privacyApprover().isPresent()) {
      return Optional.empty();
    }
    ask(pending, situation);
    return Optional.of(FIRST);
  }

  @Transactional
  Outcome approve(IncidentId incident, UUID id, String hash, PersonId by) {
    duties.locked(incident);
    Optional<AnnouncementRow> found =
        store.of(incident).stream()
            .filter(row -> row.id().equals(id) && row.is(State.DRAFT))
            .findFirst();
    if (found.isEmpty()) {
      return new Outcome.Refused(NOT_WAITING);
    }
    Announcement pending = found.get().view();
    Optional<Words> objection =
        DraftRules.nobodyApprovesTheirOwnText(pending, by)
            .or(() -> needsRole(by))
            .or(() -> DraftRules.anApprovalIsForThisText(pending, hash));
    if (objection.isPresent()) {
      return new Outcome.Refused(objection.get());
    }
    found.get().privacyApproves(by);
    store.flush();
    duties.note(
        incident,
        "announcement-privacy",
        new Words("個人情報担当がお知らせの下書きを承認しました", "A privacy officer approved the draft announcement"),
        by);
    return new Outcome.Done(found.get().view());
  }

  private Optional<Words> needsRole(PersonId by) {
    return crew.has(by, Role.PRIVACY_OFFICER) ? Optional.empty() : Optional.of(NEEDS_ROLE);
  }
}
