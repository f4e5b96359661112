package org.honbu.context.internal;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.honbu.kernel.Words;

/**
 * How much two titles say the same.
 *
 * <p>Japanese writes no spaces, so it is compared by pairs of characters; pairs of hiragana alone
 * are grammar and count nothing. Other scripts are compared by words, without the commonest. Titles
 * in both languages are compared half by half, and the better half counts.
 */
final class TitleWords {
  private static final Pattern RUN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]+"
              + "|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]{2,}");

  private static final Set<String> COMMON =
      Set.of(
          "the", "is", "are", "of", "to", "in", "on", "at", "and", "or", "for", "not", "no", "does",
          "do", "has", "have", "been", "it", "its", "with", "by", "an");

  private TitleWords() {}

  /** 0 for nothing in common, 1 for the same words. */
  static double overlap(String one, String other) {
    Words here = Words.written(one);
    Words there = Words.written(other);
    return Math.max(
        dice(tokens(here.ja()), tokens(there.ja())), dice(tokens(here.en()), tokens(there.en())));
  }

  private static double dice(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    long common = one.stream().filter(other::contains).count();
    return 2.0 * common / (one.size() + other.size());
  }

  static Set<String> tokens(String text) {
    Set<String> tokens = new HashSet<>();
    String even = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    RUN.matcher(even).results().map(MatchResult::group).forEach(run -> add(run, tokens));
    return tokens;
  }

  private static void add(String run, Set<String> tokens) {
    if (!isJapanese(run.codePointAt(0))) {
      if (!COMMON.contains(run)) {
        tokens.add(run);
      }
      return;
    }
    int[] characters = run.codePoints().toArray();
    for (int i = 0; i + 1 < characters.length; i++) {
      if (!isHiragana(characters[i]) || !isHiragana(characters[i + 1])) {
        tokens.add(new String(characters, i, 2));
      }
    }
  }

  private static boolean isJapanese(int character) {
    Character.UnicodeScript script = Character.UnicodeScript.of(character);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || character == 'ー';
  }

  private static boolean isHiragana(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HIRAGANA;
  }
}
