package org.honbu.kernel;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence in both of Honbu's first languages.
 *
 * @param ja Japanese, です・ます
 * @param en English, plain, sentence case
 */
public record Words(String ja, String en) {
  private static final String BETWEEN = " / ";
  private static final String JAPANESE = "\\u3040-\\u30ff\\u4e00-\\u9fff";
  private static final Pattern WRITTEN_IN_BOTH =
      Pattern.compile("(.*[" + JAPANESE + "].*?)" + BETWEEN + "([^" + JAPANESE + "]+)");

  /** The sentence for a reader: Japanese for {@code ja}, English for everybody else. */
  public String in(Locale reader) {
    return "ja".equals(reader.getLanguage()) ? ja : en;
  }

  /**
   * Both sentences on one line, for places that cannot know their reader (Tasklist, logs, text
   * files).
   */
  public String both() {
    return ja + BETWEEN + en;
  }

  /** What somebody wrote: 「日本語 / English」 is each reader's half, anything else is everybody's. */
  public static Words written(String text) {
    Matcher both = WRITTEN_IN_BOTH.matcher(text);
    return both.matches() ? new Words(both.group(1), both.group(2)) : new Words(text, text);
  }

  /**
   * Reads what {@link #both()} wrote, as labels of diagrams and tables are; a text in one language
   * only serves for both.
   */
  public static Words ofBoth(String text) {
    int between = text.indexOf(BETWEEN);
    return between < 0
        ? new Words(text, text)
        : new Words(text.substring(0, between), text.substring(between + BETWEEN.length()));
  }

  /**
   * Puts values into {@code {0}}-style places of both sentences; of words, each sentence gets those
   * in its own language.
   */
  public Words with(Object... values) {
    String japanese = ja;
    String english = en;
    for (int i = 0; i < values.length; i++) {
      String place = "{" + i + "}";
      Words value =
          values[i] instanceof Words words
              ? words
              : new Words(String.valueOf(values[i]), String.valueOf(values[i]));
      japanese = japanese.replace(place, value.ja);
      english = english.replace(place, value.en);
    }
    return new Words(japanese, english);
  }
}
