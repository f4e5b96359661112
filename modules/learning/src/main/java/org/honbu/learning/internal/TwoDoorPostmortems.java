package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.learning.Finding;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Postmortems;
import org.honbu.learning.Section;
import org.honbu.learning.WriteOutcome;
import org.honbu.workflow.Retried;

/** The door of our own pages and REST: decides and writes, then lets the process look again. */
@ApplicationScoped
@Retried
@Transactional
class TwoDoorPostmortems implements Postmortems {
  private final LeadingActs leading;
  private final WritingActs writing;
  private final LearningStore store;
  private final LearningBook book;
  private final LearningProcess process;
  private final MarkdownExport export;

  @Inject
  TwoDoorPostmortems(
      LeadingActs leading,
      WritingActs writing,
      LearningStore store,
      LearningBook book,
      LearningProcess process,
      MarkdownExport export) {
    this.leading = leading;
    this.writing = writing;
    this.store = store;
    this.book = book;
    this.process = process;
    this.export = export;
  }

  @Override
  public Optional<Postmortem> find(IncidentId incident) {
    return store.postmortem(incident).map(book::read);
  }

  @Override
  public List<Postmortem> open() {
    return store.openPostmortems().stream()
        .map(PostmortemRow::line)
        .sorted(ByUrgency.postmortems(book.now()))
        .toList();
  }

  @Override
  public Outcome begin(IncidentId incident, PersonId by) {
    Outcome outcome = writing.begin(incident, by);
    if (outcome instanceof Outcome.Done) {
      process.begin(book.view(incident));
    }
    return outcome;
  }

  @Override
  public List<PersonId> proposals(IncidentId incident) {
    return leading.proposals(incident);
  }

  @Override
  public Outcome chooseOwner(IncidentId incident, PersonId owner, PersonId by) {
    return followed(incident, leading.chooseOwner(incident, owner, by));
  }

  @Override
  public Outcome schedule(IncidentId incident, Instant at, PersonId facilitator, PersonId by) {
    return followed(incident, leading.schedule(incident, at, facilitator, by));
  }

  @Override
  public WriteOutcome write(
      IncidentId incident, int edition, Map<Section, String> texts, PersonId by) {
    return writing.write(incident, edition, texts, by);
  }

  @Override
  public Outcome submit(IncidentId incident, PersonId by) {
    return followed(incident, writing.submit(incident, by));
  }

  @Override
  public Outcome sendBack(IncidentId incident, PersonId by) {
    return followed(incident, writing.sendBack(incident, by));
  }

  @Override
  public Outcome review(IncidentId incident, PersonId by) {
    return followed(incident, writing.review(incident, by));
  }

  @Override
  public Outcome answerShort(IncidentId incident, String why, String cheaper, PersonId by) {
    return followed(incident, writing.answerShort(incident, why, cheaper, by));
  }

  @Override
  public List<Finding> findings(IncidentId incident) {
    return writing.findings(book.row(incident));
  }

  @Override
  public String markdown(IncidentId incident) {
    return export.of(book.read(book.row(incident)));
  }

  private Outcome followed(IncidentId incident, Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      process.looksAgain(incident);
    }
    return outcome;
  }
}
