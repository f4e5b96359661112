package org.honbu.learning.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.kernel.Words;
import org.honbu.learning.Finding;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Section;
import org.honbu.people.Person;

/**
 * Looks for blame in a review (TP-L2): people's names as a factor, words that judge, and the one
 * root cause that ends the questions. It reads, it never rewrites; each finding proposes kinder
 * words.
 */
final class BlamelessLint {
  private static final int LONGEST_EXCERPT = 60;

  /** Words that judge, wherever they stand. */
  private static final List<Judging> JUDGING =
      List.of(
          new Judging(
              "ヒューマン\\s*エラー|人為(的な)?ミス|(?i:\\bhuman[ -]error)",
              new Words(
                  "「人の間違い」で止まると、次も同じ人が間違えます", "“Human error” ends the questions before the system"),
              new Words(
                  "「その操作が正しく見えたのは、画面に何が出ていたから？」のように、状況を書く",
                  "Write what the screen, the runbook or the clock said that made it look right")),
          new Judging(
              "不注意|注意不足|うっかり|怠慢|(?i:\\bcareless(ly|ness)?\\b|\\bnegligen(t|ce)\\b)",
              new Words("気をつけて防げるなら、もう防げています", "Being careful is not a safeguard"),
              new Words(
                  "「間違えても気づけるしくみがなかった」のように、足りなかったしくみを書く",
                  "Write which check was missing that would have caught it")),
          new Judging(
              "すべきだった|するべきだった|べきでした|べきだった"
                  + "|(?i:\\bshould(n['’]t| not)? have\\b|\\bought to have\\b)",
              new Words(
                  "結果を知ってからの「べき」は、そのときには見えませんでした", "Hindsight: nobody could see that at the time"),
              new Words(
                  "「そのとき分かっていたことは〜」と、当時の見え方を書く",
                  "Write what was known at the time, and what would have shown the rest")),
          new Judging(
              "根本原因|(?i:\\broot cause\\b)",
              new Words(
                  "一つの根本原因に決めると、ほかの要因が残ります", "One root cause leaves the other factors in place"),
              new Words("「寄与要因」として二つ以上書く", "Say “contributing factors”, and write two or more")));

  private static final Words NAMED =
      new Words(
          "要因は人ではありません。名前は報告をためらわせます", "A person is never a factor; names make people fall silent");

  private static final Words ROLE =
      new Words(
          "名前の代わりに、役割と状況を書く（「当番は画面 A しか見られなかった」）",
          "Write the role and the circumstances (“on-call could only see screen A”)");

  private final Map<Pattern, Words> names = new LinkedHashMap<>();

  /**
   * @param directory everybody whose name must not stand in a factor
   */
  BlamelessLint(Collection<Person> directory) {
    directory.forEach(
        person -> namesOf(person).forEach(name -> names.put(Pattern.compile(name), ROLE)));
  }

  /** What reads as blame, in the order of the document; each excerpt of a section once. */
  List<Finding> findings(Postmortem.Form form, Map<Section, String> texts) {
    return Section.of(form).stream()
        .flatMap(section -> findings(section, texts.getOrDefault(section, "")))
        .distinct()
        .toList();
  }

  private Stream<Finding> findings(Section section, String text) {
    List<Finding> found = new ArrayList<>();
    if (section == Section.FACTORS) {
      names.forEach((name, kinder) -> find(name, text, section, NAMED, kinder, found));
    }
    JUDGING.forEach(
        words -> find(words.pattern(), text, section, words.why(), words.kinder(), found));
    return found.stream();
  }

  private static void find(
      Pattern words, String text, Section section, Words why, Words kinder, List<Finding> found) {
    Matcher matcher = words.matcher(text);
    while (matcher.find()) {
      String excerpt = matcher.group();
      found.add(
          new Finding(
              section,
              excerpt.length() <= LONGEST_EXCERPT ? excerpt : excerpt.substring(0, LONGEST_EXCERPT),
              why,
              kinder));
    }
  }

  /**
   * How the person may be written: the whole name in either order, with or without a space; the
   * family name; Western names as words; the login name where no system is called so.
   */
  private static Stream<String> namesOf(Person person) {
    String ja = person.display(Locale.JAPANESE);
    String en = person.display(Locale.ENGLISH);
    Stream<String> western =
        Stream.concat(Stream.of(en), Arrays.stream(en.split(" ", -1)))
            .filter(name -> name.length() > 1)
            .filter(BlamelessLint::isWestern)
            .map(name -> word(Pattern.quote(name)));
    Stream<String> japanese = isWestern(ja) ? Stream.empty() : japanese(person);
    String login = "(?<![\\w@./-])@?" + Pattern.quote(person.id().value()) + "(?![\\w./-])";
    return Stream.of(western, japanese, Stream.of(login)).flatMap(all -> all);
  }

  private static Stream<String> japanese(Person person) {
    String family = Pattern.quote(person.family());
    String whole = family + "[ 　]*" + Pattern.quote(person.given()) + "(さん|氏|君|様)?";
    // One character alone is a word of its own too often: 森, 林, 原.
    String alone = person.family().length() > 1 ? "(さん|氏|君|様)?" : "(さん|氏|君|様)";
    return person.given().isEmpty() ? Stream.of(family + alone) : Stream.of(whole, family + alone);
  }

  private static boolean isWestern(String name) {
    return name.chars().allMatch(letter -> letter < 0x2000);
  }

  private static String word(String name) {
    return "(?<![\\p{L}\\d@./-])" + name + "(?![\\p{L}\\d/-])";
  }

  /** All findings on one line each. */
  static Words lines(List<Finding> findings) {
    List<Words> lines = findings.stream().map(Finding::line).toList();
    return new Words(
        lines.stream().map(Words::ja).collect(Collectors.joining("。 ")),
        lines.stream().map(Words::en).collect(Collectors.joining(". ")));
  }

  private record Judging(Pattern pattern, Words why, Words kinder) {
    Judging(String words, Words why, Words kinder) {
      this(Pattern.compile(words), why, kinder);
    }
  }
}
