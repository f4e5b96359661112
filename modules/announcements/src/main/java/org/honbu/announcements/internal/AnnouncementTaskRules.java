package org.honbu.announcements.internal;

import static java.util.function.Predicate.not;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Announcements.Outcome;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to drafting and approving. */
@ApplicationScoped
class AnnouncementTaskRules implements TaskRule {
  private static final Words HELD =
      new Words(
          "{0} 直すか、インシデントのページから出してコマンダーに判断を頼んでください",
          "{0} Change it, or send it on the incident’s page and ask the commander to decide");

  private final AnnouncementDesk desk;
  private final Duties duties;
  private final EntersByHand byHand;
  private final Approvers approvers;
  private final ShownToApprover shown;

  @Inject
  AnnouncementTaskRules(
      AnnouncementDesk desk,
      Duties duties,
      EntersByHand byHand,
      Approvers approvers,
      ShownToApprover shown) {
    this.desk = desk;
    this.duties = duties;
    this.byHand = byHand;
    this.approvers = approvers;
    this.shown = shown;
  }

  @Override
  public Set<String> steps() {
    return Set.of(Steps.DRAFT, Steps.APPROVE, Steps.BY_HAND, Steps.ENTER_BY_HAND);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    if (task.step().equals(Steps.ENTER_BY_HAND)) {
      return Verdict.yes();
    }
    Duties.Situation situation = duties.now(task.incident());
    return verdict(
        task.step().equals(Steps.APPROVE)
            ? mayNotApprove(task.incident(), situation, person)
            : DraftRules.onlyTheAnnouncerDrafts(situation.announcer(), person));
  }

  /** Whoever wrote it would only keep it from those who may approve it. */
  private Optional<Words> mayNotApprove(
      IncidentId incident, Duties.Situation situation, PersonId person) {
    return approvers
        .mayNotApprove(situation, person)
        .or(
            () ->
                desk.pending(incident)
                    .flatMap(text -> DraftRules.nobodyApprovesTheirOwnText(text, person)));
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    return switch (task.step()) {
      case Steps.DRAFT -> drafted(task, person, answers);
      case Steps.APPROVE -> answered(task, person, answers);
      case Steps.ENTER_BY_HAND -> enteredByHand(task, person, answers);
      default -> publishedByHand(task, person, answers);
    };
  }

  private Verdict drafted(HumanTask task, PersonId person, Facts answers) {
    Optional<Instant> next;
    Phase phase;
    try {
      next = text(answers, "nextUpdateAt").map(at -> OffsetDateTime.parse(at).toInstant());
      phase = Phase.valueOf(text(answers, "announcementKind").orElse("UPDATE"));
    } catch (DateTimeException unreadable) {
      return Verdict.no("次のお知らせの時刻が読めません", "The time of the next update cannot be read");
    } catch (IllegalArgumentException unknown) {
      return Verdict.no("お知らせの種類が選ばれていません", "Choose the kind of announcement");
    }
    var draft = new Draft(phase, wording(answers), next, corrected(task, phase));
    return held(desk.draft(task.incident(), draft, person));
  }

  /** A form in Tasklist names no earlier message: the last one is corrected. */
  private Optional<UUID> corrected(HumanTask task, Phase phase) {
    return phase == Phase.CORRECTION
        ? desk.of(task.incident()).stream()
            .filter(said -> said.state() == Announcement.State.PUBLISHED)
            .findFirst()
            .map(Announcement::id)
        : Optional.empty();
  }

  /** Tasklist keeps nothing of what it refuses, so a held text is sent from the page. */
  private Verdict held(Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      return Verdict.yes(shown.of(done.announcement()));
    }
    return outcome instanceof Outcome.Refused held && !held.findings().isEmpty()
        ? Verdict.no(HELD.with(held.why()))
        : verdict(outcome);
  }

  /** It was published as far as we could; now it is where users read it, too. */
  private Verdict enteredByHand(HumanTask task, PersonId person, Facts answers) {
    return placed(
        answers,
        place ->
            byHand.enter(
                task.incident(),
                task.facts().find("announcement").map(each -> task.facts().number("announcement")),
                place,
                person));
  }

  private Verdict publishedByHand(HumanTask task, PersonId person, Facts answers) {
    return placed(answers, place -> byHand.publish(task.incident(), place, person));
  }

  private static Verdict placed(Facts answers, Consumer<EntersByHand.Place> entering) {
    var place =
        new EntersByHand.Place(
            text(answers, "publishedWhere").orElse("").strip(),
            text(answers, "publishedUrl").orElse("").strip());
    Optional<Words> objection = EntersByHand.objection(place);
    if (objection.isEmpty()) {
      entering.accept(place);
    }
    return verdict(objection);
  }

  private Verdict answered(HumanTask task, PersonId person, Facts answers) {
    Optional<Announcement> pending = desk.pending(task.incident());
    if (pending.isEmpty()) {
      return Verdict.no("承認待ちの文章がありません", "No text is waiting for approval");
    }
    Announcement read = pending.get();
    if (text(answers, "verdict").filter("SEND_BACK"::equals).isPresent()) {
      return verdict(desk.sendBack(task.incident(), read.id(), person));
    }
    return isAsRead(task, read)
        ? verdict(
            desk.approve(task.incident(), read.id(), read.hash(), chosen(task, answers), person))
        : Verdict.no("文章が変わったので、承認はやり直しです", "The text changed, so approval starts again");
  }

  /** The form asks only where there is something to choose; an earlier answer is none. */
  private static Optional<Audience> chosen(HumanTask task, Facts answers) {
    return text(answers, "statusPage")
        .filter(answer -> task.facts().yes("statusPageAsked"))
        .map(answer -> answer.equals("YES") ? Audience.USERS : Audience.SUPPORT);
  }

  /**
   * What Tasklist has shown: the text, its kind and its promise. A task of an older set has shown
   * the text alone; there, nothing was written since.
   */
  private static boolean isAsRead(HumanTask task, Announcement pending) {
    Facts shown = task.facts();
    Instant drafted = pending.draftedAt().truncatedTo(ChronoUnit.MILLIS);
    return wording(shown).equals(pending.text())
        && text(shown, "announcementKind").filter(not(pending.phase().name()::equals)).isEmpty()
        && (pending.phase().closes() || isPromiseShown(shown, pending))
        && !drafted.isAfter(task.since());
  }

  /** A form shows whole minutes. */
  private static boolean isPromiseShown(Facts shown, Announcement pending) {
    Optional<Instant> promised = pending.next().map(AnnouncementTaskRules::minute);
    return text(shown, "nextUpdateAt")
        .map(at -> minute(OffsetDateTime.parse(at).toInstant()))
        .filter(at -> promised.filter(at::equals).isEmpty())
        .isEmpty();
  }

  private static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }

  /** FM-18: English is welcome, not required; without it every reader gets the Japanese text. */
  private static Words wording(Facts facts) {
    String japanese = text(facts, "bodyJa").orElse("");
    return new Words(japanese, text(facts, "bodyEn").orElse(japanese));
  }

  private static Optional<String> text(Facts answers, String name) {
    return answers.find(name).map(Object::toString).filter(value -> !value.isBlank());
  }

  private static Verdict verdict(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? Verdict.no(refused.why()) : Verdict.yes();
  }

  private static Verdict verdict(Optional<Words> objection) {
    return objection.<Verdict>map(Verdict::no).orElseGet(Verdict::yes);
  }
}
