package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandCandidate;
import org.honbu.incidents.CommandCandidates;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Eligibility;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** The automatic steps of {@code WarRoom}. */
@ApplicationScoped
class RoomSteps {
  private static final Actor RESPONSE = Actor.honbu("response");

  private final IncidentBoard board;
  private final Command command;
  private final CommandCandidates candidates;
  private final Judgement judgement;
  private final People people;
  private final Voice voice;
  private final Clock clock;

  @Inject
  RoomSteps(
      IncidentBoard board,
      Command command,
      CommandCandidates candidates,
      Judgement judgement,
      People people,
      Voice voice,
      Clock clock) {
    this.board = board;
    this.command = command;
    this.candidates = candidates;
    this.judgement = judgement;
    this.people = people;
    this.voice = voice;
    this.clock = clock;
  }

  @Produces
  TaskHandler openRoom() {
    return new Named("openRoom", this::openRoom);
  }

  /**
   * The button opened it already, or the table says that it is large. Where somebody holds command
   * nobody is called to it.
   */
  private Facts openRoom(Step step) {
    IncidentView before = view(step);
    Set<LargeReason> reasons = EnumSet.noneOf(LargeReason.class);
    reasons.addAll(before.largeReasons());
    reasons.addAll(judgement.whyLarge(before));
    Optional<PersonId> said =
        step.facts().find("answeredBy").map(String::valueOf).map(PersonId::new);
    if (!before.state().isOpen() || isCalledOff(before, reasons)) {
      return before
          .answeredBy()
          .or(() -> said)
          .map(by -> Facts.of("answeredBy", by))
          .orElseGet(Facts::none);
    }
    command.openRoom(before.id(), reasons, said, RESPONSE);
    IncidentView view = view(step);
    if (isHeld(view)) {
      return Facts.of("answeredBy", view.answeredBy().or(() -> said).orElse(holder(view)).value());
    }
    PersonId acting =
        view.seat().map(CommandSeat::holder).or(view::answeredBy).or(() -> said).orElseThrow();
    voice.room(
        view,
        step,
        new Words(
                "部屋を開きました。SEV{0}：{1}。暫定コマンダーは {2} さんです。見学も歓迎",
                "The room is open. SEV{0}: {1}. {3} is acting commander. Observers are welcome")
            .with(
                Voice.severity(view),
                view.what(),
                voice.name(acting).ja(),
                voice.name(acting).en()));
    if (view.severity().filter(Severity::isMajor).isPresent()) {
      voice.call(view, callsOf(view), OnCallLevels.COMMANDERS, onCallCommanders(view));
    }
    return Facts.of("answeredBy", acting.value());
  }

  /** It was taken back before this step came to open it, and nothing else asks for one. */
  private static boolean isCalledOff(IncidentView view, Set<LargeReason> reasons) {
    return view.room() != Room.OPEN && reasons.isEmpty();
  }

  /** The calls of one room: another room of the incident calls again. */
  static String callsOf(IncidentView view) {
    long commanded =
        view.duties().stream().filter(duty -> duty.kind() == DutyKind.COMMANDER).count();
    return view.id() + ":room-" + commanded;
  }

  private static PersonId holder(IncidentView view) {
    return view.seat().map(CommandSeat::holder).orElseThrow();
  }

  private List<PersonId> onCallCommanders(IncidentView view) {
    return people.onCall(view.team(), OnCallLevel.COMMANDERS, clock.instant());
  }

  @Produces
  TaskHandler callOutTheTime() {
    return new Named(
        "callOutTheTime",
        step -> {
          IncidentView view = view(step);
          Instant opened = view.times().roomOpenedAt().orElse(view.times().declaredAt());
          long minutes = Duration.between(opened, clock.instant()).toMinutes();
          return room(
              view,
              step,
              new Words("部屋を開いてから {0} 分です", "{0} minutes since the room opened").with(minutes));
        });
  }

  @Produces
  TaskHandler askMoreCommanders() {
    return new Named(
        "askMoreCommanders",
        step -> {
          IncidentView view = view(step);
          if (asksNobody(view)) {
            return Facts.none();
          }
          voice.call(view, step, OnCallLevels.EVERY_COMMANDER, whoCouldCome(view));
          return room(
              view,
              step,
              new Words("コマンダーを務められる人は引き受けてください", "Whoever can command, please take it"));
        });
  }

  /**
   * Everybody who could take command, who fits best first, because calls leave in this order
   * (TM10). Nobody has come, so those who would rest are asked too, after all others.
   */
  private List<PersonId> whoCouldCome(IncidentView view) {
    return candidates.of(view.id()).people().stream()
        .filter(RoomSteps::couldCome)
        .map(CommandCandidate::person)
        .toList();
  }

  private static boolean couldCome(CommandCandidate candidate) {
    Eligibility eligibility = candidate.eligibility();
    boolean onlyRests = eligibility.reason() == Eligibility.Reason.NEEDS_REST;
    return candidate.mayTake() && (eligibility.isEligible() || onlyRests);
  }

  @Produces
  TaskHandler callBackstop() {
    return new Named("callBackstop", this::callBackstop);
  }

  private Facts callBackstop(Step step) {
    IncidentView view = view(step);
    if (asksNobody(view)) {
      return Facts.none();
    }
    command.openBreakGlass(view.id(), RESPONSE);
    voice.call(view, step, OnCallLevels.PROCESS_OWNERS, processOwners());
    Words acting =
        view.seat().map(CommandSeat::holder).map(voice::name).orElse(new Words("暫定", "Acting"));
    return room(
        view,
        step,
        new Words(
                "{0} さん、このまま指揮しますか。対応者なら誰でも暫定で引き受けられます",
                "{1}, will you go on commanding? Any responder may take it as acting")
            .with(acting.ja(), acting.en()));
  }

  @Produces
  TaskHandler confirmActingCommander() {
    return new Named(
        "confirmActingCommander",
        step -> {
          IncidentView view = view(step);
          if (asksNobody(view)) {
            return Facts.none();
          }
          command.confirmActing(view.id(), RESPONSE);
          return room(
              view,
              step,
              new Words("暫定コマンダーがこのまま指揮します", "The acting commander commands from now on"));
        });
  }

  @Produces
  TaskHandler followTheSeverity() {
    return new Named(
        "followTheSeverity",
        step -> {
          IncidentView view = view(step);
          int severity = Voice.severity(view);
          room(view, step, new Words("重大度が {0} になりました", "Severity is now {0}").with(severity));
          return Facts.of("severity", severity);
        });
  }

  @Produces
  TaskHandler closeRoom() {
    return new Named(
        "closeRoom",
        step ->
            room(
                view(step),
                step,
                new Words(
                    "復旧しました。部屋を閉じます。ありがとうございました", "Resolved. The room is closed. Thank you")));
  }

  private Facts room(IncidentView view, Step step, Words text) {
    voice.room(view, step, text);
    return Facts.none();
  }

  /** Somebody holds command, or it is over and only not told yet. */
  private static boolean asksNobody(IncidentView view) {
    return isHeld(view) || !view.state().isOpen();
  }

  private static boolean isHeld(IncidentView view) {
    return view.seat().filter(seat -> seat.standing() == Standing.HELD).isPresent();
  }

  private List<PersonId> processOwners() {
    return people.withRole(Role.PROCESS_OWNER).stream().map(Person::id).toList();
  }

  private IncidentView view(Step step) {
    return board.view(new IncidentId(step.subject()));
  }
}
