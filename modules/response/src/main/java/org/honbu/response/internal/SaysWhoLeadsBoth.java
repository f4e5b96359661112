package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Standing;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.FactHandler;

/**
 * Two incidents with a commander each became one: command stays where it is, the room hears whose
 * it is, and both commanders are told how the other could have it.
 */
@ApplicationScoped
class SaysWhoLeadsBoth implements FactHandler<IncidentMerged> {
  /** Duties end with the merge, which is announced in the same transaction. */
  private static final Duration TOGETHER = Duration.ofMinutes(1);

  private static final Words ROOM =
      new Words("{0} もこの障害でした。両方の指揮は {1} さんです", "{0} is the same problem; {1} commands both");
  private static final Words STAYS =
      new Words(
          "{0} を統合しました。指揮はあなたのままです。{1} さんのほうがよければ「コマンダーを渡す」から頼めます",
          "{0} became part of it and you go on commanding. If {1} should rather do it, use “Hand over command”");
  private static final Words ASK =
      new Words(
          "{0} はここに統合され、両方の指揮は {1} さんです。あなたのほうがよければ、{1} さんに交代を申し出てください",
          "{0} is part of this, and {1} commands both. If you should rather do it, offer to take over from {1}");
  private static final Words CLAIM =
      new Words(
          "{0} はここに統合されました。{1} さんは暫定です。あなたが「指揮を引き受ける」と、両方を指揮できます",
          "{0} is part of this. {1} is only acting: “Take command” and you lead both");

  private final IncidentBoard board;
  private final Voice voice;
  private final Whisper whisper;

  @Inject
  SaysWhoLeadsBoth(IncidentBoard board, Voice voice, Whisper whisper) {
    this.board = board;
    this.voice = voice;
    this.whisper = whisper;
  }

  @Override
  public String name() {
    return "response.says-who-leads-both";
  }

  @Override
  public Class<IncidentMerged> fact() {
    return IncidentMerged.class;
  }

  @Override
  public void on(IncidentMerged merged) {
    IncidentView view = board.view(merged.into());
    Optional<PersonId> other = commanderOf(board.view(merged.incident()), merged.at());
    view.seat()
        .ifPresent(
            seat ->
                other
                    .filter(person -> !person.equals(seat.holder()))
                    .ifPresent(person -> tell(view, seat, merged, person)));
  }

  private void tell(IncidentView view, CommandSeat seat, IncidentMerged merged, PersonId other) {
    String matter = "leads-both:" + merged.incident() + ":" + merged.at().getEpochSecond();
    Words leader = voice.name(seat.holder());
    voice.room(view, matter, ROOM.with(merged.incident(), leader));
    whisper.once(seat.holder(), view, matter, STAYS.with(merged.incident(), voice.name(other)));
    Words offer = seat.standing() == Standing.ACTING ? CLAIM : ASK;
    whisper.once(other, view, matter, offer.with(merged.incident(), leader));
  }

  private static Optional<PersonId> commanderOf(IncidentView child, Instant merged) {
    return child.duties().stream()
        .filter(duty -> duty.kind() == DutyKind.COMMANDER)
        .filter(duty -> duty.to().filter(merged.minus(TOGETHER)::isBefore).isPresent())
        .max(Comparator.comparing(Duty::from))
        .map(Duty::person);
  }
}
