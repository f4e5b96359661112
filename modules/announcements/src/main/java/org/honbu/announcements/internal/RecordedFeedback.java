package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.honbu.announcements.UserFeedback;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;
import org.honbu.workflow.Retried;

@ApplicationScoped
@Retried
@Transactional
class RecordedFeedback implements UserFeedback {
  private static final int MOST = 100_000;
  private static final Words WHO =
      new Words(
          "利用者の声を記録できるのは、カスタマーサポートとアナウンス担当です",
          "What users say is noted by customer support and by who announces");

  private final NoteStore notes;
  private final NoteHead heads;
  private final Duties duties;
  private final Crew crew;

  @Inject
  RecordedFeedback(NoteStore notes, NoteHead heads, Duties duties, Crew crew) {
    this.notes = notes;
    this.heads = heads;
    this.duties = duties;
    this.crew = crew;
  }

  @Override
  public Outcome hear(IncidentId incident, Voices heard, PersonId by) {
    int reports = AnnouncementProblems.within("newReports", heard.newReports(), 0, MOST);
    int customers =
        AnnouncementProblems.within("distinctCustomers", heard.distinctCustomers(), 0, reports);
    String quotes = AnnouncementProblems.text("sampleQuotes", heard.quotes(), 1000, false);
    String asked = AnnouncementProblems.text("mostAskedQuestion", heard.mostAsked(), 300, false);
    Duties.Situation situation = duties.locked(incident);
    boolean announces = situation.announcer().filter(by::equals).isPresent();
    if (!announces && !crew.has(by, Role.CUSTOMER_SUPPORT)) {
      duties.note(incident, "refused", WHO, by);
      return new Outcome.NotAllowed(WHO);
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
    return Outcome.done();
  }

  @Override
  public List<Heard> heard(IncidentId incident) {
    return notes.of(FeedbackRow.class, incident).stream().map(FeedbackRow::view).toList();
  }
}
