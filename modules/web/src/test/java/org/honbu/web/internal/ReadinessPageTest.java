package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Cover;
import org.honbu.people.DirectoryState;
import org.honbu.people.Gap;
import org.honbu.people.Lack;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Outlook;
import org.honbu.people.PassedOver;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Post;
import org.honbu.people.Readiness;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Role;
import org.honbu.people.Seat;
import org.honbu.people.Stretch;
import org.honbu.people.Team;
import org.honbu.people.Watch;
import org.junit.jupiter.api.Test;

class ReadinessPageTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final Team PAYMENTS =
      new Team(new TeamId("payments"), new Words("決済", "Payments"), Team.Type.PRODUCT);
  private static final Post FIRST = Post.of(PAYMENTS, OnCallLevel.PRIMARY);

  /** Noon in Tokyo on Sunday 29 November. */
  private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

  private static final Stretch WHEN = new Stretch(NOW, NOW.plus(Readiness.AHEAD));

  private final People people =
      (People)
          Proxy.newProxyInstance(
              People.class.getClassLoader(),
              new Class<?>[] {People.class},
              (self, method, arguments) ->
                  switch (method.getName()) {
                    case "find" -> Optional.of(misaki());
                    case "everybody" -> List.of(misaki());
                    case "team" -> Optional.of(PAYMENTS);
                    default -> InvocationHandler.invokeDefault(self, method, arguments);
                  });

  private static Person misaki() {
    return new Person(MISAKI, "佐藤", "美咲", Optional.of("Misaki Sato"));
  }

  @Test
  void nothingMissingIsSaidAloud() {
    ReadinessPage page = page(Locale.JAPANESE, cover(WHEN));

    assertThat(page.getSentence()).isEqualTo("これから 4 週間、誰もいない時間はありません。");
    assertThat(page.isWhole()).isTrue();
    assertThat(page.getHoles()).isEmpty();
    assertThat(page.getStrips()).extracting(ReadinessPage.Strip::note).contains("いつも誰かがいます");
    assertThat(page.getDays()).hasSize(29).first().extracting("number").isEqualTo("11/29");
  }

  @Test
  void theHoursWithoutAnybodyAreDrawnAndNamed() {
    Instant evening = Instant.parse("2026-12-05T09:00:00Z"); // 18:00 in Tokyo
    Stretch gap = new Stretch(evening, evening.plus(Duration.ofHours(9)));

    ReadinessPage page = page(Locale.ENGLISH, cover(WHEN, gap));

    assertThat(page.getSentence())
        .isEqualTo("In the next 4 weeks nobody is there once, for 9 h in all.");
    List<ReadinessPage.Cell> cells = page.getStrips().get(0).cells();
    assertThat(cells.get(0).bars())
        .as("the morning is over")
        .containsExactly(new HeatStrip.Bar(0, 50, "out"));
    assertThat(cells.get(6).bars()).containsExactly(new HeatStrip.Bar(75, 25, "gap"));
    assertThat(cells.get(6).hours()).isEqualTo("6");
    assertThat(cells.get(6).to()).isEqualTo("#gap-0");
    assertThat(cells.get(6).label())
        .isEqualTo("Payments, Level 1 (on call), Sat 5 Dec: nobody for 6 h");
    assertThat(cells.get(7).bars()).containsExactly(new HeatStrip.Bar(0, 12.5, "gap"));
    assertThat(cells.get(28).bars()).containsExactly(new HeatStrip.Bar(50, 50, "out"));

    ReadinessPage.Hole hole = page.getHoles().get(0);
    assertThat(hole.anchor()).isEqualTo("gap-0");
    assertThat(hole.sentence()).isEqualTo("Nobody can answer as Payments, Level 1 (on call)");
    assertThat(hole.when()).isEqualTo("Sat 5 Dec 18:00 to Sun 6 Dec 03:00 (9 h)");
    assertThat(hole.why()).containsExactly("There is no way to reach Misaki Sato");
    assertThat(hole.fix())
        .containsExactly("Register an e-mail address or a telephone for Misaki Sato");
    assertThat(hole.last())
        .extracting(ReadinessPage.Fell::incident)
        .containsExactly("INC-2026-0042");
  }

  @Test
  void fourWeeksWithNobodyAreOneSentence() {
    ReadinessPage page = page(Locale.JAPANESE, cover(WHEN, WHEN));

    assertThat(page.getSentence()).isEqualTo("これから 4 週間に、誰もいない時間が 1 か所、合わせて 28 日あります。");
    assertThat(page.getHoles().get(0).when()).isEqualTo("これから 4 週間ずっと");
    assertThat(page.getHoles().get(0).why()).containsExactly("佐藤 美咲 に届く連絡先がありません");
  }

  /** The day has 25 hours, and a gap of one hour is a twenty-fifth of it. */
  @Test
  void aDayIsAsLongAsClocksMakeIt() {
    Instant midnight = Instant.parse("2026-11-01T04:00:00Z");
    Stretch day = new Stretch(midnight, midnight.plus(Duration.ofHours(25)));
    Stretch last = new Stretch(midnight.plus(Duration.ofHours(24)), day.to());

    HeatStrip strip = new HeatStrip(cover(day, last), day, NEW_YORK);

    assertThat(strip.fields())
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.bars()).containsExactly(new HeatStrip.Bar(96, 4, "gap"));
              assertThat(field.missing()).isEqualTo(Duration.ofHours(1));
            });
  }

  @Test
  void whatElseIsWrongStandsBelowWithTheFix() {
    ReadinessPage page = page(Locale.ENGLISH, cover(WHEN));

    assertThat(page.getDefects())
        .containsExactly(
            new ReadinessPage.Defect(
                "People who hold announcer and can be reached: 0",
                "",
                "Prepare one more person, and give them announcer in Keycloak"));
    assertThat(page.getCommanders()).extracting(Face::name).containsExactly("Misaki Sato");
    assertThat(page.getAnnouncers()).isEmpty();
    assertThat(page.getOld()).startsWith("There is no directory");
  }

  /** Misaki is always there, but for these hours. */
  private static Cover cover(Stretch when, Stretch... gaps) {
    var watches = new ArrayList<Watch>();
    Instant at = when.from();
    for (Stretch gap : gaps) {
      if (at.isBefore(gap.from())) {
        watches.add(new Watch(new Stretch(at, gap.from()), List.of(MISAKI), List.of()));
      }
      Lack lack = Lack.of(Lack.Why.NO_CONTACT, MISAKI);
      watches.add(new Watch(gap, List.of(), List.of(lack)));
      at = gap.to();
    }
    if (at.isBefore(when.to())) {
      watches.add(new Watch(new Stretch(at, when.to()), List.of(MISAKI), List.of()));
    }
    return new Cover(FIRST, watches);
  }

  private ReadinessPage page(Locale reader, Cover cover) {
    var fell =
        new PassedOver(
            PAYMENTS.id(),
            OnCallLevel.PRIMARY,
            Optional.empty(),
            PassedOver.Reason.NOBODY,
            new IncidentId("INC-2026-0042"),
            NOW);
    var outlook =
        new Outlook(
            WHEN,
            List.of(cover),
            List.of(
                new Seat(Role.INCIDENT_COMMANDER, List.of(MISAKI), List.of()),
                new Seat(Role.ANNOUNCER, List.of(), List.of())),
            cover.uncovered().stream()
                .map(watch -> new Gap(FIRST, watch.when(), watch.lacks(), Optional.of(fell)))
                .toList(),
            List.of(new Outlook.Defect(new ReadinessDefect.TooFew(Role.ANNOUNCER, 0), WHEN)),
            List.of(fell),
            new DirectoryState.Blind("down"));
    return new ReadinessPage(
        outlook,
        people,
        new Names(people, reader),
        new Texts(reader, Clock.fixed(NOW, ZoneOffset.UTC), TOKYO),
        TOKYO);
  }
}
