package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import org.honbu.announcements.Announcing;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Triage;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/**
 * The steps of {@code WarRoom} that decide who is told, and let the announcements that run follow.
 *
 * <p>The need is asked for when the room opens and again whenever what it depends on may have
 * changed ({@link ReviewsAnnouncing}). Whatever the table says by then: users who were told
 * something hear how it ended.
 */
@ApplicationScoped
class AnnouncingSteps {
  static final String NOBODY_TO_TELL = "Message_NobodyToTell";
  static final String FIRST_DEADLINE_CHANGED = "Message_FirstDeadlineChanged";
  private static final String STATUS_PAGE = "status-page";

  static final String IMPACT_CHANGED = "Message_ImpactChanged";

  /** What a table of an older set does not say. */
  private static final Duration REMIND_WITHIN = Duration.ofMinutes(10);

  private final IncidentBoard board;
  private final Judgement judgement;
  private final Announcing announcing;
  private final Processes processes;
  private final Voice voice;

  @Inject
  AnnouncingSteps(
      IncidentBoard board,
      Judgement judgement,
      Announcing announcing,
      Processes processes,
      Voice voice) {
    this.board = board;
    this.judgement = judgement;
    this.announcing = announcing;
    this.processes = processes;
    this.voice = voice;
  }

  @Produces
  TaskHandler decideAnnouncements() {
    return new Named("decideAnnouncements", this::decide);
  }

  private Facts decide(Step step) {
    IncidentView view = view(step);
    Facts row = judgement.announcements(view);
    Duration first = row.duration("firstWithin");
    String harm = view.visibility() + " " + view.impact().dataSecurity();
    boolean onStatusPage =
        Arrays.stream(row.text("channels").split(",", -1))
            .map(String::strip)
            .anyMatch(STATUS_PAGE::equals);
    boolean usersToo = onStatusPage && isNewsForUsers(step, view);
    return Facts.of("announce", isNeeded(view, row.yes("announce")))
        .and("firstWithin", first)
        .and("breachWithin", row.find("breachWithin").orElseGet(() -> first.multipliedBy(2)))
        .and("updateWithin", row.text("updateWithin"))
        .and("remindWithin", row.find("remindWithin").orElse(REMIND_WITHIN))
        .and("harm", harm)
        .and("harmChanged", differs(step, "harm", harm::equals) || isContradicted(view) || usersToo)
        .and(
            "firstSooner",
            (differs(step, "firstWithin", before -> isNoLonger(before, first)) || usersToo)
                && announcing.owesTheFirst(view.id()))
        .and("onStatusPage", onStatusPage);
  }

  /** What was told inside or through support alone, if anything, has to be told to users by now. */
  private static boolean isNewsForUsers(Step step, IncidentView view) {
    return view.publicPhase() == PublicPhase.NONE && differs(step, "onStatusPage", "true"::equals);
  }

  private static boolean differs(Step step, String fact, Predicate<String> isAsBefore) {
    return step.facts().find(fact).map(Object::toString).filter(isAsBefore.negate()).isPresent();
  }

  private static boolean isNoLonger(String before, Duration now) {
    return Duration.parse(before).compareTo(now) <= 0;
  }

  /** Nothing is said after the end, unless it came back; and whoever was told is told the end. */
  private static boolean isNeeded(IncidentView view, boolean byTheTable) {
    return switch (view.publicPhase()) {
      case INVESTIGATING, IDENTIFIED, MONITORING -> true;
      case RESOLVED -> byTheTable && !isQuiet(view);
      case NONE -> byTheTable;
    };
  }

  private static boolean isQuiet(IncidentView view) {
    boolean isNothing =
        view.triaged().filter(triaged -> triaged.answer() == Triage.Answer.FALSE_ALARM).isPresent();
    return isNothing || view.state().compareTo(IncidentState.MITIGATED) >= 0;
  }

  /** Users were told that it is better than it is by now: it came back. */
  private static boolean isContradicted(IncidentView view) {
    boolean toldItIsBetter =
        view.publicPhase() == PublicPhase.MONITORING || view.publicPhase() == PublicPhase.RESOLVED;
    return toldItIsBetter && !isQuiet(view);
  }

  @Produces
  TaskHandler followTheNeed() {
    return new Named("followTheNeed", this::follow);
  }

  /** A deadline only ever moves forward: to ask too early harms nobody. */
  private Facts follow(Step step) {
    IncidentId incident = new IncidentId(step.subject());
    Facts need = step.facts();
    if (!need.yes("announce")) {
      processes.tell(NOBODY_TO_TELL, incident, Facts.none());
      voice.room(
          view(step),
          step,
          new Words(
              "利用者へのお知らせは要らなくなりました。まだ何も知らせていません",
              "Users need not be told any more; nothing was said to them yet"));
      return Facts.none();
    }
    if (need.yes("firstSooner")) {
      processes.tell(
          FIRST_DEADLINE_CHANGED,
          incident,
          Facts.of("firstWithin", need.text("firstWithin"))
              .and("breachWithin", need.text("breachWithin"))
              .and("remindWithin", need.text("remindWithin")));
    }
    if (need.yes("harmChanged")) {
      processes.tell(IMPACT_CHANGED, incident, Facts.none());
    }
    return Facts.none();
  }

  private IncidentView view(Step step) {
    return board.view(new IncidentId(step.subject()));
  }
}
