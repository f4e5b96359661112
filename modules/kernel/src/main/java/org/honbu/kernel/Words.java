package org.honbu.kernel;

import java.util.Locale;

/**
 * One sentence in both of Honbu's first languages.
 *
 * @param ja Japanese, です・ます
 * @param en English, plain, sentence case
 */
public record Words(String ja, String en) {
  private static final String BETWEEN = " / ";

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
