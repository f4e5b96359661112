package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.honbu.announcements.Announcing.Pace;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Decides how long users may go without hearing from us: what the table says, or what the commander
 * has made of it at this severity. Joins the caller's transaction.
 */
@ApplicationScoped
class PaceActs implements Cadence {
  /** Whatever a table says: in the first hour nobody decides to say less (DOMAIN 2.9). */
  private static final Duration FIRST_HOUR = Duration.ofHours(1);

  private static final Words ONLY_THE_COMMANDER =
      new Words("間隔を延ばせるのはコマンダーだけです", "Only the commander makes the rhythm slower");
  private static final Words TOO_EARLY =
      new Words(
          "間隔を延ばせるのは、部屋を開いて {0} 分たってからです",
          "The rhythm may be made slower when the room has been open for {0} minutes");

  private final IntFunction<CadenceTable.Row> table;
  private final NoteStore notes;
  private final NoteHead heads;
  private final Duties duties;
  private final Clock clock;

  @Inject
  PaceActs(CadenceTable table, NoteStore notes, NoteHead heads, Duties duties, Clock clock) {
    this(table::of, notes, heads, duties, clock);
  }

  PaceActs(
      IntFunction<CadenceTable.Row> table,
      NoteStore notes,
      NoteHead heads,
      Duties duties,
      Clock clock) {
    this.table = table;
    this.notes = notes;
    this.heads = heads;
    this.duties = duties;
    this.clock = clock;
  }

  @Override
  public Duration within(IncidentId incident, Duties.Situation situation) {
    return notes.of(CadenceChange.class, incident).stream()
        .limit(1)
        .filter(change -> change.countsAt(situation.severity()))
        .map(CadenceChange::within)
        .findFirst()
        .orElseGet(() -> table.apply(situation.severity()).within());
  }

  @Override
  public Duration lead(Duties.Situation situation) {
    return table.apply(situation.severity()).askBefore();
  }

  @Override
  public Optional<Duration> scope(Duties.Situation situation) {
    return table.apply(situation.severity()).scopeWithin();
  }

  Pace pace(IncidentId incident) {
    Duties.Situation situation = duties.now(incident);
    CadenceTable.Row row = table.apply(situation.severity());
    return new Pace(within(incident, situation), row.longest(), isTime(situation, row));
  }

  Outcome lengthen(IncidentId incident, Duration within, PersonId by) {
    Duties.Situation situation = duties.locked(incident);
    CadenceTable.Row row = table.apply(situation.severity());
    int minutes =
        AnnouncementProblems.within(
            "minutes", minutes(within), minutes(row.within()), minutes(row.longest()));
    if (situation.commander().filter(by::equals).isEmpty()) {
      duties.note(incident, "refused", ONLY_THE_COMMANDER, by);
      return new Outcome.NotAllowed(ONLY_THE_COMMANDER);
    }
    if (!isTime(situation, row)) {
      Words why = TOO_EARLY.with(minutes(after(row)));
      duties.note(incident, "refused", why, by);
      return new Outcome.NotNow(why);
    }
    notes.add(
        new CadenceChange(
            heads.next(CadenceChange.class, incident, by),
            situation.severity(),
            Duration.ofMinutes(minutes)));
    duties.note(
        incident,
        "announcement-rhythm",
        new Words("お知らせの間隔を {0} 分にしました", "Announcements come every {0} minutes from now on")
            .with(minutes),
        by);
    return Outcome.done();
  }

  private boolean isTime(Duties.Situation situation, CadenceTable.Row row) {
    return situation
        .course()
        .times()
        .roomOpenedAt()
        .filter(opened -> !opened.plus(after(row)).isAfter(clock.instant()))
        .isPresent();
  }

  private static Duration after(CadenceTable.Row row) {
    return row.lengthenAfter().compareTo(FIRST_HOUR) < 0 ? FIRST_HOUR : row.lengthenAfter();
  }

  private static int minutes(Duration time) {
    return (int) Math.min(time.toMinutes(), Integer.MAX_VALUE);
  }
}
