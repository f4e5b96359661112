package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.DutyKind;
import org.honbu.kernel.Actor;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.people.Team;
import org.honbu.warroom.HelpBoard;
import org.honbu.warroom.HelpTask;
import org.honbu.warroom.Member;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Stance;
import org.honbu.warroom.SummonsView;
import org.honbu.warroom.SummonsView.Reply;
import org.honbu.warroom.SummonsView.State;
import org.junit.jupiter.api.Test;

class RosterPartTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:12:04Z");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId KEN = new PersonId("ken");
  private static final PersonId SHO = new PersonId("sho");
  private static final PersonId EMMA = new PersonId("emma");

  private final RoomPeople room =
      new RoomPeople(
          List.of(new RoomPeople.Holder(DutyKind.COMMANDER, AOI, NOW, true)),
          List.of(helper(KEN, Stance.FREE, "")),
          List.of(),
          List.of(helper(EMMA, Stance.OBSERVE, "")),
          List.of());

  @Test
  void thePanelSaysWhoDoesWhatAndHowTheFreeCouldHelp() {
    RosterPart part = part(AOI, room);

    assertThat(part.getCount()).isEqualTo(3);
    assertThat(part.getDuties().get(0).role()).isEqualTo("Acting commander");
    assertThat(part.getDuties().get(0).icon()).isEqualTo("flag");
    assertThat(part.getFree().get(0).role()).isEqualTo("Platform・Responder");
    assertThat(part.getObserving()).hasSize(1);
  }

  @Test
  void everybodySeesWhoCame() {
    RosterPart part =
        part(
            EMMA,
            room,
            summons(1, State.SOMEBODY_COMES, asked(KEN, Reply.SILENT), asked(SHO, Reply.THERE)),
            summons(2, State.NOBODY_COMES, asked(KEN, Reply.CANNOT)));

    assertThat(part.getArrivals()).isEqualTo("1 of 2 summoned are here");
    assertThat(part.getAsked())
        .extracting(RosterPart.Asked::reply)
        .containsExactly("Cannot", "Here", "No answer");
    assertThat(part.getNobodyOf()).containsExactly("Platform");
  }

  @Test
  void onlyTheCommanderIsOfferedToSummonAndToRelease() {
    assertThat(part(AOI, room).isYours()).isTrue();
    assertThat(part(AOI, room).getOthers()).extracting(Face::id).containsExactly("sho");
    assertThat(part(AOI, room).getMayGo()).extracting(Face::id).containsExactly("emma", "ken");
    assertThat(part(KEN, room).isYours()).isFalse();
    assertThat(part(KEN, room).getOthers()).isEmpty();
  }

  @Test
  void whoeverIsAskedSeesByWhomAndWhatFor() {
    SummonsView asks = summons(1, State.ASKING, asked(KEN, Reply.SILENT), asked(SHO, Reply.ASKED));

    assertThat(part(SHO, room, asks).isForYou()).isTrue();
    assertThat(part(SHO, room, asks).getCalledBy()).isEqualTo("You are asked into the room by aoi");
    assertThat(part(SHO, room, asks).getCalledFor()).isEqualTo("DB");
    assertThat(part(KEN, room, asks).isForYou()).as("had their turn").isFalse();
    assertThat(part(SHO, room, asks).isOutside()).as("answers first").isFalse();
  }

  @Test
  void whoeverLooksInFromOutsideIsOfferedToComeInAndWhoeverIsInsideToHelp() {
    assertThat(part(SHO, room).isOutside()).isTrue();
    assertThat(part(SHO, room).isInside()).isFalse();
    assertThat(part(EMMA, room).isInside()).isTrue();
    assertThat(part(EMMA, room).isObserver()).isTrue();
    assertThat(part(AOI, room).isOutside()).as("has a duty").isFalse();
    assertThat(part(AOI, room).isInside()).isFalse();
    assertThat(part(EMMA, room).getHelp()).hasSize(2);
    assertThat(part(EMMA, room).isHelping()).isTrue();
    assertThat(part(EMMA, room).getHelp().get(1).taker()).isEmpty();
  }

  @Test
  void whereNoRoomIsOpenThereIsNothing() {
    var part =
        new RosterPart(
            Optional.empty(),
            RoomPeople.NOBODY,
            List.of(),
            List.of(),
            KEN,
            people(),
            names(),
            texts());

    assertThat(part.isOpen()).isFalse();
    assertThat(part.isOutside()).isFalse();
    assertThat(part.getArrivals()).isEmpty();
  }

  private static RosterPart part(PersonId reader, RoomPeople room, SummonsView... summons) {
    return new RosterPart(
        Optional.of(AOI),
        room,
        List.of(summons),
        List.of(
            new HelpBoard.Offer(HelpTask.COUNT_REPORTS, Optional.of(EMMA), Optional.of(NOW)),
            new HelpBoard.Offer(HelpTask.REPRODUCE, Optional.empty(), Optional.empty())),
        reader,
        people(),
        names(),
        texts());
  }

  private static RoomPeople.Helper helper(PersonId person, Stance stance, String note) {
    return new RoomPeople.Helper(
        new Member(person, stance, note, NOW),
        List.of(new TeamId("platform")),
        Set.of(Role.EMPLOYEE, Role.RESPONDER),
        Optional.empty());
  }

  private static SummonsView summons(int number, State state, SummonsView.Asked... asked) {
    return new SummonsView(
        number,
        Optional.of(new TeamId("platform")),
        Actor.person(AOI),
        "DB",
        state,
        NOW,
        Arrays.asList(asked));
  }

  private static SummonsView.Asked asked(PersonId person, Reply reply) {
    return new SummonsView.Asked(person, NOW, reply);
  }

  private static Names names() {
    return new Names(people(), Locale.ENGLISH);
  }

  private static Texts texts() {
    return new Texts(Locale.ENGLISH, Clock.systemUTC(), ZoneId.of("Asia/Tokyo"));
  }

  private static People people() {
    return (People)
        Proxy.newProxyInstance(
            People.class.getClassLoader(),
            new Class<?>[] {People.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "name" -> ((PersonId) arguments[0]).value();
                  case "find" -> Optional.of(Person.unknown((PersonId) arguments[0]));
                  case "everybody" -> Stream.of(AOI, KEN, SHO, EMMA).map(Person::unknown).toList();
                  case "team" ->
                      Optional.of(
                          new Team(
                              (TeamId) arguments[0],
                              new Words("基盤", "Platform"),
                              Team.Type.PLATFORM));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
