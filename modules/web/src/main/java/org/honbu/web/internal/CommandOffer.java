package org.honbu.web.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Standing;
import org.honbu.kernel.PersonId;

/**
 * What a person is offered to do about command itself, beside the room's work.
 *
 * <p>An offer is a courtesy, as {@link Offer} is. The façade decides.
 */
enum CommandOffer {
  HAND_OVER("hand-over", "key-round", true),
  WITHDRAW("withdraw", "undo-2", false),
  APPOINT_DEPUTY("appoint-deputy", "shield", true),
  LEAVE_DEPUTY("leave-deputy", "undo-2", false),
  TAKE_OVER("take-over", "flag", true),
  OVERRIDE("override", "message-square", true);

  private final String act;
  private final String icon;
  private final boolean asks;

  CommandOffer(String act, String icon, boolean asks) {
    this.act = act;
    this.icon = icon;
    this.asks = asks;
  }

  String act() {
    return act;
  }

  String icon() {
    return icon;
  }

  /** Whether a dialog asks for words first. */
  boolean asks() {
    return asks;
  }

  /** What this person may want to do, in the order of this list; nothing without a room. */
  static List<CommandOffer> to(
      Offer.Reader reader, IncidentView incident, Optional<HandoverView> running) {
    return incident
        .seat()
        .filter(any -> incident.state().isOpen())
        .map(
            seat ->
                Arrays.stream(values())
                    .filter(offer -> offer.fits(reader, incident, seat, running))
                    .toList())
        .orElse(List.of());
  }

  private boolean fits(
      Offer.Reader reader,
      IncidentView incident,
      CommandSeat seat,
      Optional<HandoverView> running) {
    PersonId me = reader.id();
    boolean commands = seat.holder().equals(me);
    boolean deputy = incident.deputy().filter(me::equals).isPresent();
    return switch (this) {
      case HAND_OVER -> commands && running.isEmpty();
      case WITHDRAW -> running.filter(now -> now.askedBy().equals(me)).isPresent();
      case APPOINT_DEPUTY -> commands;
      case LEAVE_DEPUTY -> deputy;
      case TAKE_OVER ->
          !commands && reader.commander() && seat.standing() == Standing.HELD && running.isEmpty();
      case OVERRIDE -> !commands && running.isEmpty();
    };
  }
}
