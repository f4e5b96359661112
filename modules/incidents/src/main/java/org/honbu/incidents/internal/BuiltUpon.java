package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * What stands on an act is not pulled away from under people: once somebody has gone on from it, it
 * stays. Reads only.
 */
@ApplicationScoped
class BuiltUpon {
  private static final Words MOVED_ON =
      new Words(
          "そのあと「{0}」に進んだので、取り消せません", "It has gone on to “{0}” since, so it cannot be taken back");
  private static final Words TRIAGED =
      new Words("そのあとトリアージが済んだので、取り消せません", "It was triaged since, so it cannot be taken back");
  private static final Words COMMANDED =
      new Words(
          "そのあと {0} さんが指揮を執っているので、取り消せません。交代は「コマンダーを渡す」から頼めます",
          "{0} has taken command since, so it cannot be taken back. Command can be handed over");
  private static final Words ANNOUNCED =
      new Words(
          "そのあと {0} さんがアナウンスを引き受けたので、取り消せません",
          "{0} has taken announcing since, so it cannot be taken back");
  private static final Words TOLD =
      new Words(
          "そのあと利用者にお知らせしたので、取り消せません", "Users have been told since, so it cannot be taken back");
  private static final Words SEVERITY_ONE =
      new Words(
          "重大度 1 では部屋を開けておきます。取り消せません",
          "At severity 1 the room stays open; it cannot be taken back");
  private static final Words COMMANDS_ANOTHER =
      new Words(
          "{0} さんはもう別の重大な障害を指揮しているので、取り消せません。必要なら再開してください",
          "{0} commands another major incident by now, so it cannot be taken back. Reopen it if needed");

  private final IncidentStore store;
  private final Reinstating reinstating;
  private final Names names;

  @Inject
  BuiltUpon(IncidentStore store, Reinstating reinstating, Names names) {
    this.store = store;
    this.reinstating = reinstating;
    this.names = names;
  }

  /** What was built on it, as a sentence; empty when it stands alone. */
  Optional<Words> on(Incident record, OfferedUndo offer) {
    return switch (offer.act()) {
      case ANSWER -> onTheAnswer(record, offer);
      case ESCALATION -> onTheEscalation(record, offer);
      case RESOLUTION, FALSE_ALARM -> onTheEnd(record, offer);
    };
  }

  /** A room that has opened since may stay: whoever takes back stands in until somebody answers. */
  private Optional<Words> onTheAnswer(Incident record, OfferedUndo offer) {
    boolean investigated =
        record.state() == IncidentState.INVESTIGATING && record.room() == Room.OPEN;
    if (record.triaged().isPresent()) {
      return Optional.of(TRIAGED);
    }
    if (record.state() != IncidentState.TRIAGE && !investigated) {
      return Optional.of(movedOn(record));
    }
    return store
        .seat(record.id())
        .filter(
            seat ->
                seat.holder().equals(offer.person())
                    ? seat.isHeld()
                    : seat.epoch() != offer.seatEpoch())
        .map(seat -> Names.fill(COMMANDED, names.of(seat.holder())));
  }

  private Optional<Words> onTheEscalation(Incident record, OfferedUndo offer) {
    Optional<Seat> seat = store.seat(record.id());
    if (record.room() != Room.OPEN || seat.isEmpty()) {
      return Optional.of(movedOn(record));
    }
    if (seat.get().epoch() != offer.seatEpoch()) {
      return Optional.of(Names.fill(COMMANDED, names.of(seat.get().holder())));
    }
    Optional<PersonId> announcer =
        store.services(record.id()).stream()
            .filter(service -> service.isOpen() && service.kind() == DutyKind.ANNOUNCER)
            .map(Service::person)
            .findFirst();
    if (announcer.isPresent()) {
      return announcer.map(person -> Names.fill(ANNOUNCED, names.of(person)));
    }
    if (record.publicPhase() != offer.publicPhase()) {
      return Optional.of(TOLD);
    }
    if (record.severity().filter(Severity.SEV1::equals).isPresent()) {
      return Optional.of(SEVERITY_ONE);
    }
    if (record.triaged().isPresent() && !offer.before().triaged()) {
      return Optional.of(TRIAGED);
    }
    return record.state() == offer.stateAfter() ? Optional.empty() : Optional.of(movedOn(record));
  }

  private Optional<Words> onTheEnd(Incident record, OfferedUndo offer) {
    if (record.state() != offer.stateAfter()) {
      return Optional.of(movedOn(record));
    }
    if (record.publicPhase() != offer.publicPhase()) {
      return Optional.of(TOLD);
    }
    return reinstating
        .commander(offer)
        .filter(person -> record.isMajor() && store.commandsMajor(person, record.id()))
        .map(person -> Names.fill(COMMANDS_ANOTHER, names.of(person)));
  }

  private static Words movedOn(Incident record) {
    return Names.fill(MOVED_ON, record.state().label());
  }
}
