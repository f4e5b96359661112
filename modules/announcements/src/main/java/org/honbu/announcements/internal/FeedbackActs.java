package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.UserFeedback.Heard;
import org.honbu.announcements.UserFeedback.Voices;
import org.honbu.announcements.UsersHeard;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.Role;

/** Decides and writes what users say; knows no tasks. Joins the caller's transaction. */
@ApplicationScoped
class FeedbackActs {
  private static final int MOST = 100_000;
  private static final Words WHO =
      new Words(
          "利用者の声を記録できるのは、カスタマーサポートとアナウンス担当です",
          "What users say is noted by customer support and by who announces");

  private final NoteStore notes;
  private final NoteHead heads;
  private final Duties duties;
  private final Crew crew;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  FeedbackActs(
      NoteStore notes, NoteHead heads, Duties duties, Crew crew, Outbox outbox, Clock clock) {
    this.notes = notes;
    this.heads = heads;
    this.duties = duties;
    this.crew = crew;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Why this person may not say what users report; empty when they may. */
  Optional<Words> mayNotHear(Duties.Situation situation, PersonId person) {
    boolean announces = situation.announcer().filter(person::equals).isPresent();
    return announces || crew.has(person, Role.CUSTOMER_SUPPORT)
        ? Optional.empty()
        : Optional.of(WHO);
  }

  Outcome hear(IncidentId incident, Voices heard, PersonId by) {
    int reports = AnnouncementProblems.within("newReports", heard.newReports(), 0, MOST);
    int customers =
        AnnouncementProblems.within("distinctCustomers", heard.distinctCustomers(), 0, reports);
    String quotes = AnnouncementProblems.text("sampleQuotes", heard.quotes(), 1000, false);
    String asked = AnnouncementProblems.text("mostAskedQuestion", heard.mostAsked(), 300, false);
    Optional<Words> objection = mayNotHear(duties.locked(incident), by);
    if (objection.isPresent()) {
      duties.note(incident, "refused", objection.get(), by);
      return new Outcome.NotAllowed(objection.get());
    }
    var voices = new Voices(reports, customers, quotes, asked);
    notes.add(new FeedbackRow(heads.next(FeedbackRow.class, incident, by), voices));
    duties.note(
        incident,
        "users-heard",
        new Words(
                "利用者の声：新しく {0} 件（{1} 社・人）。いちばん多い質問：{2}",
                "Users: {0} new reports from {1} customers. Asked most: {2}")
            .with(reports, customers, asked.isEmpty() ? "—" : asked),
        by);
    outbox.announce(
        new UsersHeard(incident, clock.instant().truncatedTo(ChronoUnit.MICROS)),
        Subject.of(incident));
    return Outcome.done();
  }

  List<Heard> heard(IncidentId incident) {
    return notes.of(FeedbackRow.class, incident).stream().map(FeedbackRow::view).toList();
  }

  int customersSince(IncidentId incident, Instant since) {
    return heard(incident).stream()
        .filter(one -> !one.at().isBefore(since))
        .mapToInt(one -> one.voices().distinctCustomers())
        .sum();
  }
}
