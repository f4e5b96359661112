package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Topic.State;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/**
 * The automatic steps of {@code WarRoomTopic}. Each locks the incident and reads the record: what
 * people did meanwhile counts, and once the room is closed nobody is asked for anything.
 */
@ApplicationScoped
class TopicSteps {
  /** How late a report may be before the commander hears of it. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  /** A report that is due already is asked for soon, not in the past. */
  private static final Duration SOONEST = Duration.ofMinutes(1);

  private final TopicBook book;
  private final LeadingActs leading;
  private final Speaker speaker;

  @Inject
  TopicSteps(TopicBook book, LeadingActs leading, Speaker speaker) {
    this.book = book;
    this.leading = leading;
    this.speaker = speaker;
  }

  @Produces
  TaskHandler lookAtTopic() {
    return new TopicStep("lookAtTopic", this::lookAtTopic);
  }

  private Facts lookAtTopic(Step step) {
    Optional<PersonId> commander = book.lock(incident(step));
    TopicRow row = book.topic(incident(step), topic(step));
    boolean asked = row.isOpen() && row.is(State.ASKED);
    boolean leaderless = row.isOpen() && row.is(State.LEADERLESS);
    commander.ifPresent(
        person -> {
          if (asked) {
            askLead(row);
          } else if (leaderless) {
            askForAnotherLead(row, person);
          }
        });
    Duration within = Duration.between(book.now(), row.nextReportAt());
    Duration reportWithin = within.compareTo(SOONEST) < 0 ? SOONEST : within;
    return Facts.of("asked", asked)
        .and("led", row.isOpen() && row.is(State.LED))
        .and("leaderless", leaderless)
        .and("lead", row.lead())
        .and("commander", commander.orElse(row.lead()))
        .and("topicName", row.name())
        .and("question", row.question())
        .and("round", row.round())
        .and("reportWithin", reportWithin)
        .and("lateAfter", reportWithin.plus(GRACE));
  }

  private void askLead(TopicRow row) {
    speaker.whisper(
        row.incident(),
        row.lead(),
        "topic-lead:" + row.id() + ":" + row.round(),
        new Words(
            "話題 {0}「{1}」のリードを頼まれています。引き受けられるか、2 分のうちに答えてください。断っても大丈夫です",
            "You are asked to lead topic {0}, “{1}”. Please answer within 2 minutes. Declining is"
                + " fine"),
        Speaker.same(row.name()),
        Speaker.same(row.question()));
  }

  private void askForAnotherLead(TopicRow row, PersonId commander) {
    speaker.whisper(
        row.incident(),
        commander,
        "topic-lead-wanted:" + row.id() + ":" + row.round(),
        new Words(
            "話題 {0}「{1}」にはいまリードがいません。別の人を選んでください。10 分で保留になります",
            "Topic {0}, “{1}”, has no lead now. Please choose another person; after 10 minutes it is"
                + " put off"),
        Speaker.same(row.name()),
        Speaker.same(row.question()));
  }

  @Produces
  TaskHandler passOverTopicLead() {
    return new TopicStep(
        "passOverTopicLead",
        step -> {
          leading.passOver(incident(step), topic(step), step.facts().number("round"));
          return Facts.none();
        });
  }

  @Produces
  TaskHandler parkTopic() {
    return new TopicStep(
        "parkTopic",
        step -> {
          leading.parkLeaderless(incident(step), topic(step));
          return Facts.none();
        });
  }

  @Produces
  TaskHandler askForTopicReport() {
    return new TopicStep("askForTopicReport", this::askForTopicReport);
  }

  private Facts askForTopicReport(Step step) {
    Optional<PersonId> commander = book.lock(incident(step));
    TopicRow row = book.topic(incident(step), topic(step));
    if (commander.isPresent() && isDue(row)) {
      speaker.whisper(
          row.incident(),
          row.lead(),
          "topic-report-due:" + row.id() + ":" + row.reports(),
          new Words(
              "話題 {0} の報告の時刻です。状況・していること・必要なことを一言ずつ書いてください",
              "A report on topic {0} is due: conditions, actions and needs, a word on each"),
          Speaker.same(row.name()));
    }
    return Facts.none();
  }

  @Produces
  TaskHandler tellOfLateReport() {
    return new TopicStep("tellOfLateReport", this::tellOfLateReport);
  }

  private Facts tellOfLateReport(Step step) {
    Optional<PersonId> commander = book.lock(incident(step));
    TopicRow row = book.topic(incident(step), topic(step));
    if (commander.isPresent() && isDue(row)) {
      speaker.whisper(
          row.incident(),
          commander.get(),
          "topic-report-late:" + row.id() + ":" + row.reports(),
          new Words(
              "話題 {0}（リード {1} さん）の報告が遅れています。声をかけてください",
              "The report on topic {0}, led by {1}, is late. Please have a word"),
          Speaker.same(row.name()),
          speaker.name(row.lead()));
    }
    return Facts.none();
  }

  /** A report that came at the last moment has moved the time. */
  private boolean isDue(TopicRow row) {
    return row.isOpen() && row.is(State.LED) && !book.now().isBefore(row.nextReportAt());
  }

  private static IncidentId incident(Step step) {
    return new IncidentId(step.subject());
  }

  private static UUID topic(Step step) {
    return UUID.fromString(step.facts().text("topic"));
  }

  /** A step under the name diagrams use for it. */
  record TopicStep(String name, Work work) implements TaskHandler {

    @Override
    public Facts perform(Step step) {
      return work.of(step);
    }

    /** What the step does. */
    @FunctionalInterface
    interface Work {
      Facts of(Step step);
    }
  }
}
