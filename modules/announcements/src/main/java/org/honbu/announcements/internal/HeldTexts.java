package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Announcements.Outcome;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Texts that users should not be told so: kept for the commander to read, until they are written
 * anew or the commander lets one go on (A30).
 */
@ApplicationScoped
class HeldTexts {
  private static final Words NOT_HELD =
      new Words("この文章はもう保留ではありません", "This text is not held any more");

  private final AnnouncementStore store;
  private final Duties duties;
  private final DraftCheck check;
  private final PrivacyReview privacy;

  @Inject
  HeldTexts(AnnouncementStore store, Duties duties, DraftCheck check, PrivacyReview privacy) {
    this.store = store;
    this.duties = duties;
    this.check = check;
    this.privacy = privacy;
  }

  @Transactional
  Optional<Announcement> of(IncidentId incident) {
    return store.of(incident).stream()
        .filter(row -> row.is(State.HELD))
        .findFirst()
        .map(AnnouncementRow::view);
  }

  /** Takes the place of an earlier held text; what was drafted before goes on. */
  Outcome hold(AnnouncementRow row, List<LintFinding> findings, PersonId author) {
    IncidentId incident = row.view().incident();
    store.of(incident).stream()
        .filter(other -> other.is(State.HELD))
        .forEach(AnnouncementRow::replace);
    row.hold();
    store.add(row);
    store.flush();
    duties.note(
        incident,
        "announcement-held",
        new Words(
                "お知らせの下書きに直すところが {0} か所あります", "Things that stand against a draft announcement: {0}")
            .with(findings.size()),
        author);
    return new Outcome.Refused(DraftCheck.sentence(findings), findings);
  }

  /** Its place before approval is its own: a draft that waits there is replaced. */
  @Transactional
  Outcome letThrough(IncidentId incident, UUID id, String hash, PersonId by) {
    Duties.Situation situation = duties.locked(incident);
    List<AnnouncementRow> all = store.of(incident);
    Optional<AnnouncementRow> found =
        all.stream().filter(row -> row.id().equals(id) && row.is(State.HELD)).findFirst();
    if (found.isEmpty()) {
      return new Outcome.Refused(NOT_HELD);
    }
    Announcement held = found.get().view();
    Optional<Words> objection =
        DraftRules.onlyTheCommanderLetsThrough(situation, held, by)
            .or(() -> DraftRules.anApprovalIsForThisText(held, hash));
    if (objection.isPresent()) {
      return new Outcome.Refused(objection.get());
    }
    all.stream().filter(AnnouncementRow::isPending).forEach(AnnouncementRow::replace);
    found.get().letThrough(by);
    store.flush();
    note(held, situation, by);
    privacy.ask(incident, found.get());
    duties.commanded(incident, by);
    return new Outcome.Done(found.get().view());
  }

  private void note(Announcement held, Duties.Situation situation, PersonId by) {
    var draft = new Draft(held.phase(), held.text(), held.next(), held.corrects());
    Words against = DraftCheck.sentence(check.of(draft, situation));
    duties.note(
        held.incident(),
        "announcement-let-through",
        new Words(
                "お知らせの下書きを、指摘があるまま承認に進めました：{0}",
                "A draft announcement goes on although something stands against it: {0}")
            .with(AnnouncementProblems.line(against)),
        by);
  }
}
