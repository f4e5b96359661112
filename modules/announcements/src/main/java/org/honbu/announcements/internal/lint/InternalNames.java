package org.honbu.announcements.internal.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.LintFinding.Field;
import org.honbu.announcements.LintFinding.Rule;
import org.honbu.kernel.Words;
import org.honbu.people.Person;

/** Names that mean something inside only: machines, addresses, tickets, and the people at work. */
final class InternalNames {
  private static final Words MACHINE =
      new Words(
          "社内の機器名やアドレスです。利用者に見える機能の名前で書いてください",
          "A machine or address of ours. Name the feature that users see");
  private static final Words TICKET =
      new Words("社内の番号です。消してください", "A number of our own. Leave it out");
  private static final Words PERSON =
      new Words("社内の人の名前です。「担当者」などに替えてください", "One of our people. Say “we” instead");

  private static final List<Pattern> MACHINES =
      List.of(
          Finder.word("(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d+)?"),
          Finder.word("(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}"),
          Finder.anyCase(
              "(?:[a-z0-9-]+\\.)+(?:internal|local|localdomain|lan|corp|intra|svc|cluster)"
                  + "(?:\\.[a-z0-9-]+)*|localhost(?::\\d+)?"),
          Finder.word("[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\\d{1,3}"),
          Finder.word("(?:db|web|app|api|srv|host|node|prod|stg|bastion|kafka|redis)\\d{1,3}"));

  /** Not tickets: names of standards look the same. */
  private static final Pattern TICKETS =
      Finder.word(
          "(?!(?:UTF|ISO|IEC|SHA|RFC|TLS|SSL|HTTP|JIS|MD|COVID)-)[A-Z][A-Z0-9]{1,9}-\\d+(?:-\\d+)?"
              + "|#\\d{3,}");

  private InternalNames() {}

  static List<LintFinding> in(Field field, String text, Collection<Person> insiders) {
    List<LintFinding> all = new ArrayList<>();
    MACHINES.forEach(
        machine ->
            Finder.all(machine, Rule.INTERNAL_NAME, field, text, MACHINE).stream()
                .filter(found -> all.stream().noneMatch(f -> f.found().contains(found.found())))
                .forEach(all::add));
    all.addAll(Finder.all(TICKETS, Rule.INTERNAL_NAME, field, text, TICKET));
    insiders.stream()
        .flatMap(InternalNames::namesOf)
        .distinct()
        .map(name -> Finder.all(name, Rule.INTERNAL_NAME, field, text, PERSON))
        .forEach(all::addAll);
    return all;
  }

  /**
   * How a person may be written: both names, the family name with an honorific, or the login as
   * chats mention it. A family name alone may be a place or a company.
   */
  private static Stream<Pattern> namesOf(Person person) {
    String family = Pattern.quote(person.family());
    String given = Pattern.quote(person.given());
    Stream<String> own =
        person.given().isEmpty()
            ? Stream.empty()
            : Stream.of(family + "[ \u3000]?" + given, given + " " + family);
    return Stream.of(
            own,
            Stream.of(family + "(?: |\u3000)?(?:さん|さま|様|氏|くん|君)"),
            person.english().map(Pattern::quote).stream(),
            Stream.of("@" + Pattern.quote(person.id().value().toLowerCase(Locale.ROOT))))
        .flatMap(names -> names)
        .map(Finder::anyCase);
  }
}
