package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/** What can be asked for by {@code /honbu …}, in both languages. */
@ApplicationScoped
class Commands {
  private static final List<String> HELP = List.of("", "help", "ヘルプ", "?", "？");
  private static final Words NO_ROLE =
      new Words("Honbu を使うための役割がありません", "You have no role in Honbu yet");
  private static final Words UNKNOWN =
      new Words("「{0}」は分かりません。できることは次のとおりです。\n{1}", "“{0}” is unknown. What can be done:\n{1}");
  private static final Words WHERE =
      new Words(
          "障害の番号は、部屋のチャンネルの中と、開いている障害が一つだけのときは省けます",
          "Leave the incident’s number out in its own channel, or while only one is open");

  private final IncidentActs incidentActs;
  private final RoomActs roomActs;
  private final People people;

  @Inject
  Commands(IncidentActs incidentActs, RoomActs roomActs, People people) {
    this.incidentActs = incidentActs;
    this.roomActs = roomActs;
    this.people = people;
  }

  /**
   * Does what somebody asks for, in their name and with their roles. Joins the caller's
   * transaction.
   *
   * @return what they are to hear
   * @throws org.honbu.kernel.ProblemException when it cannot be read or may not be; nothing was
   *     done
   */
  Words perform(Asked asked) {
    if (!people.hasRole(asked.by(), Role.EMPLOYEE)) {
      throw SlackProblems.refused(NO_ROLE);
    }
    String[] parts = asked.words().strip().split("[\\s\\u3000]+", 2);
    String name = parts[0].toLowerCase(Locale.ROOT);
    String rest = parts.length > 1 ? parts[1].strip() : "";
    if (HELP.contains(name)) {
      return help();
    }
    Optional<Act> act = acts().filter(one -> one.names().contains(name)).findFirst();
    return act.map(found -> found.deed().apply(asked, rest))
        .orElseThrow(() -> SlackProblems.misread(UNKNOWN.with(parts[0], help())));
  }

  private Words help() {
    List<Words> forms = acts().map(Act::form).toList();
    return new Words(
        String.join("\n", forms.stream().map(form -> "• " + form.ja()).toList())
            + "\n"
            + WHERE.ja(),
        String.join("\n", forms.stream().map(form -> "• " + form.en()).toList())
            + "\n"
            + WHERE.en());
  }

  private Stream<Act> acts() {
    return Stream.concat(incidentActs.acts().stream(), roomActs.acts().stream());
  }
}
