package org.honbu.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML file with places to fill, for pages that must appear when the views cannot: behind signed
 * links, in mail. Every value is escaped; there is no way to put one in unescaped.
 *
 * <p>{@code {{name}}} is a value; {@code {{#name}}…{{/name}}} stays only when the value is there
 * and not empty, {@code {{^name}}…{{/name}}} only when it is not.
 */
public final class HtmlTemplate {
  private static final Pattern SECTION =
      Pattern.compile("\\{\\{([#^])(\\w+)}}((?:(?!\\{\\{[#^/]).)*?)\\{\\{/\\2}}", Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String text;

  private HtmlTemplate(String text) {
    this.text = text;
  }

  /** Reads a file that lies beside the class. */
  public static HtmlTemplate beside(Class<?> neighbour, String file) {
    return new HtmlTemplate(resource(neighbour, file));
  }

  /** The text of a file that lies beside the class. */
  public static String resource(Class<?> neighbour, String file) {
    try (InputStream in = neighbour.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The page.
   *
   * @throws IllegalStateException when the file asks for a value that is not among these
   */
  public String fill(Map<String, String> values) {
    String kept = text;
    for (Matcher m = SECTION.matcher(kept); m.find(); m = SECTION.matcher(kept)) {
      boolean there = !values.getOrDefault(m.group(2), "").isEmpty();
      String inner = there == m.group(1).equals("#") ? m.group(3) : "";
      kept = kept.substring(0, m.start()) + inner + kept.substring(m.end());
    }
    return PLACE
        .matcher(kept)
        .replaceAll(m -> Matcher.quoteReplacement(escape(known(values, m.group(1)))));
  }

  private static String known(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("the template asks for " + name + ", which nobody gave");
    }
    return value;
  }

  /** Safe between tags and inside quoted attributes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
