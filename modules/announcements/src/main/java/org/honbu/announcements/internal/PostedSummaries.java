package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.honbu.announcements.ExecutiveSummaries;
import org.honbu.announcements.LintFinding;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.workflow.Retried;

@ApplicationScoped
@Retried
@Transactional
class PostedSummaries implements ExecutiveSummaries {
  private static final int LONGEST = 600;
  private static final int LINES = 3;
  private static final Words WHO =
      new Words("経営への要約を出すのはアナウンス担当です", "Summaries for stakeholders come from who announces");
  private static final Words WAITS =
      new Words(
          "データに関わるので、経営への要約は個人情報担当が読んでから届きます",
          "Data may be harmed: stakeholders get the summary once a privacy officer has read it");

  private final NoteStore notes;
  private final NoteHead heads;
  private final Duties duties;
  private final DraftCheck check;
  private final PrivacyReview privacy;
  private final SummaryPost posts;

  @Inject
  PostedSummaries(
      NoteStore notes,
      NoteHead heads,
      Duties duties,
      DraftCheck check,
      PrivacyReview privacy,
      SummaryPost posts) {
    this.notes = notes;
    this.heads = heads;
    this.duties = duties;
    this.check = check;
    this.privacy = privacy;
    this.posts = posts;
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
    if (privacy.isNeeded(incident)) {
      return keep(incident, summary, situation, by);
    }
    var row = new SummaryRow(heads.next(SummaryRow.class, incident, by), summary);
    notes.add(row);
    posts.post(incident, row, situation);
    return Outcome.done();
  }

  /** Read as announcements are, by the rules first and then by a second person. */
  private Outcome keep(
      IncidentId incident, String summary, Duties.Situation situation, PersonId by) {
    List<LintFinding> findings = check.ofSummary(summary, situation);
    if (!findings.isEmpty()) {
      Words why = DraftCheck.sentence(findings);
      duties.note(incident, "refused", AnnouncementProblems.line(why), by);
      return new Outcome.NotNow(why);
    }
    var row = new SummaryRow(heads.next(SummaryRow.class, incident, by), summary).waiting();
    notes.add(row);
    duties.note(incident, "summary-waits", WAITS, by);
    privacy.ask(incident, row);
    return Outcome.done();
  }

  @Override
  public List<Summary> told(IncidentId incident) {
    return notes.of(SummaryRow.class, incident).stream()
        .filter(SummaryRow::isTold)
        .map(SummaryRow::view)
        .toList();
  }
}
