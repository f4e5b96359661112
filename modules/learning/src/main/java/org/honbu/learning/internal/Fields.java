package org.honbu.learning.internal;

import java.util.HashMap;
import java.util.Map;
import org.honbu.kernel.ProblemException;
import org.honbu.learning.Section;

/** What people write here: there, and not longer than its place. */
final class Fields {
  static final int WHAT = 300;
  static final int REASON = 500;

  private Fields() {}

  static String needed(String field, String value, int length) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > length) {
      throw new ProblemException(LearningProblems.FIELD_NEEDED, field, length);
    }
    return text;
  }

  /** Texts of sections, with line ends as they are everywhere. */
  static Map<Section, String> texts(Map<Section, String> written) {
    Map<Section, String> texts = new HashMap<>();
    written.forEach(
        (section, text) -> {
          String plain = text.replace("\r\n", "\n").strip();
          if (plain.length() > Section.LONGEST) {
            throw new ProblemException(
                LearningProblems.FIELD_NEEDED, section.title().both(), Section.LONGEST);
          }
          texts.put(section, plain);
        });
    return texts;
  }
}
