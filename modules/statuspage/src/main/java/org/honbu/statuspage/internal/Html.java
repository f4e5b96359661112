package org.honbu.statuspage.internal;

import java.util.List;
import org.honbu.kernel.HtmlTemplate;

/**
 * A piece of a page. What is put into its places is escaped, unless it is such a piece itself, so
 * that text others wrote can never become markup.
 */
record Html(String markup) {
  private static final String PLACE = "{}";
  static final Html NOTHING = new Html("");

  /**
   * The piece with these values in its places, in order.
   *
   * @param pattern our own markup, never anybody's words
   */
  static Html of(String pattern, Object... values) {
    var all = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int place = pattern.indexOf(PLACE, from);
      if (place < 0) {
        throw new IllegalArgumentException("more values than places: " + pattern);
      }
      all.append(pattern, from, place).append(shown(value));
      from = place + PLACE.length();
    }
    if (pattern.indexOf(PLACE, from) >= 0) {
      throw new IllegalArgumentException("more places than values: " + pattern);
    }
    return new Html(all.append(pattern.substring(from)).toString());
  }

  static Html all(List<Html> pieces) {
    return new Html(String.join("\n", pieces.stream().map(Html::markup).toList()));
  }

  private static String shown(Object value) {
    return value instanceof Html piece
        ? piece.markup()
        : HtmlTemplate.escape(String.valueOf(value));
  }
}
