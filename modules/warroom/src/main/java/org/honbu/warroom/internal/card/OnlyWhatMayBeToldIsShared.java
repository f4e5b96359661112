package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Person;

/**
 * What may leave by a link without a login. Asked when a link is made and each time one is opened.
 *
 * <p>This is the one place: a further mark of confidentiality on an incident belongs in here.
 */
@ApplicationScoped
class OnlyWhatMayBeToldIsShared {
  private static final Words DATA =
      new Words(
          "データやセキュリティの疑いがある件は、リンクで共有できません。法務・個人情報担当に相談してください",
          "An incident that may harm data or security is never shared by link. Ask the privacy officer");
  private static final Words PRIVATE =
      new Words(
          "非公開の件は、リンクで共有できません。先に公開に戻してください",
          "A private incident is never shared by link. Open it to everybody first");
  private static final Words ENDED =
      new Words("この件は終わっているので、リンクはつくれません", "This incident has ended; no link is made any more");

  private final People people;

  @Inject
  OnlyWhatMayBeToldIsShared(People people) {
    this.people = people;
  }

  /** Why nothing of it may be shown; empty when it may. */
  static Optional<Words> privately(IncidentView incident) {
    if (incident.isPrivate()) {
      return Optional.of(PRIVATE);
    }
    Impact.DataSecurity data = incident.impact().dataSecurity();
    boolean harmed =
        data == Impact.DataSecurity.SUSPECTED
            || data == Impact.DataSecurity.CONFIRMED
            || incident.largeReasons().contains(LargeReason.L_DATA);
    return harmed ? Optional.of(DATA) : Optional.empty();
  }

  /** Why no new link is made; empty when one is. */
  static Optional<Words> noNewLink(IncidentView incident) {
    boolean over = !incident.state().isOpen() && incident.state() != IncidentState.RESOLVED;
    return privately(incident).or(() -> over ? Optional.of(ENDED) : Optional.empty());
  }

  /** What is wrong, as somebody wrote it; where it is, when they wrote a person's name into it. */
  Words title(IncidentView incident) {
    return people.everybody().stream().anyMatch(one -> isNamed(one, incident.what()))
        ? incident
            .component()
            .map(name -> new Words(name + " の障害", "A problem with " + name))
            .orElse(new Words("障害に対応しています", "A problem is being handled"))
        : Called.written(incident.what());
  }

  private static boolean isNamed(Person person, String text) {
    String without = joined(text);
    return !person.given().isEmpty()
        && (without.contains(joined(person.display(Locale.JAPANESE)))
            || without.contains(joined(person.display(Locale.ENGLISH))));
  }

  private static String joined(String text) {
    return text.replaceAll("[\\s\u3000]", "").toLowerCase(Locale.ROOT);
  }
}
