package org.honbu.announcements.internal.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.LintFinding.Field;
import org.honbu.announcements.LintFinding.Rule;
import org.honbu.kernel.Words;

/**
 * 「10 分で復旧します」: nobody knows that, and users plan by it. A sentence promises when it gives a time
 * and a recovery that is still to come; what has happened may be told with its time.
 */
final class RecoveryPromise {
  private static final Words WHY =
      new Words(
          "復旧の時刻は約束できません。代わりに、次にお知らせする時刻を書いてください",
          "A time of recovery cannot be promised. Say when the next update comes instead");

  private static final String TIME_JA =
      "(?:(?:\\d+|[一二三四五六七八九十数半])\\s*(?:秒|分|時間|日)|\\d{1,2}\\s*[:時]\\s*\\d{0,2}"
          + "|まもなく|間もなく|もうすぐ|すぐに|本日中|今日中|明日|今夜)";
  private static final String TO_COME_JA =
      "(?:(?:復旧|回復|解消|再開|復帰|正常化)(?:いた|致)?(?:する|します|でき|させ|の?予定|の?見込)"
          + "|(?:直|なお)(?:る|り(?:ます|そう)|す|します|せ(?:る|ます))|元に戻(?:る|ります|す|します))";
  private static final Pattern JAPANESE =
      Pattern.compile(
          TIME_JA
              + ".*"
              + TO_COME_JA
              + "|"
              + TIME_JA
              + "\\s*(?:以内|後|で|まで)[^、]*(?:復旧|回復|解消|再開)\\s*$"
              + "|復旧の?(?:見込み?|予定|目標)?(?:時刻)?は(?!.*お知らせ).*"
              + TIME_JA);

  private static final Pattern TIME_EN =
      Finder.anyCase(
          "(?:in|within|by|at|before|after|until)\\s+(?:about |around |the next |less than )*"
              + "(?:\\d+|an?|one|two|three|five|ten|fifteen|twenty|thirty|half|hours?|minutes?|noon|midnight)"
              + "|soon|shortly|momentarily|tonight|today|tomorrow|\\d+ (?:minutes?|hours?)");
  private static final Pattern TO_COME_EN =
      Finder.anyCase(
          "(?:will|'ll|should|shall|expect\\w*|going to|plan\\w*|aim\\w*|hope\\w*|estimat\\w*|eta)"
              + "(?![A-Za-z0-9]).*(?<![A-Za-z0-9])(?:recover\\w*|restor\\w*|fix\\w*|resolv\\w*"
              + "|resum\\w*|repair\\w*|back|normal|working|available)"
              + "|(?:recovery|fix|resolution)(?![A-Za-z0-9]).*(?:expected|planned|estimated|eta)");

  private static final Pattern SENTENCE = Pattern.compile("(?<=[。!?！？])|(?<=[.])\\s+|\\R");

  private RecoveryPromise() {}

  static List<LintFinding> in(Field field, String text) {
    return SENTENCE
        .splitAsStream(text)
        .map(RecoveryPromise::withoutStop)
        .flatMap(sentence -> promised(field, sentence))
        .toList();
  }

  private static String withoutStop(String sentence) {
    return sentence.strip().replaceAll("[。.!?]+$", "");
  }

  private static Stream<LintFinding> promised(Field field, String sentence) {
    boolean promises =
        JAPANESE.matcher(sentence).find()
            || (TIME_EN.matcher(sentence).find()
                && TO_COME_EN.matcher(sentence.toLowerCase(Locale.ROOT)).find());
    return promises
        ? Stream.of(new LintFinding(Rule.RECOVERY_PROMISED, field, sentence, WHY))
        : Stream.empty();
  }
}
