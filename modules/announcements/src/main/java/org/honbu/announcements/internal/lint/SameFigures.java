package org.honbu.announcements.internal.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.LintFinding.Field;
import org.honbu.announcements.LintFinding.Rule;
import org.honbu.kernel.Words;

/** Both languages give the same numbers and times. */
final class SameFigures {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2}):(\\d{2})(?!\\d)|(?<!\\d)(\\d{1,2})時(?!間)(?:(\\d{1,2})分)?");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  /** Another way to tell the time or the day: too many ways to compare. */
  private static final Pattern BEYOND =
      Pattern.compile(
          "午前|午後|正午|万|億|月|\\b(?:a\\.?m|p\\.?m|noon|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> SPELT =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private SameFigures() {}

  static Optional<LintFinding> compare(String japanese, String english) {
    if (BEYOND.matcher(japanese).find() || BEYOND.matcher(english).find()) {
      return Optional.empty();
    }
    Set<String> left = figures(japanese);
    Set<String> right = figures(english);
    Set<String> onlyJapanese = new TreeSet<>(left);
    onlyJapanese.removeAll(right);
    onlyJapanese.removeIf(figure -> isSpelt(figure, english));
    Set<String> onlyEnglish = new TreeSet<>(right);
    onlyEnglish.removeAll(left);
    return onlyJapanese.isEmpty() && onlyEnglish.isEmpty()
        ? Optional.empty()
        : Optional.of(differ(onlyJapanese, onlyEnglish));
  }

  private static LintFinding differ(Set<String> onlyJapanese, Set<String> onlyEnglish) {
    Set<String> all = new TreeSet<>(onlyJapanese);
    all.addAll(onlyEnglish);
    return new LintFinding(
        Rule.NUMBERS_DIFFER,
        Field.TEXT_EN,
        String.join(" ", all),
        new Words("日本語と英語で数字や時刻が違います。合わせてください", "Japanese and English give different figures"));
  }

  private static Set<String> figures(String text) {
    Set<String> all = new TreeSet<>();
    Matcher clocks = CLOCK.matcher(text);
    String rest =
        clocks.replaceAll(
            time -> {
              all.add(clock(time));
              return " ";
            });
    NUMBER
        .matcher(rest)
        .results()
        .map(MatchResult::group)
        .map(number -> number.replace(",", ""))
        .forEach(all::add);
    return all;
  }

  private static String clock(MatchResult time) {
    boolean colon = time.group(1) != null;
    String hour = colon ? time.group(1) : time.group(3);
    String minute = colon ? time.group(2) : time.group(4);
    return String.format(
        Locale.ROOT,
        "%02d:%02d",
        Integer.parseInt(hour),
        minute == null ? 0 : Integer.parseInt(minute));
  }

  private static boolean isSpelt(String figure, String english) {
    return figure.matches("\\d|10")
        && Finder.anyCase(SPELT.get(Integer.parseInt(figure))).matcher(english).find();
  }
}
