package org.honbu.warroom.internal.card;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;
import org.honbu.incidents.AnnouncementPromises;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Times;
import org.honbu.incidents.Visibility;
import org.honbu.incidents.Work;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.SignedLinks;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.testkit.process.Strict;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.ClosedTopic;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Decision;
import org.honbu.warroom.Member;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;
import org.honbu.warroom.StatusUpdate;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topics;
import org.honbu.warroom.WorkKind;

/**
 * A war room at 03:40 in Tokyo, thirty-five minutes after payments broke: Aoi commands, Yumi
 * announces, Ken works, and Emma comes in.
 */
final class Scene {
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId SAKURA = new PersonId("sakura");
  static final PersonId YUMI = new PersonId("yumi");
  static final PersonId KEN = new PersonId("ken");
  static final PersonId EMMA = new PersonId("emma");
  static final PersonId TAKUMI = new PersonId("takumi");
  static final Instant BEGAN = Instant.parse("2026-11-23T18:05:00Z");

  final Time time = new Time();
  final Memory store = new Memory();
  final Tokens tokens = new Tokens();
  final List<TimelineEntry> timeline = new ArrayList<>();
  final List<Assignment> work = new ArrayList<>();
  final List<Member> present = new ArrayList<>();
  final List<Activity> changes = new ArrayList<>();
  final List<StatusUpdate> updates = new ArrayList<>();
  final List<Topic> topics = new ArrayList<>();
  final List<ClosedTopic> closed = new ArrayList<>();
  Optional<Decision> decision = Optional.empty();
  Optional<Instant> promised = Optional.empty();

  IncidentId id = new IncidentId("INC-2026-0001");
  String what = "カード決済が失敗します";
  Kind kind = Kind.REAL;
  IncidentState state = IncidentState.INVESTIGATING;
  Impact.DataSecurity data = Impact.DataSecurity.UNKNOWN;
  Optional<Standing> standing = Optional.of(Standing.HELD);
  Optional<PersonId> announcer = Optional.of(YUMI);
  Optional<Instant> resolvedAt = Optional.empty();
  PublicPhase phase = PublicPhase.NONE;

  final People people = Strict.fake(People.class, new Town());
  private final IncidentBoard board = Strict.fake(IncidentBoard.class, new Register());
  private final Called called = new Called(people);
  private final RoomReads room =
      new RoomReads(
          Strict.fake(Roster.class, new Others()),
          Strict.fake(CommandLoop.class, new Others()),
          Strict.fake(Assignments.class, new Others()),
          Strict.fake(Topics.class, new Others()));
  private final AnnouncementPromises promises = incident -> promised;
  final CardWords words = new CardWords(called, time, ZoneId.of("Asia/Tokyo"));
  final LiveCatchUp catchUp =
      new LiveCatchUp(
          board,
          room,
          Strict.fake(Activities.class, new Others()),
          promises,
          people,
          store,
          words,
          time);
  final SignedSharedLinks links =
      new SignedSharedLinks(
          board,
          Strict.fake(Incidents.class, new Register()),
          people,
          called,
          words,
          new SharedViews(board, room, promises, new OnlyWhatMayBeToldIsShared(people), called),
          new OpeningLimit(time),
          tokens,
          store,
          new Ids(time),
          time);
  final SharedPage page = new SharedPage(links, words, time);

  Assignment give(PersonId owner, String outcome, Assignment.State state) {
    return give(owner, outcome, state, Optional.empty());
  }

  Assignment give(
      PersonId owner, String outcome, Assignment.State state, Optional<Assignment.Answered> said) {
    var given =
        new Assignment(
            new UUID(1, work.size()),
            id,
            work.size() + 1,
            WorkKind.INVESTIGATE,
            outcome,
            owner,
            AOI,
            state,
            Duration.ofMinutes(15),
            time.instant(),
            Optional.of(time.instant().plus(Duration.ofMinutes(15))),
            said.map(answer -> new Assignment.Report("c", "a", "n", answer, time.instant())));
    work.add(given);
    return given;
  }

  void decide() {
    decision =
        Optional.of(
            new Decision(
                1,
                "前の版に戻す",
                "決済の戻し",
                "デプロイの差分",
                "戻して確かめる",
                Optional.empty(),
                AOI,
                time.instant(),
                time.instant().plus(Duration.ofMinutes(10))));
  }

  void update(String conditions, Duration next) {
    updates.add(
        0,
        new StatusUpdate(
            updates.size() + 1,
            conditions,
            "戻しています",
            "なし",
            AOI,
            time.instant(),
            time.instant().plus(next)));
  }

  void change(Work kind, Instant at) {
    changes.add(
        0,
        new Activity(
            "deploys",
            "ken",
            Optional.of(KEN),
            kind,
            Optional.of("payment-api"),
            at,
            Optional.empty()));
  }

  void happens(String type, PersonId by, String ja) {
    timeline.add(
        new TimelineEntry(id, time.instant(), Actor.person(by), type, new Words(ja, ja), kind));
  }

  void comesIn(PersonId person, Stance stance) {
    present.removeIf(member -> member.person().equals(person));
    present.add(new Member(person, stance, "", time.instant()));
  }

  /** A clock that moves when told. */
  static final class Time extends Clock {
    private Instant now = Instant.parse("2026-11-23T18:40:00Z");

    void passes(Duration time) {
      now = now.plus(time);
    }

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
  }

  /** The incident's record and board. */
  private final class Register {
    @SuppressWarnings("unused") // by its interface
    IncidentView view(IncidentId incident) {
      Optional<CommandSeat> seat = standing.map(how -> new CommandSeat(AOI, how, BEGAN, false, 1));
      return new IncidentView(
          incident,
          what,
          kind,
          state,
          Optional.of(Severity.SEV2),
          Source.SYSTEM,
          Optional.of("payment-api"),
          new TeamId("payments"),
          Actor.honbu("test"),
          Optional.empty(),
          new Impact(
              Impact.Users.MANY,
              Impact.Function.CORE,
              Impact.Condition.DEGRADED,
              Impact.Revenue.UNKNOWN,
              data,
              Impact.Workaround.UNKNOWN,
              Impact.Urgency.CRITICAL),
          Visibility.INTERNAL,
          phase,
          seat.isPresent() ? Room.OPEN : resolvedAt.isPresent() ? Room.CLOSED : Room.NONE,
          Set.<LargeReason>of(),
          false,
          Optional.of(MISAKI),
          Optional.empty(),
          seat,
          seat.isPresent() ? announcer : Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new IncidentView.Signals(1, 1, 1, 0),
          times(),
          duties(seat.isPresent()),
          false);
    }

    private Times times() {
      Optional<Instant> none = Optional.empty();
      return new Times(
          Optional.of(BEGAN),
          BEGAN,
          BEGAN,
          none,
          none,
          none,
          none,
          none,
          none,
          none,
          resolvedAt,
          none);
    }

    private List<Duty> duties(boolean open) {
      return open
          ? List.of(
              new Duty(DutyKind.ONCALL, MISAKI, BEGAN, Optional.empty()),
              new Duty(DutyKind.DEPUTY, SAKURA, BEGAN, Optional.empty()))
          : List.of();
    }

    @SuppressWarnings("unused")
    Optional<IncidentView> find(IncidentId incident) {
      return incident.equals(id) ? Optional.of(view(incident)) : Optional.empty();
    }

    @SuppressWarnings("unused")
    List<TimelineEntry> timeline(IncidentId incident) {
      return List.copyOf(timeline);
    }

    @SuppressWarnings("unused")
    void note(IncidentId incident, String type, Words said, Actor by) {
      timeline.add(new TimelineEntry(incident, time.instant(), by, type, said, kind));
    }
  }

  /** What the colleagues' features answer. */
  private final class Others {
    @SuppressWarnings("unused")
    List<Member> present(IncidentId incident) {
      return present;
    }

    @SuppressWarnings("unused")
    Optional<Decision> decision(IncidentId incident) {
      return decision;
    }

    @SuppressWarnings("unused")
    List<StatusUpdate> updates(IncidentId incident) {
      return updates;
    }

    @SuppressWarnings("unused")
    List<Assignment> of(IncidentId incident) {
      return work;
    }

    @SuppressWarnings("unused")
    List<Topic> open(IncidentId incident) {
      return topics;
    }

    @SuppressWarnings("unused")
    List<ClosedTopic> closed(IncidentId incident) {
      return closed;
    }

    @SuppressWarnings("unused")
    List<Activity> on(String component, Instant since) {
      return changes.stream().filter(one -> !one.at().isBefore(since)).toList();
    }
  }

  /** Who is who. */
  private static final class Town {
    private static final Map<PersonId, Person> KNOWN = new LinkedHashMap<>();
    private static final Map<PersonId, Set<Role>> ROLES = new HashMap<>();

    static {
      know(MISAKI, "佐藤", "美咲", "Misaki Sato", Role.RESPONDER);
      know(AOI, "中村", "葵", "Aoi Nakamura", Role.INCIDENT_COMMANDER);
      know(SAKURA, "渡辺", "さくら", "Sakura Watanabe", Role.INCIDENT_COMMANDER);
      know(YUMI, "小林", "由美", "Yumi Kobayashi", Role.ANNOUNCER);
      know(KEN, "高橋", "健", "Ken Takahashi", Role.RESPONDER);
      know(EMMA, "藤田", "絵麻", "Emma Fujita", Role.EMPLOYEE);
      know(TAKUMI, "森", "拓海", "Takumi Mori", Role.PROCESS_OWNER);
    }

    private static void know(PersonId id, String family, String given, String english, Role role) {
      KNOWN.put(id, new Person(id, family, given, Optional.of(english)));
      ROLES.put(id, EnumSet.of(Role.EMPLOYEE, role));
    }

    @SuppressWarnings("unused")
    Optional<Person> find(PersonId person) {
      return Optional.ofNullable(KNOWN.get(person));
    }

    @SuppressWarnings("unused")
    List<Person> everybody() {
      return List.copyOf(KNOWN.values());
    }

    @SuppressWarnings("unused")
    Set<Role> rolesOf(PersonId person) {
      return ROLES.getOrDefault(person, Set.of());
    }

    @SuppressWarnings("unused")
    List<Person> withRole(Role role) {
      return KNOWN.values().stream().filter(one -> rolesOf(one.id()).contains(role)).toList();
    }

    @SuppressWarnings("unused")
    List<PersonId> onCall(TeamId team, OnCallLevel level, Instant at) {
      return List.of(KEN);
    }
  }

  /** Signs by keeping a list: what is not on it is forged. */
  final class Tokens implements SignedLinks {
    private final Map<String, UUID> signed = new HashMap<>();
    private final Map<String, Instant> ends = new HashMap<>();

    @Override
    public String token(String purpose, UUID named, Instant end) {
      String token = purpose.replace(':', '-') + "." + named + "." + end.getEpochSecond();
      signed.put(purpose + token, named);
      ends.put(purpose + token, end);
      return token;
    }

    @Override
    public Reading read(String purpose, String token) {
      UUID named = signed.get(purpose + token);
      if (named == null) {
        return new Reading.Forged();
      }
      return time.instant().isBefore(ends.getOrDefault(purpose + token, Instant.MIN))
          ? new Reading.Genuine(named)
          : new Reading.Expired();
    }

    @Override
    public URI publicly(String path) {
      return URI.create("https://honbu.example.org" + path);
    }
  }

  /** Rows in memory. */
  static final class Memory implements CardStore {
    private final Map<LastLook.Key, LastLook> looks = new HashMap<>();
    private final Map<UUID, SharedLinkRow> links = new LinkedHashMap<>();

    @Override
    public Optional<LastLook> look(IncidentId incident, PersonId person) {
      return Optional.ofNullable(looks.get(LastLook.Key.of(incident, person)));
    }

    @Override
    public void addFirst(LastLook look) {
      looks.putIfAbsent(look.key(), look);
    }

    @Override
    public Optional<SharedLinkRow> link(UUID id) {
      return Optional.ofNullable(links.get(id));
    }

    @Override
    public List<SharedLinkRow> links(IncidentId incident) {
      List<SharedLinkRow> newestFirst = new ArrayList<>();
      links.values().forEach(row -> newestFirst.add(0, row));
      return newestFirst;
    }

    @Override
    public void add(SharedLinkRow link) {
      links.put(link.id(), link);
    }

    @Override
    public void countOpening(UUID link) {
      link(link).ifPresent(SharedLinkRow::countOpening);
    }

    @Override
    public void flush() {}
  }
}
