package org.honbu.notifications.internal;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.honbu.kernel.HtmlTemplate;

/** The text of a mail once more, with one coloured edge and one button (DESIGN 10). */
final class MailHtml {
  /** {@code --sev1} … {@code --sev5} of the design's tokens, light. */
  private static final String[] EDGES = {"#8E0B3A", "#C4420C", "#F0B400", "#BFD9F5", "#E6E8E4"};

  private final HtmlTemplate frame = HtmlTemplate.beside(MailHtml.class, "mail.html");

  /**
   * @param button what the button says; empty for none, and the link stays in the text
   */
  String of(Channel.Letter letter, String button) {
    String link = button.isEmpty() ? "" : letter.answer().map(URI::toString).orElse("");
    String before = letter.text();
    String after = "";
    int at = link.isEmpty() ? -1 : before.indexOf(link);
    if (at >= 0) {
      after = before.substring(at + link.length());
      before = before.substring(0, at);
    }
    String page =
        frame.fill(
            Map.of(
                "subject",
                letter.subject(),
                "edge",
                EDGES[Math.min(5, Math.max(1, letter.severity())) - 1],
                "before",
                before.strip(),
                "link",
                at >= 0 ? link : "",
                "button",
                button,
                "after",
                after.strip()));
    return page.lines().collect(Collectors.joining("\r\n"));
  }
}
