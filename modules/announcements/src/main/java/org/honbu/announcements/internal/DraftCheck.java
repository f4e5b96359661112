package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.internal.lint.Lint;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Person;

/** Reads a draft with what is known of the incident and of the people who work here. */
@ApplicationScoped
class DraftCheck {
  private static final Set<LintFinding.Rule> OF_SUMMARIES =
      Set.of(
          LintFinding.Rule.RECOVERY_PROMISED,
          LintFinding.Rule.INTERNAL_NAME,
          LintFinding.Rule.BLAME,
          LintFinding.Rule.OUTAGE_WORD,
          LintFinding.Rule.UNFINISHED);

  private final Supplier<Collection<Person>> insiders;

  @Inject
  DraftCheck(People people) {
    this(people::everybody);
  }

  DraftCheck(Supplier<Collection<Person>> insiders) {
    this.insiders = insiders;
  }

  List<LintFinding> of(Draft draft, Duties.Situation situation) {
    return Lint.read(draft, new Lint.Known(insiders.get(), situation.isDown()));
  }

  /**
   * What stands against a summary for stakeholders: what may not be said of the harm, not how long
   * it is and when the next one comes.
   */
  List<LintFinding> ofSummary(String text, Duties.Situation situation) {
    var draft = new Draft(Announcement.Phase.UPDATE, new Words(text, text), Optional.empty());
    return of(draft, situation).stream()
        .filter(finding -> OF_SUMMARIES.contains(finding.rule()))
        .collect(
            Collectors.toMap(
                finding -> finding.rule() + finding.found(),
                Function.identity(),
                (one, same) -> one,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** All of it in one paragraph of each language. */
  static Words sentence(List<LintFinding> findings) {
    List<Words> all = findings.stream().map(LintFinding::sentence).toList();
    return new Words(
        all.stream().map(Words::ja).collect(Collectors.joining("。", "", "。")),
        all.stream().map(Words::en).collect(Collectors.joining(". ", "", ".")));
  }
}
