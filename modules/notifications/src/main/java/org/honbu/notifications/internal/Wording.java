package org.honbu.notifications.internal;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.honbu.kernel.Words;
import org.honbu.notifications.Page;
import org.honbu.notifications.PrivateLine;

/** What messages say (DESIGN 4 and 10): your turn, impact, what happens if you do not, the link. */
final class Wording {
  /** Stands in a body where the signed link goes; stripped from everything others wrote. */
  static final String LINK = "\uE000";

  /** Shown in the ledger instead of the link, which is a key. */
  static final String NO_LINK = "（署名つきリンク / signed link）";

  /** Above a call that comes a second time. */
  static final Words TAKEN_BACK =
      new Words(
          "先ほどの応答は取り消されました。まだ誰も引き受けていません。\n\n",
          "The answer of a moment ago was taken back. Nobody has it.\n\n");

  private static final int SUBJECT = 50;

  private Wording() {}

  static String subject(Page page, Locale reader) {
    String begin =
        new Words("【SEV{0}】応答してください：", "[SEV{0}] Please answer: ")
            .with(page.matter().severity())
            .in(reader);
    return begin + line(page.matter().title(), SUBJECT - begin.length());
  }

  static String body(Page page, Reader reader, List<String> alsoCalled, ZoneId zone) {
    Locale in = reader.language();
    Page.Matter matter = page.matter();
    String clock = clock(page.call().answerBy(), zone);
    return reader.yourTurn()
        + "\n\n"
        + line(matter.title(), 300)
        + "\n\n"
        + fact(in, "影響", "Impact", matter.impact().orElse(say(in, "確かめています", "Being confirmed")))
        + matter.where().map(where -> fact(in, "対象", "Where", where)).orElse("")
        + fact(in, "番号", "Number", matter.incident() + " SEV" + matter.severity())
        + fact(in, "段", "Level", page.call().level().in(in))
        + "\n"
        + say(in, "応答するには（ログインは要りません）：", "To answer (no login needed):")
        + "\n"
        + LINK
        + "\n\n"
        + whatStops(matter).in(in)
        + "\n"
        + page.call()
            .otherwise()
            .map(
                next ->
                    new Words("{0} までに応答がなければ、{1}へ回ります。", "No answer by {0}: goes to {1}.")
                        .with(clock, next.in(in))
                        .in(in))
            .orElse(say(in, "これが最後の段です。", "This is the last level."))
        + "\n"
        + say(
            in,
            "今は無理なときも、同じページで知らせてください。断っても記録には残りません。",
            "If you cannot now, say so on the same page. Saying no is never counted.")
        + "\n"
        + (alsoCalled.isEmpty()
            ? ""
            : "\n" + fact(in, "同時に", "Also called", String.join(say(in, "、", ", "), alsoCalled)));
  }

  /** At severity 1 commanders are called beside the on-call, whose own ring they do not stop. */
  private static Words whatStops(Page.Matter matter) {
    return matter.severity() == 1
        ? new Words(
            "応答すると、ほかの呼び出しは止まります。ただし当番の呼び出しは、当番が応答するまで続きます。",
            "When you answer, other rings stop; the on-call’s goes on until they answer.")
        : new Words("応答すると、ほかの呼び出しはすぐ止まります。", "When you answer, every other ring stops at once.");
  }

  static String privateSubject(PrivateLine line, Locale reader) {
    String begin =
        new Words("【SEV{0}】あなただけに：", "[SEV{0}] For you alone: ").with(line.severity()).in(reader);
    String first = line.text().in(reader).lines().findFirst().orElse("");
    return begin + line(first, SUBJECT - begin.length());
  }

  static String privateBody(PrivateLine line, Reader reader, URI publicUrl) {
    Locale in = reader.language();
    return lines(line.text().in(in), 4000)
        + "\n\n"
        + fact(in, "番号", "Number", line.about() + " SEV" + line.severity())
        + publicUrl.resolve("/incidents/" + line.about())
        + "\n\n"
        + say(in, "この知らせは、あなただけに届いています。", "Nobody else was sent this.")
        + "\n";
  }

  static String clock(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH).format(at.atZone(zone));
  }

  static String say(Locale reader, String ja, String en) {
    return new Words(ja, en).in(reader);
  }

  /**
   * What others wrote, as one harmless line: no line breaks (they would begin a header), no
   * control, direction or private characters, and not longer than asked.
   */
  static String line(String text, int most) {
    String clean =
        text.codePoints()
            .map(c -> isHarmless(c) ? c : ' ')
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
            .strip()
            .replaceAll(" {2,}", " ");
    return clean.codePointCount(0, clean.length()) <= most
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, Math.max(0, most - 1))) + "…";
  }

  /** As {@link #line}, keeping line breaks. */
  static String lines(String text, int most) {
    String kept =
        text.lines().map(one -> line(one, most)).collect(Collectors.joining("\n")).strip();
    if (kept.length() <= most) {
      return kept;
    }
    boolean halves = Character.isHighSurrogate(kept.charAt(most - 2));
    return kept.substring(0, halves ? most - 2 : most - 1) + "…";
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String fact(Locale reader, String ja, String en, String value) {
    return say(reader, ja + "　", en + ": ") + line(value, 500) + "\n";
  }

  /**
   * Who reads a message.
   *
   * @param name as said in a sentence: 佐藤さん, Misaki
   */
  record Reader(Locale language, String name) {
    String yourTurn() {
      return say(language, name + "、あなたの番です。", name + ", it is your turn.");
    }
  }
}
