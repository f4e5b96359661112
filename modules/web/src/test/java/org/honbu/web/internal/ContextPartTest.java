package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.context.Change;
import org.honbu.context.ChangeKind;
import org.honbu.context.ContextPack;
import org.honbu.context.ContextPack.OnCall;
import org.honbu.context.ContextPack.RecentChange;
import org.honbu.context.ContextPack.SimilarIncident;
import org.honbu.context.ContextPack.Term;
import org.honbu.context.Likeness;
import org.honbu.context.Missing;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.ContactPoint;
import org.honbu.people.ContactPoint.Channel;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.junit.jupiter.api.Test;

class ContextPartTest {
  private static final Instant NOW = Instant.parse("2026-11-23T18:40:00Z");
  private static final PersonId MISAKI = new PersonId("misaki");

  @Test
  void closedItStillSaysWhoseItIsAndWhoIsOnCall() {
    assertThat(part(true, false).getGist()).isEqualTo("payment-api・payments・Misaki Sato");
  }

  @Test
  void itStandsOpenBeforeARoomAndForWhoeverCommandsForTheFirstTime() {
    assertThat(part(false, false).isUnfolded()).isTrue();
    assertThat(part(true, false).isUnfolded()).isFalse();
    assertThat(part(true, true).isUnfolded()).isTrue();
    assertThat(part(true, true).isFirstTime()).isTrue();
  }

  @Test
  void whoIsOnCallIsOneTapAway() {
    assertThat(part(true, false).getOnCall())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.level()).isEqualTo("on call");
              assertThat(call.ways())
                  .extracting(ContextPart.Reach::to)
                  .containsExactly("tel:+819012345678", "mailto:misaki@honbu.example");
            });
  }

  @Test
  void onlyAddressesOfTheWebAreLinks() {
    ContextPart part = part(true, false);

    assertThat(part.getLink()).isEmpty();
    assertThat(part.getChanges()).singleElement().matches(change -> change.url().isEmpty());
  }

  @Test
  void everyTermOfAlikenessIsShownWithWhatHelped() {
    ContextPart.Alike alike = part(true, false).getSimilar().get(0);

    assertThat(alike.points()).isEqualTo(52);
    assertThat(alike.why()).containsExactly("Same component 40 of 40", "Similar title 12 of 15");
    assertThat(alike.remedy()).isEqualTo("Misaki Sato: the impact has stopped");
    assertThat(alike.cause()).isEmpty();
  }

  @Test
  void whatIsMissingIsSaidOnceWhereItIsMended() {
    ContextPart part = part(true, false);

    assertThat(part.isRunbookMissing()).isTrue();
    assertThat(part.getGaps()).containsExactly(Missing.DEPENDENCIES.words().en());
    assertThat(part.getNoChanges()).isEmpty();
  }

  @Test
  void theCardHasElevenLinesInBothLanguages() {
    assertThat(part(true, true).getCard())
        .hasSize(11)
        .doesNotHaveDuplicates()
        .first()
        .asString()
        .contains("Misaki Sato here. I am commander.");
    assertThat(part(Locale.JAPANESE, true, true).getCard())
        .hasSize(11)
        .allMatch(line -> line.codePoints().anyMatch(c -> c > 0x3000));
  }

  private static ContextPart part(boolean room, boolean firstTime) {
    return part(Locale.ENGLISH, room, firstTime);
  }

  private static ContextPart part(Locale reader, boolean room, boolean firstTime) {
    return new ContextPart(
        room,
        true,
        pack(),
        firstTime,
        MISAKI,
        new Names(people(), reader),
        new Texts(reader, Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Tokyo")));
  }

  private static ContextPack pack() {
    IncidentId past = new IncidentId("INC-2026-0001");
    return new ContextPack(
        new IncidentId("INC-2026-0009"),
        Optional.of("payment-api"),
        new TeamId("payments"),
        List.of(
            new OnCall(
                MISAKI,
                OnCallLevel.PRIMARY,
                List.of(
                    new ContactPoint(Channel.PHONE, "+819012345678"),
                    new ContactPoint(Channel.EMAIL, "misaki@honbu.example")))),
        Optional.empty(),
        Optional.empty(),
        Optional.of("javascript:alert(1)"),
        List.of(),
        List.of(),
        List.of(
            new RecentChange(
                new Change(
                    "ci",
                    "payment-api",
                    ChangeKind.DEPLOY,
                    NOW,
                    "deploy-bot",
                    "v2",
                    Optional.of("javascript:alert(1)"),
                    Optional.empty()),
                true,
                true)),
        List.of(
            new SimilarIncident(
                past,
                "決済が止まりました / Payments stopped",
                NOW,
                List.of(new Term(Likeness.COMPONENT, 40), new Term(Likeness.WORDING, 12)),
                Optional.empty(),
                Optional.of(
                    new TimelineEntry(
                        past,
                        NOW,
                        Actor.person(MISAKI),
                        "mitigated",
                        new Words("misaki さん：影響は止まりました", "misaki: the impact has stopped"),
                        Kind.REAL)))),
        List.of(Missing.RUNBOOK, Missing.DEPENDENCIES));
  }

  private static People people() {
    return (People)
        Proxy.newProxyInstance(
            People.class.getClassLoader(),
            new Class<?>[] {People.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "find" ->
                      Optional.of(new Person(MISAKI, "佐藤", "美咲", Optional.of("Misaki Sato")));
                  case "name" -> "Misaki Sato";
                  case "team" -> Optional.empty();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
