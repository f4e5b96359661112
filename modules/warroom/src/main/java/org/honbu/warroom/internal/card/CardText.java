package org.honbu.warroom.internal.card;

import java.util.Locale;
import java.util.stream.Collectors;
import org.honbu.kernel.Kind;
import org.honbu.warroom.CatchUpCard;

/**
 * The card as text to paste into a chat: Markdown that reads as well where nobody draws it. It is
 * for everybody, so nothing in it is the reader's own.
 */
final class CardText {
  private CardText() {}

  static String of(CatchUpCard card, Locale reader, String madeAt) {
    boolean japanese = "ja".equals(reader.getLanguage());
    String drill = card.incident().kind() == Kind.DRILL ? (japanese ? "【訓練】" : "[DRILL] ") : "";
    String heading =
        drill
            + (japanese ? "追いつく：" : "Catch up: ")
            + card.incident().id()
            + " ("
            + madeAt
            + ")\n\n";
    return card.lines().stream()
        .map(
            line ->
                "- "
                    + drill
                    + line.about().label().in(reader)
                    + (japanese ? "：" : ": ")
                    + line.text().in(reader)
                    + "\n")
        .collect(Collectors.joining("", heading, ""));
  }
}
