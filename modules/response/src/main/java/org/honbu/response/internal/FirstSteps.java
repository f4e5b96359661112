package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undo;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Route;
import org.honbu.people.Hours;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** The automatic steps of {@code IncidentResponse} and {@code FirstAnswer}. */
@ApplicationScoped
class FirstSteps {
  private static final Actor RESPONSE = Actor.honbu("response");

  /** For severities whose route gives no deadline: the task becomes a page after a day. */
  private static final Duration NO_HURRY = Duration.ofDays(1);

  /** The shortest time a diagram's timer may have. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final IncidentBoard board;
  private final Incidents incidents;
  private final Course course;
  private final Judgement judgement;
  private final Notifications notifications;
  private final CommandersAtSeverityOne commanders;
  private final Undo undo;
  private final Voice voice;
  private final Whisper whisper;
  private final Clock clock;

  @Inject
  FirstSteps(
      IncidentBoard board,
      Incidents incidents,
      Course course,
      Judgement judgement,
      Notifications notifications,
      CommandersAtSeverityOne commanders,
      Undo undo,
      Voice voice,
      Whisper whisper,
      Clock clock) {
    this.board = board;
    this.incidents = incidents;
    this.course = course;
    this.judgement = judgement;
    this.notifications = notifications;
    this.commanders = commanders;
    this.undo = undo;
    this.voice = voice;
    this.whisper = whisper;
    this.clock = clock;
  }

  @Produces
  TaskHandler rateIncident() {
    return new Named(
        "rateIncident", step -> Facts.of("severity", judgement.rate(view(step)).level()));
  }

  @Produces
  TaskHandler postAlert() {
    return new Named("postAlert", this::postAlert);
  }

  /** Everywhere the route names; what is no channel (a ticket) is not posted. */
  private Facts postAlert(Step step) {
    IncidentView view = view(step);
    Words text =
        new Words("SEV{0}・{1}：{2}", "SEV{0}, {1}: {2}")
            .with(Voice.severity(view), view.team().value(), view.what());
    notifications.route(view.kind(), Voice.severity(view)).channels().stream()
        .filter(channel -> channel.startsWith("#"))
        .forEach(channel -> voice.say(view, step, channel, text));
    return Facts.none();
  }

  @Produces
  TaskHandler routeIncident() {
    return new Named("routeIncident", this::routeIncident);
  }

  private Facts routeIncident(Step step) {
    IncidentView view = view(step);
    Route route = notifications.route(view.kind(), Voice.severity(view));
    if (route.alsoPage().filter("commanders"::equals).isPresent()) {
      commanders.callAtOnce(view);
    }
    return Facts.of("severity", Voice.severity(view))
        .and("page", route.page())
        .and("ackWithin", deadline(view, route));
  }

  /** An answer that was taken back gives nobody more time than they had. */
  private Duration deadline(IncidentView view, Route route) {
    Instant now = clock.instant();
    boolean again = undo.hasTakenBack(view.id(), Undoable.ANSWER);
    Instant asked = again ? view.times().declaredAt() : now;
    Duration within = route.answerWithin().orElse(NO_HURRY);
    Instant due = asked.plus(route.businessHoursOnly() ? Hours.untilWorked(asked, within) : within);
    Duration left = Duration.between(now, due);
    return left.compareTo(AT_ONCE) > 0 ? left : AT_ONCE;
  }

  @Produces
  TaskHandler reportNobodyAnswered() {
    return new Named("reportNobodyAnswered", this::reportNobodyAnswered);
  }

  private Facts reportNobodyAnswered(Step step) {
    IncidentView view = view(step);
    var text =
        new Words(
            "二度呼び出しても誰も応答しません。見られる人は応答してください",
            "Everybody was called twice and nobody answered. Whoever can, please answer");
    voice.alert(view, step, text);
    voice.room(view, step, text);
    incidents.note(view.id(), "nobody-answered", text, RESPONSE);
    return Facts.none();
  }

  @Produces
  TaskHandler noteTheAnswer() {
    return new Named("noteTheAnswer", this::noteTheAnswer);
  }

  /** By the record: an answer may have been taken back while the process was on its way here. */
  private Facts noteTheAnswer(Step step) {
    IncidentView view = view(step);
    boolean unanswered = view.answeredBy().isEmpty();
    Facts facts =
        Facts.of("severity", Voice.severity(view))
            .and("unanswered", unanswered && view.state().isOpen())
            .and("roomOpen", unanswered ? !view.state().isOpen() : isInItsRoom(view))
            .and("openAtOnce", !unanswered && (view.room() != Room.NONE || isAsBadAsCanBe(view)));
    return view.answeredBy().map(by -> facts.and("answeredBy", by.value())).orElse(facts);
  }

  /** In the room now, or through it; a room that was called off counts for nothing. */
  private boolean isInItsRoom(IncidentView view) {
    return course.standsAt(OpensTheRoomItMissed.ROOM, view.id())
        || (view.room() == Room.CLOSED && course.hasReached(OpensTheRoomItMissed.ROOM, view.id()));
  }

  private static boolean isAsBadAsCanBe(IncidentView view) {
    return view.severity().filter(Severity.SEV1::equals).isPresent();
  }

  @Produces
  TaskHandler remindTheTriager() {
    return new Named(
        "remindTheTriager",
        step -> {
          voice.alert(
              view(step),
              step,
              new Words(
                  "応答から 15 分たちました。分かるところまでで、トリアージをお願いします",
                  "15 minutes since the answer. Please triage as far as you know"));
          return Facts.none();
        });
  }

  @Produces
  TaskHandler judgeProblem() {
    return new Named("judgeProblem", this::judgeProblem);
  }

  private Facts judgeProblem(Step step) {
    judgement.rate(view(step));
    IncidentView view = view(step);
    boolean duplicate = view.state() == IncidentState.MERGED;
    boolean falseAlarm = saidToBe(view, Triage.Answer.FALSE_ALARM);
    boolean large = !duplicate && !falseAlarm && !judgement.whyLarge(view).isEmpty();
    return Facts.of("severity", Voice.severity(view))
        .and("large", large)
        .and("duplicate", duplicate)
        .and("falseAlarm", falseAlarm)
        .and("askHelp", false);
  }

  private static boolean saidToBe(IncidentView view, Triage.Answer answer) {
    return view.triaged().filter(triaged -> triaged.answer() == answer).isPresent();
  }

  @Produces
  TaskHandler checkFalseAlarm() {
    return new Named("checkFalseAlarm", this::checkFalseAlarm);
  }

  /** Confirmed by the second person, or because every signal has cleared by itself. */
  private Facts checkFalseAlarm(Step step) {
    IncidentView view = view(step);
    boolean confirmed =
        view.state() == IncidentState.FALSE_ALARM
            || (saidToBe(view, Triage.Answer.FALSE_ALARM)
                && isDone(incidents.confirmFalseAlarmCleared(view.id(), RESPONSE)));
    return Facts.of("falseAlarmConfirmed", confirmed);
  }

  private static boolean isDone(Outcome outcome) {
    return outcome instanceof Outcome.Done || outcome instanceof Outcome.AlreadyDone;
  }

  @Produces
  TaskHandler closeFalseAlarm() {
    return new Named(
        "closeFalseAlarm",
        step -> {
          standDown(step);
          thank(view(step));
          incidents.close(new IncidentId(step.subject()), RESPONSE);
          return Facts.none();
        });
  }

  /** Whoever told us hears it themselves: to be wrong costs nothing (T02). */
  private void thank(IncidentView view) {
    if (view.reporter() instanceof Actor.Person reporter) {
      whisper.once(
          reporter.id(),
          view,
          "false-alarm-thanks",
          new Words(
              "調べた結果、異常はありませんでした。知らせてくれてありがとうございます。次も迷わず知らせてください",
              "We looked, and nothing was wrong. Thank you for telling us: please do so again whenever"
                  + " you are in doubt"));
    }
  }

  @Produces
  TaskHandler closeIncident() {
    return new Named(
        "closeIncident",
        step -> {
          incidents.close(new IncidentId(step.subject()), RESPONSE);
          return Facts.none();
        });
  }

  @Produces
  TaskHandler standDownHandler() {
    return new Named("standDown", this::standDown);
  }

  private Facts standDown(Step step) {
    voice.alert(
        view(step),
        step,
        new Words("対応はここまでです。抜けて大丈夫です。ありがとうございました", "This is over. You may stand down. Thank you"));
    return Facts.none();
  }

  private IncidentView view(Step step) {
    return board.view(new IncidentId(step.subject()));
  }
}
