package org.honbu.web.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Triage;
import org.honbu.kernel.PersonId;

/**
 * What a person is offered to do on an incident's page, the most fitting first.
 *
 * <p>An offer is a courtesy: it keeps buttons away that would be refused. The façade decides.
 */
enum Offer {
  CONFIRM_FALSE_ALARM("confirm-false-alarm", "eye-off", false),
  ANSWER("answer", "hand", false),
  TAKE_COMMAND("take-command", "flag", false),
  TAKE_ANNOUNCING("take-announcing", "megaphone", false),
  VERIFY("verify", "check", false),
  RESOLVE("resolve", "circle-check", true),
  ESCALATE("escalate", "siren", false),
  IMPACT_STOPPED("impact-stopped", "circle-check", false),
  TRIAGE("triage", "list-checks", true),
  IDENTIFIED("identified", "lightbulb", true),
  RAISE("raise", "signal", true),
  LOWER("lower", "signal", true),
  RECURRED("recurred", "repeat", false),
  FALSE_ALARM("false-alarm", "eye-off", true),
  MERGE("merge", "arrow-right", true),
  REOPEN("reopen", "repeat", true);

  private final String act;
  private final String icon;
  private final boolean asks;

  Offer(String act, String icon, boolean asks) {
    this.act = act;
    this.icon = icon;
    this.asks = asks;
  }

  /** The name of the {@link Act}. */
  String act() {
    return act;
  }

  String icon() {
    return icon;
  }

  /** Whether a dialog lists the effects or asks for words first. */
  boolean asks() {
    return asks;
  }

  /** Whether it stands aside, never as the button to press. */
  boolean isQuiet() {
    return switch (this) {
      case IDENTIFIED, RAISE, LOWER, RECURRED, FALSE_ALARM, MERGE, REOPEN -> true;
      case CONFIRM_FALSE_ALARM,
          ANSWER,
          TAKE_COMMAND,
          TAKE_ANNOUNCING,
          VERIFY,
          RESOLVE,
          ESCALATE,
          IMPACT_STOPPED,
          TRIAGE ->
          false;
    };
  }

  /** What this person may want to do, in the order of this list. */
  static List<Offer> to(Reader reader, IncidentView incident) {
    List<Offer> offers = new ArrayList<>();
    for (Offer offer : values()) {
      if (offer.fits(reader, incident)) {
        offers.add(offer);
      }
    }
    return List.copyOf(offers);
  }

  private boolean fits(Reader reader, IncidentView incident) {
    IncidentState state = incident.state();
    if (!state.isOpen()) {
      return this == REOPEN && isOver(state);
    }
    boolean room = incident.room() == Room.OPEN;
    boolean beforeMitigation = state.compareTo(IncidentState.MITIGATED) < 0;
    return switch (this) {
      case ANSWER -> incident.answeredBy().isEmpty() && reader.responds();
      case TAKE_COMMAND -> isActing(incident) && reader.mayCommand(incident.breakGlass());
      case TAKE_ANNOUNCING ->
          room && reader.announcer() && (incident.announcer().isEmpty() || standsIn(incident));
      case VERIFY -> state == IncidentState.MITIGATED && reader.responds();
      case RESOLVE -> state == IncidentState.MONITORING && leads(reader, incident);
      case ESCALATE -> !room && beforeMitigation;
      case IMPACT_STOPPED ->
          (state == IncidentState.INVESTIGATING || state == IncidentState.IDENTIFIED)
              && leads(reader, incident);
      case IDENTIFIED -> state == IncidentState.INVESTIGATING && leads(reader, incident);
      case TRIAGE ->
          state == IncidentState.TRIAGE
              && isReader(incident.answeredBy(), reader)
              && doubter(incident).isEmpty();
      case RAISE -> incident.severity().map(worst -> worst != Severity.SEV1).orElse(true);
      case LOWER ->
          leads(reader, incident)
              && incident.severity().filter(least -> least != Severity.SEV5).isPresent();
      case RECURRED -> !beforeMitigation && reader.responds();
      case FALSE_ALARM ->
          !room
              && state.compareTo(IncidentState.TRIAGE) <= 0
              && reader.responds()
              && doubter(incident).isEmpty();
      case CONFIRM_FALSE_ALARM ->
          doubter(incident).isPresent()
              && !isReader(doubter(incident), reader)
              && reader.responds();
      case MERGE -> reader.responds();
      case REOPEN -> false;
    };
  }

  private static boolean isOver(IncidentState state) {
    return state == IncidentState.RESOLVED
        || state == IncidentState.POSTMORTEM
        || state == IncidentState.CLOSED;
  }

  private static boolean isActing(IncidentView incident) {
    return incident.seat().map(CommandSeat::standing).filter(Standing.ACTING::equals).isPresent();
  }

  /** Whether the commander announces for want of anybody else; they may be relieved of that. */
  private static boolean standsIn(IncidentView incident) {
    return incident.severity().filter(Severity::isMajor).isPresent()
        && incident.announcer().equals(incident.seat().map(CommandSeat::holder));
  }

  private static boolean commands(Reader reader, IncidentView incident) {
    return isReader(incident.seat().map(CommandSeat::holder), reader);
  }

  /** The commander; without a room, who answered. */
  private static boolean leads(Reader reader, IncidentView incident) {
    return incident.seat().isPresent()
        ? commands(reader, incident)
        : isReader(incident.answeredBy(), reader);
  }

  /** Who took it for a false alarm; a second person has to agree. */
  private static Optional<PersonId> doubter(IncidentView incident) {
    return incident
        .triaged()
        .filter(triaged -> triaged.answer() == Triage.Answer.FALSE_ALARM)
        .map(IncidentView.Triaged::by);
  }

  private static boolean isReader(Optional<PersonId> person, Reader reader) {
    return person.filter(reader.id()::equals).isPresent();
  }

  /**
   * What of a person matters for offers.
   *
   * @param announcer whether they could announce here
   * @param asked whether they are of the owning team, lead, or were called
   */
  record Reader(
      PersonId id, boolean responder, boolean commander, boolean announcer, boolean asked) {
    boolean responds() {
      return responder || commander || asked;
    }

    boolean mayCommand(boolean breakGlass) {
      return commander || (breakGlass && responder);
    }
  }
}
