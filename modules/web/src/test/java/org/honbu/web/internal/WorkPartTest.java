package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Standing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.Member;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;
import org.honbu.warroom.WorkKind;
import org.junit.jupiter.api.Test;

/** What a page shows of work: to whom which of it, with which clock. */
class WorkPartTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:41:00Z");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId RIKU = new PersonId("riku");
  private static final PersonId KEN = new PersonId("ken");

  private final List<Assignment> work = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private Optional<VolunteerCall> call = Optional.empty();

  @Test
  void whoseTimeIsUpStandsFirstAndEachHasItsClock() {
    work.add(piece(1, State.ACCEPTED, RIKU, NOW, NOW.plusSeconds(204)));
    work.add(piece(2, State.ACCEPTED, KEN, NOW, NOW.minusSeconds(72)));
    work.add(piece(3, State.PROPOSED, KEN, NOW.minusSeconds(48), null));
    work.add(piece(4, State.PROPOSED, KEN, NOW.minusSeconds(180), null));
    work.add(piece(5, State.DONE, RIKU, NOW, NOW));
    WorkPart part = as(AOI);

    assertThat(part.getOpen())
        .extracting(WorkPart.Piece::number)
        .containsExactly(2, 4, 3, 1)
        .doesNotContain(5);
    assertThat(part.getOpen())
        .extracting(WorkPart.Piece::style)
        .containsExactly("over", "wait", "wait", "");
    assertThat(part.getOpen())
        .extracting(WorkPart.Piece::silent)
        .containsExactly(false, true, false, false);
    assertThat(part.getOpen().get(3).percent()).isEqualTo(30);
    assertThat(part.getOpen().get(2).percent()).isEqualTo(60);
    assertThat(part.getOverdue()).isEqualTo(1);
    assertThat(part.isYourRoom()).isTrue();
    assertThat(part.isKeepsTime()).isTrue();
  }

  @Test
  void theOwnerSeesWhatTheyAreAskedAndWhatTheyDo() {
    work.add(piece(1, State.ACCEPTED, RIKU, NOW, NOW.plusSeconds(204)));
    work.add(piece(2, State.PROPOSED, RIKU, NOW, null));

    assertThat(as(RIKU).getYours()).extracting(WorkPart.Piece::number).containsExactly(1);
    assertThat(as(RIKU).getAsked()).extracting(WorkPart.Piece::number).containsExactly(2);
    assertThat(as(KEN).getYours()).isEmpty();
    assertThat(as(KEN).isKeepsTime()).isFalse();
  }

  @Test
  void freePeopleAreProposedFirstAndWhoConcentratesLast() {
    members.add(new Member(RIKU, Stance.FREE, "", NOW));
    members.add(new Member(KEN, Stance.FREE, "", NOW));
    members.add(new Member(new PersonId("emma"), Stance.OBSERVE, "", NOW));
    work.add(piece(1, State.ACCEPTED, RIKU, NOW, NOW.plusSeconds(204)));

    assertThat(as(AOI).getOwners())
        .extracting(WorkPart.Choice::label)
        .containsExactly("ken (free)", "aoi", "riku (concentrating)");
  }

  @Test
  void aCallAsksEverybodyAndIsPickedFromByTheCommander() {
    call =
        Optional.of(
            new VolunteerCall(
                new java.util.UUID(0, 1),
                1,
                WorkKind.WATCH,
                "見張る / Keep watch",
                Optional.empty(),
                Duration.ofMinutes(10),
                AOI,
                NOW,
                VolunteerCall.State.ASKING,
                Optional.empty(),
                List.of(KEN)));

    assertThat(as(AOI).isYourCall()).isTrue();
    assertThat(as(AOI).getFree()).extracting(Face::id).containsExactly("ken");
    assertThat(as(RIKU).isYourCall()).isFalse();
    assertThat(as(RIKU).isSaidFree()).isFalse();
    assertThat(as(KEN).isSaidFree()).isTrue();
    assertThat(as(KEN).getHandsFor()).isEqualTo("Keep watch");
  }

  private WorkPart as(PersonId reader) {
    People people =
        answering(
            People.class,
            Map.of(
                "find", Optional.empty(),
                "withRole", List.of(Person.unknown(RIKU), Person.unknown(AOI))));
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new WorkPart(
        OfferTest.room(Standing.HELD, AOI),
        incident -> work,
        answering(VolunteerCalls.class, Map.of("open", call)),
        answering(Roster.class, Map.of("present", members)),
        people,
        reader,
        new Names(people, Locale.ENGLISH),
        new Texts(Locale.ENGLISH, clock, ZoneOffset.UTC),
        NOW);
  }

  /** A port that knows these answers, whatever it is asked about. */
  private static <T> T answering(Class<T> port, Map<String, Object> answers) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, asked, values) -> {
              if (answers.containsKey(asked.getName())) {
                return answers.get(asked.getName());
              }
              return asked.isDefault()
                  ? java.lang.reflect.InvocationHandler.invokeDefault(self, asked, values)
                  : unasked(asked.getName());
            }));
  }

  private static Object unasked(String what) {
    throw new UnsupportedOperationException(what);
  }

  private static Assignment piece(
      int number,
      State state,
      PersonId owner,
      Instant given,
      @org.jspecify.annotations.Nullable Instant ends) {
    return new Assignment(
        new UUID(0, number),
        new IncidentId("INC-2026-0001"),
        number,
        WorkKind.WATCH,
        "見張る",
        owner,
        AOI,
        state,
        Duration.ofMinutes(10),
        given,
        Optional.ofNullable(ends),
        Optional.empty());
  }
}
