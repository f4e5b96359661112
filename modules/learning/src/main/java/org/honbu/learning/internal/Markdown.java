package org.honbu.learning.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what people wrote so that CommonMark shows it as they wrote it, and nothing else. */
final class Markdown {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>「」（）。、]+");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+\\-.!|~=&:]");

  private Markdown() {}

  /** One line: no heading, list, link, image or HTML can come of it; addresses stay links. */
  static String line(String text) {
    String one = text.replaceAll("\\s+", " ").strip();
    var out = new StringBuilder();
    Matcher link = LINK.matcher(one);
    int end = 0;
    while (link.find()) {
      out.append(escaped(one.substring(end, link.start())));
      out.append('<').append(link.group()).append('>');
      end = link.end();
    }
    return out.append(escaped(one.substring(end))).toString();
  }

  /** Several lines; each stays a line, and a blank one begins a paragraph. */
  static String block(String text) {
    var out = new StringBuilder();
    boolean goesOn = false;
    for (String each : text.split("\n", -1)) {
      String line = line(each);
      if (goesOn) {
        out.append(line.isEmpty() ? "\n" : "\\\n");
      }
      out.append(line);
      goesOn = !line.isEmpty();
      if (line.isEmpty()) {
        out.append("\n");
      }
    }
    return out.toString().replaceAll("\n{3,}", "\n\n").strip();
  }

  private static String escaped(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(found -> "\\\\" + Matcher.quoteReplacement(found.group()));
  }
}
