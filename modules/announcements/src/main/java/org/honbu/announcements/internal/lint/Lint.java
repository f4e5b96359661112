package org.honbu.announcements.internal.lint;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.LintFinding.Field;
import org.honbu.announcements.LintFinding.Rule;
import org.honbu.kernel.Words;
import org.honbu.people.Person;

/**
 * Finds what a message to users should not say: a promised time of recovery, internal names, blame,
 * “all has stopped” where it has not, two languages that give different numbers (TP-L).
 *
 * <p>It reads words and decides nothing: it may be wrong, which is why a commander can let a text
 * through.
 */
public final class Lint {
  /** Longer than this nobody reads on a phone; English needs twice the letters. */
  public static final int LONGEST_JAPANESE = 400;

  public static final int LONGEST_ENGLISH = 800;

  private static final DateTimeFormatter JST =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

  private Lint() {}

  /**
   * What is known beside the text.
   *
   * @param insiders everybody of the organisation, none of whom is named to users
   * @param down whether the service really does not work at all
   */
  public record Known(Collection<Person> insiders, boolean down) {}

  /**
   * Everything that stands against the draft, in the order of its fields; empty when it is fine.
   */
  public static List<LintFinding> read(Draft draft, Known known) {
    String japanese = plain(draft.text().ja());
    String english = plain(draft.text().en());
    boolean translated = !japanese.equals(english);
    List<LintFinding> all = new ArrayList<>();
    all.addAll(ofText(Field.TEXT_JA, japanese, LONGEST_JAPANESE, draft, known));
    if (translated) {
      all.addAll(ofText(Field.TEXT_EN, english, LONGEST_ENGLISH, draft, known));
      SameFigures.compare(japanese, english).ifPresent(all::add);
    }
    missingTime(draft).forEach(all::add);
    return List.copyOf(all);
  }

  private static List<LintFinding> ofText(
      Field field, String text, int longest, Draft draft, Known known) {
    return Stream.of(
            RecoveryPromise.in(field, text),
            InternalNames.in(field, text, known.insiders()),
            Wording.in(field, text, known.down()),
            NextTime.in(field, text, draft.next().map(Lint::clock)),
            tooLong(field, text, longest))
        .flatMap(List::stream)
        .toList();
  }

  private static List<LintFinding> tooLong(Field field, String text, int longest) {
    return text.length() <= longest
        ? List.of()
        : List.of(
            new LintFinding(
                Rule.TOO_LONG,
                field,
                "",
                new Words("{0} 字までにしてください（いま {1} 字）", "At most {0} characters, not {1}")
                    .with(longest, text.length())));
  }

  private static Stream<LintFinding> missingTime(Draft draft) {
    return draft.phase().closes() || draft.next().isPresent()
        ? Stream.empty()
        : Stream.of(
            new LintFinding(
                Rule.NO_NEXT_TIME,
                Field.NEXT,
                "",
                new Words("次にいつお知らせするかを入れてください", "Say when users hear from us again")));
  }

  private static String clock(Instant next) {
    return JST.format(next);
  }

  /** Full-width digits and letters as everybody's. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
