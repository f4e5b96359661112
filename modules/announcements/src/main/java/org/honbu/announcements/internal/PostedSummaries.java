package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.honbu.announcements.ExecutiveSummaries;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.workflow.Retried;

/** Sends summaries through the gateway to the stakeholders' channel. */
@ApplicationScoped
@Retried
@Transactional
class PostedSummaries implements ExecutiveSummaries {
  private static final int LONGEST = 600;
  private static final int LINES = 3;
  private static final Words WHO =
      new Words("経営への要約を出すのはアナウンス担当です", "Summaries for stakeholders come from who announces");

  private final NoteStore notes;
  private final NoteHead heads;
  private final Duties duties;
  private final Notifications notifications;

  @Inject
  PostedSummaries(NoteStore notes, NoteHead heads, Duties duties, Notifications notifications) {
    this.notes = notes;
    this.heads = heads;
    this.duties = duties;
    this.notifications = notifications;
  }

  @Override
  public Outcome tell(IncidentId incident, String text, PersonId by) {
    String summary = AnnouncementProblems.text("text", text, LONGEST, true);
    if (summary.lines().filter(line -> !line.isBlank()).count() > LINES) {
      throw new ProblemException(AnnouncementProblems.LINES, "text", LINES);
    }
    Duties.Situation situation = duties.locked(incident);
    if (situation.announcer().filter(by::equals).isEmpty()) {
      duties.note(incident, "refused", WHO, by);
      return new Outcome.NotAllowed(WHO);
    }
    var row = new SummaryRow(heads.next(SummaryRow.class, incident, by), summary);
    notes.add(row);
    notifications.post(
        new Post(
            situation.kind(),
            incident,
            situation.severity(),
            channel(situation.kind()),
            "summary-" + row.number(),
            new Words(summary, "")));
    duties.note(
        incident,
        "stakeholders-told",
        new Words("経営に要約を伝えました：{0}", "Stakeholders were told: {0}").with(summary),
        by);
    return Outcome.done();
  }

  private static String channel(Kind kind) {
    return switch (kind) {
      case REAL -> "#stakeholders";
      case DRILL -> "#drill-stakeholders";
    };
  }

  @Override
  public List<Summary> told(IncidentId incident) {
    return notes.of(SummaryRow.class, incident).stream().map(SummaryRow::view).toList();
  }
}
