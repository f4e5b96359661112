package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/**
 * The door of our own pages and REST: the desk decides and writes first, then the loop's tasks are
 * made to agree.
 */
@ApplicationScoped
class TwoDoorAnnouncements implements Announcements {
  private static final Words NOT_WAITING =
      new Words("この文章はもう承認待ちではありません", "This text is not waiting for approval any more");
  private static final Words CHANGED =
      new Words("文章が変わったので、承認はやり直しです", "The text changed, so approval starts again");

  private final AnnouncementDesk desk;
  private final HeldTexts held;
  private final RecordedPrivacyReading privacy;
  private final Proposals proposals;
  private final ShownToApprover shown;
  private final HumanTasks tasks;
  private final Processes processes;

  @Inject
  TwoDoorAnnouncements(
      AnnouncementDesk desk,
      HeldTexts held,
      RecordedPrivacyReading privacy,
      Proposals proposals,
      ShownToApprover shown,
      HumanTasks tasks,
      Processes processes) {
    this.desk = desk;
    this.held = held;
    this.privacy = privacy;
    this.proposals = proposals;
    this.shown = shown;
    this.tasks = tasks;
    this.processes = processes;
  }

  @Override
  @Transactional
  public Outcome draft(IncidentId incident, Draft draft, PersonId author) {
    Outcome outcome = desk.draft(incident, draft, author);
    drafted(incident, outcome);
    return outcome;
  }

  @Override
  @Transactional
  public Outcome letThrough(IncidentId incident, UUID id, String hash, PersonId commander) {
    Outcome outcome = held.letThrough(incident, id, hash, commander);
    drafted(incident, outcome);
    return outcome;
  }

  @Override
  public List<LintFinding> check(IncidentId incident, Draft draft) {
    return desk.check(incident, draft);
  }

  private void drafted(IncidentId incident, Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      written(incident, done.announcement());
    }
  }

  /**
   * The text waits for approval now, so nobody has to write one; whoever was approving an earlier
   * one reads this one, in a task of its own, so that nobody approves what they have not read.
   */
  private void written(IncidentId incident, Announcement text) {
    Optional<HumanTask> approving = tasks.open(incident, Steps.APPROVE);
    if (approving.isPresent()) {
      readAnew(approving.get(), text);
      return;
    }
    waitingForText(incident)
        .ifPresent(
            task -> {
              tasks.assign(task, text.author());
              tasks.complete(task, shown.of(text));
            });
  }

  private void readAnew(HumanTask approving, Announcement text) {
    processes.tell(Steps.TEXT_REPLACED, text.incident(), shown.of(text));
    approving
        .assignee()
        .ifPresent(
            holder ->
                tasks
                    .open(text.incident(), Steps.APPROVE)
                    .filter(anew -> anew.assignee().isEmpty())
                    .ifPresent(anew -> tasks.assign(anew, holder)));
  }

  @Override
  @Transactional
  public Outcome approve(
      IncidentId incident, UUID id, String hash, Optional<Audience> audience, PersonId approver) {
    Outcome outcome = desk.approve(incident, id, hash, audience, approver);
    if (outcome instanceof Outcome.Done done) {
      approved(incident, done.announcement(), approver);
    }
    return outcome;
  }

  /**
   * A text that was written while an earlier one was on its way takes the loop along. Where no loop
   * would publish it, because the last message has ended it, it is published here.
   */
  private void approved(IncidentId incident, Announcement text, PersonId approver) {
    if (tasks.open(incident, Steps.APPROVE).isEmpty()) {
      written(incident, text);
    }
    if (!answered(incident, approver)) {
      desk.publishApproved(incident);
    }
  }

  @Override
  @Transactional
  public Outcome approveForPrivacy(IncidentId incident, UUID id, String hash, PersonId officer) {
    return desk.of(incident).stream()
        .filter(text -> text.id().equals(id))
        .findFirst()
        .map(text -> readForPrivacy(text, hash, officer))
        .orElseGet(() -> new Outcome.Refused(NOT_WAITING));
  }

  private Outcome readForPrivacy(Announcement text, String hash, PersonId officer) {
    if (!text.hash().equals(hash)) {
      return new Outcome.Refused(CHANGED);
    }
    var outcome = privacy.approve(text.incident(), key(text), "", officer);
    if (outcome instanceof org.honbu.incidents.Outcome.NotAllowed no) {
      return new Outcome.Refused(no.why());
    }
    return outcome instanceof org.honbu.incidents.Outcome.NotNow no
        ? new Outcome.Refused(no.why())
        : new Outcome.Done(again(text));
  }

  private static String key(Announcement text) {
    return AnnouncementDesk.KEY + text.number();
  }

  private Announcement again(Announcement text) {
    return desk.of(text.incident()).stream()
        .filter(other -> other.id().equals(text.id()))
        .findFirst()
        .orElse(text);
  }

  @Override
  @Transactional
  public Outcome sendBack(IncidentId incident, UUID id, PersonId approver) {
    Outcome outcome = desk.sendBack(incident, id, approver);
    if (outcome instanceof Outcome.Done) {
      answered(incident, approver);
    }
    return outcome;
  }

  @Override
  public boolean asksForTheStatusPage(IncidentId incident) {
    return desk.asksForTheStatusPage(incident);
  }

  @Override
  public Optional<Macro> macro(IncidentId incident) {
    return desk.macro(incident);
  }

  @Override
  public Draft firstText(IncidentId incident, Instant next) {
    return proposals.first(incident, next);
  }

  @Override
  public List<Draft> proposals(IncidentId incident) {
    return proposals.of(incident);
  }

  @Override
  public Optional<Announcement> publishApproved(IncidentId incident) {
    return desk.publishApproved(incident);
  }

  @Override
  public boolean mayDraft(IncidentId incident, PersonId person) {
    return desk.mayDraft(incident, person);
  }

  @Override
  public boolean mayApprove(IncidentId incident, PersonId person) {
    return desk.mayApprove(incident, person);
  }

  @Override
  public List<Announcement> of(IncidentId incident) {
    return desk.of(incident);
  }

  @Override
  public Optional<Announcement> held(IncidentId incident) {
    return held.of(incident);
  }

  @Override
  public Optional<Announcement> pending(IncidentId incident) {
    return desk.pending(incident);
  }

  /** The task that waits for a text. A draft between two rounds begins the next one. */
  private Optional<HumanTask> waitingForText(IncidentId incident) {
    Optional<HumanTask> open = tasks.open(incident, Steps.DRAFT);
    if (open.isPresent()) {
      return open;
    }
    processes.tell(Steps.IMPACT_CHANGED, incident, Facts.none());
    return tasks.open(incident, Steps.DRAFT);
  }

  /** Says whether a task waited for the answer. */
  private boolean answered(IncidentId incident, PersonId approver) {
    Optional<HumanTask> waiting = tasks.open(incident, Steps.APPROVE);
    waiting.ifPresent(
        task -> {
          tasks.assign(task, approver);
          tasks.complete(task, Facts.none());
        });
    return waiting.isPresent();
  }
}
