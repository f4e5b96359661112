package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.internal.lint.Lint;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Person;

/** Reads a draft with what is known of the incident and of the people who work here. */
@ApplicationScoped
class DraftCheck {
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

  /** All of it in one paragraph of each language. */
  static Words sentence(List<LintFinding> findings) {
    List<Words> all = findings.stream().map(LintFinding::sentence).toList();
    return new Words(
        all.stream().map(Words::ja).collect(Collectors.joining("。", "", "。")),
        all.stream().map(Words::en).collect(Collectors.joining(". ", "", ".")));
  }
}
