package org.honbu.warroom.internal.copy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Times;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.ContactPoint;
import org.honbu.people.People;
import org.honbu.testkit.process.Strict;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Decision;
import org.honbu.warroom.Member;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Round;
import org.honbu.warroom.Stance;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topics;
import org.honbu.warroom.WorkKind;

/** Two rooms at 03:40 in Tokyo: Aoi commands, Ken works, Itsuki is free and Emma looks on. */
final class World {
  static final IncidentId ROOM = new IncidentId("INC-2026-0001");
  static final IncidentId OTHER = new IncidentId("INC-2026-0002");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId KEN = new PersonId("ken");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId EMMA = new PersonId("emma");
  private static final Instant BEGAN = Instant.parse("2026-11-23T18:05:00Z");

  final Set<IncidentId> open = new TreeSet<>(Set.of(ROOM));
  final Set<IncidentId> unreadable = new TreeSet<>();
  final List<Assignment> work = new ArrayList<>();
  Kind kind = Kind.REAL;
  boolean isPrivate;
  String what = "決済画面で 5xx が急増 / Checkout 5xx surge";

  private Instant now = BEGAN.plus(Duration.ofMinutes(35));
  final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private final People people = Strict.fake(People.class, new Town());
  final RoomReading reading =
      new RoomReading(
          Strict.fake(IncidentBoard.class, new Register()),
          Strict.fake(Roster.class, new Features()),
          Strict.fake(CommandLoop.class, new Features()),
          Strict.fake(Assignments.class, new Features()),
          Strict.fake(Topics.class, new Features()),
          incident -> Optional.of(now.plus(Duration.ofMinutes(6))),
          clock);
  final CopyText words = new CopyText(people, ZoneId.of("Asia/Tokyo"));

  LiveRoomCopies copies(CopySettings settings) {
    return new LiveRoomCopies(settings, reading, words, clock);
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  void give(String outcome) {
    work.add(
        new Assignment(
            UUID.randomUUID(),
            ROOM,
            work.size() + 1,
            WorkKind.INVESTIGATE,
            outcome,
            KEN,
            AOI,
            Assignment.State.ACCEPTED,
            Duration.ofMinutes(10),
            now,
            Optional.of(now.plus(Duration.ofMinutes(10))),
            Optional.empty()));
  }

  /** The incidents. */
  @SuppressWarnings("UnusedMethod") // by its interface
  private final class Register {
    List<IncidentId> unfinished() {
      return List.of(ROOM, OTHER);
    }

    Optional<IncidentView> find(IncidentId incident) {
      return Optional.of(seen(incident));
    }

    IncidentView view(IncidentId incident) {
      if (unreadable.contains(incident)) {
        throw new IllegalStateException("no connection");
      }
      return seen(incident);
    }

    private IncidentView seen(IncidentId incident) {
      return new IncidentView(
          incident,
          what,
          kind,
          IncidentState.INVESTIGATING,
          Optional.of(Severity.SEV1),
          Source.SYSTEM,
          Optional.of("payment-api"),
          new TeamId("payments"),
          Actor.honbu("test"),
          Optional.empty(),
          Impact.UNKNOWN,
          Visibility.INTERNAL,
          PublicPhase.NONE,
          open.contains(incident) ? Room.OPEN : Room.CLOSED,
          Set.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.of(new CommandSeat(AOI, Standing.HELD, BEGAN, false, 1)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new IncidentView.Signals(1, 1, 1, 0),
          times(),
          List.of(new Duty(DutyKind.COMMANDER, AOI, BEGAN, Optional.empty())),
          isPrivate);
    }

    private Times times() {
      Optional<Instant> none = Optional.empty();
      return new Times(
          Optional.of(BEGAN), BEGAN, BEGAN, none, none, none, none, none, none, none, none, none);
    }
  }

  /** What the features of the room know. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // by their interfaces
  private final class Features {
    RoomPeople people(IncidentId incident) {
      return new RoomPeople(
          List.of(new RoomPeople.Holder(DutyKind.COMMANDER, AOI, BEGAN, false)),
          List.of(helper(ITSUKI, Stance.FREE)),
          List.of(),
          List.of(helper(EMMA, Stance.OBSERVE)),
          List.of());
    }

    private RoomPeople.Helper helper(PersonId person, Stance stance) {
      return new RoomPeople.Helper(
          new Member(person, stance, "", BEGAN), List.of(), Set.of(), Optional.empty());
    }

    List<String> objectives(IncidentId incident) {
      return List.of("失敗を 2 % 以下に");
    }

    Optional<Decision> decision(IncidentId incident) {
      return Optional.of(
          new Decision(
              1,
              "先に切り戻す",
              "03:04 のリリース",
              "payment-api",
              "戻せる手を先に",
              Optional.empty(),
              AOI,
              now,
              now.plus(Duration.ofMinutes(15))));
    }

    Optional<Round> round(IncidentId incident) {
      return Optional.of(
          new Round(
              1,
              BEGAN,
              Round.Step.ASSIGN,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              now.plus(Duration.ofMinutes(12)),
              Duration.ofMinutes(20)));
    }

    List<Assignment> of(IncidentId incident) {
      return work;
    }

    List<Topic> open(IncidentId incident) {
      return List.of();
    }
  }

  /** The people and their numbers. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // by its interface
  private static final class Town {
    private static final Map<PersonId, String> NAMES =
        Map.of(AOI, "中村 葵", KEN, "高橋 健", ITSUKI, "清水 樹", EMMA, "エマ");

    String name(PersonId person, Locale reader) {
      return "ja".equals(reader.getLanguage()) ? NAMES.getOrDefault(person, "—") : person.value();
    }

    List<ContactPoint> contactPoints(PersonId person) {
      ContactPoint mail =
          new ContactPoint(ContactPoint.Channel.EMAIL, person.value() + "@example.org");
      return person.equals(AOI)
          ? List.of(mail, new ContactPoint(ContactPoint.Channel.PHONE, "+81311110001"))
          : List.of(mail);
    }
  }
}
