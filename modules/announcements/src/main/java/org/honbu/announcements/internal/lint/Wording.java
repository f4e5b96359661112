package org.honbu.announcements.internal.lint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.LintFinding.Field;
import org.honbu.announcements.LintFinding.Rule;
import org.honbu.kernel.Words;

/** Words that blame, that say more than is true, or that a template left open. */
final class Wording {
  private static final Words BLAMES =
      new Words("誰かのせいにする言い方です。起きたことだけを書いてください", "It blames somebody. Say only what happened");
  private static final Words OVERSTATES =
      new Words("全部は止まっていません。「ご利用しづらい状況」と書いてください", "Not everything has stopped. Say “degraded”");
  private static final Words OPEN =
      new Words("書きかけです。内容を入れてください", "This is still open. Fill it in");

  private static final Pattern BLAME =
      Pattern.compile(
          "(?:操作|設定|作業|人的|単純)?(?<![ァ-ヶー])ミス(?![ァ-ヶー])|ヒューマンエラー|人為的?|不注意|怠慢|過失|のせい(?!ぜ)|犯人"
              + "|(?<![A-Za-z])(?:human error|mistakes?|careless\\w*|negligen\\w*|blam\\w+|sloppy"
              + "|fault of|'s fault|incompeten\\w*)(?![A-Za-z])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OUTAGE =
      Pattern.compile(
          "全停止|全面停止|完全停止|(?:サービス|システム)の?停止|停止(?:して|中|しま)|ダウン(?:し|中)|落ちて(?:い|お)"
              + "|(?<![A-Za-z])(?:outages?|(?:is|are|was|were|went|goes|completely|fully|totally) down)"
              + "(?![A-Za-z])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACE = Pattern.compile("\\[[^\\[\\]]{1,40}]|\\{\\{?[^{}]{1,40}}}?");

  private Wording() {}

  static List<LintFinding> in(Field field, String text, boolean down) {
    return Stream.of(
            Finder.all(BLAME, Rule.BLAME, field, text, BLAMES),
            down
                ? List.<LintFinding>of()
                : Finder.all(OUTAGE, Rule.OUTAGE_WORD, field, text, OVERSTATES),
            Finder.all(PLACE, Rule.UNFINISHED, field, text, OPEN))
        .flatMap(List::stream)
        .toList();
  }
}
