package org.honbu.announcements.internal.lint;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.LintFinding.Field;
import org.honbu.announcements.LintFinding.Rule;
import org.honbu.kernel.Words;

/** Turns the places that a pattern finds into findings, each wording once. */
final class Finder {
  private Finder() {}

  /** Neither before nor after it stands a Latin letter or digit; Japanese may follow at once. */
  static Pattern word(String expression) {
    return Pattern.compile("(?<![A-Za-z0-9])(?:" + expression + ")(?![A-Za-z0-9])");
  }

  static Pattern anyCase(String expression) {
    return Pattern.compile(
        "(?<![A-Za-z0-9])(?:" + expression + ")(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE);
  }

  static List<LintFinding> all(Pattern pattern, Rule rule, Field field, String text, Words why) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(String::strip)
        .distinct()
        .map(found -> new LintFinding(rule, field, found, why))
        .toList();
  }
}
