package org.honbu.slack.internal.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.incidents.Standing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.notifications.Chat;
import org.honbu.people.ContactPoint;
import org.honbu.people.People;
import org.honbu.slack.internal.known.KnownPeople;
import org.honbu.slack.internal.known.SlackPeople;
import org.honbu.slack.internal.wire.Settings;
import org.honbu.slack.internal.wire.SlackSettings;
import org.honbu.slack.internal.wire.StandingClock;
import org.honbu.testkit.process.Strict;
import org.honbu.testkit.slack.FakeSlack;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.StatusUpdate;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;
import org.honbu.warroom.WorkKind;

/** What others see in Slack, with one incident and a Slack of the outside world. */
final class Wall implements AutoCloseable {
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0042");
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId AOI = new PersonId("aoi");

  final FakeSlack slack = FakeSlack.start();
  final StandingClock clock = new StandingClock();
  final BookInMemory book = new BookInMemory();
  final List<StatusUpdate> updates = new ArrayList<>();
  boolean isPrivate;
  Optional<PersonId> answeredBy = Optional.empty();
  Optional<PersonId> commander = Optional.empty();
  Room room = Room.NONE;
  IncidentState state = IncidentState.TRIAGE;
  Kind kind = Kind.REAL;

  final IncidentBoard board = Strict.fake(IncidentBoard.class, new Board());
  final List<VolunteerCall> hands = new ArrayList<>();
  final VolunteerCalls calls = Strict.fake(VolunteerCalls.class, new Hands());
  final org.honbu.slack.internal.chat.Standing standing;
  final SlackChat chat;

  Wall() {
    this(Map.of());
  }

  Wall(Map<String, String> more) {
    Settings.SlackLine line = Settings.line(slack, clock);
    SlackSettings settings = more.isEmpty() ? Settings.of(slack) : Settings.of(slack, more);
    People people = Strict.fake(People.class, new Names());
    standing =
        new org.honbu.slack.internal.chat.Standing(
            board, Strict.fake(CommandLoop.class, new Told()), people, settings);
    SlackPeople known = KnownPeople.of(line.asks(), people, clock);
    var rooms = new Rooms(book, line.speaks(), line.asks(), known, board);
    var hands = new HandsCards(book, line.speaks(), calls, board, standing, settings);
    var threads = new TopicThreads(book, line.speaks());
    chat =
        new SlackChat(settings, line.speaks(), book, rooms, known, board, standing, hands, threads);
  }

  /** The gateway lets it pass. */
  Chat.Reply carries(String where, String text) {
    return carries(where, text, clock.instant());
  }

  Chat.Reply carries(String where, String text, Instant writtenAt) {
    return carries(where, text, "", writtenAt);
  }

  /** A line about this matter. */
  Chat.Reply carries(String where, String text, String matter, Instant writtenAt) {
    return chat.carry(
        new Chat.Errand(UUID.randomUUID(), kind, INCIDENT, 2, where, text, matter, writtenAt));
  }

  /** The commander asks the room; whoever is named here is free. */
  VolunteerCall asks(int number, VolunteerCall.State state, String... free) {
    var call =
        new VolunteerCall(
            new UUID(0, number),
            number,
            WorkKind.INVESTIGATE,
            "決済ログを見る",
            Optional.empty(),
            Duration.ofMinutes(10),
            AOI,
            clock.instant(),
            state,
            state == VolunteerCall.State.NAMED
                ? Optional.of(new PersonId("ken"))
                : Optional.empty(),
            Stream.of(free).map(PersonId::new).toList());
    hands.removeIf(one -> one.number() == number);
    hands.add(call);
    return call;
  }

  FakeSlack.Channel channel(String begin) {
    return slack.channelNamed(begin).orElseThrow();
  }

  void roomOpens(PersonId acting) {
    room = Room.OPEN;
    commander = Optional.of(acting);
  }

  IncidentView view() {
    Instant now = clock.instant();
    return Views.of(
        INCIDENT,
        kind,
        now,
        state,
        room,
        answeredBy,
        commander.map(by -> new CommandSeat(by, Standing.ACTING, now, false, 1)),
        isPrivate);
  }

  @Override
  public void close() {
    slack.close();
  }

  final class Board {
    Optional<IncidentView> find(IncidentId incident) {
      return incident.equals(INCIDENT) ? Optional.of(Wall.this.view()) : Optional.empty();
    }

    IncidentView view(IncidentId incident) {
      return find(incident).orElseThrow();
    }
  }

  final class Hands {
    List<VolunteerCall> of(IncidentId incident) {
      return hands;
    }
  }

  final class Told {
    List<StatusUpdate> updates(IncidentId incident) {
      return updates;
    }
  }

  /** Everybody’s address is their login at one place. */
  static final class Names {
    Optional<PersonId> meant(String loginOrAddress) {
      return Optional.of(new PersonId(loginOrAddress.replace("@honbu.example", "")));
    }

    String name(PersonId person, Locale reader) {
      return person.value();
    }

    List<ContactPoint> contactPoints(PersonId person) {
      return List.of(
          new ContactPoint(ContactPoint.Channel.EMAIL, person.value() + "@honbu.example"));
    }
  }
}
