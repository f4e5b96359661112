package org.honbu.announcements.internal.lint;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.LintFinding.Field;
import org.honbu.announcements.LintFinding.Rule;
import org.honbu.kernel.Words;

/** The text names a time of the next update: it is the promised one. */
final class NextTime {
  private static final Pattern SAID =
      Pattern.compile(
          "次(?:回)?の?(?:お知らせ|ご案内|更新)は?[^。]{0,10}?(?<!\\d)(\\d{1,2}:\\d{2})"
              + "|next (?:update|announcement)[^.]{0,20}?(?<!\\d)(\\d{1,2}:\\d{2})",
          Pattern.CASE_INSENSITIVE);

  private NextTime() {}

  /**
   * Compares.
   *
   * @param promised as a clock in Japan shows it
   */
  static List<LintFinding> in(Field field, String text, Optional<String> promised) {
    return SAID.matcher(text)
        .results()
        .map(NextTime::time)
        .filter(said -> promised.filter(time -> !time.equals(said)).isPresent())
        .map(said -> differs(field, said, promised.orElse("")))
        .toList();
  }

  private static String time(MatchResult said) {
    String time = said.group(1) == null ? said.group(2) : said.group(1);
    return time.length() == 4 ? "0" + time : time;
  }

  private static LintFinding differs(Field field, String said, String promised) {
    return new LintFinding(
        Rule.NEXT_TIME_DIFFERS,
        field,
        said,
        new Words("次のお知らせの欄は {0} JST です。どちらかに合わせてください", "The field says {0} JST. Make them agree")
            .with(promised));
  }
}
