package org.honbu.slack.internal.door;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Draft;
import org.honbu.escalation.Escalation;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.Command;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Handovers;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Room;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk;
import org.honbu.people.ContactPoint;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.slack.internal.chat.BookInMemory;
import org.honbu.slack.internal.chat.ChatBook;
import org.honbu.slack.internal.chat.Views;
import org.honbu.slack.internal.known.KnownPeople;
import org.honbu.slack.internal.wire.Settings;
import org.honbu.slack.internal.wire.Signature;
import org.honbu.slack.internal.wire.SlackSettings;
import org.honbu.slack.internal.wire.StandingClock;
import org.honbu.testkit.process.Strict;
import org.honbu.testkit.slack.FakeSlack;
import org.honbu.testkit.slack.Hands;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Delegation;
import org.honbu.warroom.FocusShield;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Roster;
import org.honbu.warroom.ShareStatus;
import org.honbu.warroom.Stance;
import org.honbu.warroom.TopicWish;
import org.honbu.warroom.Topics;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkWish;

/** The whole door, with façades that note what they were asked and a Slack at the other end. */
final class Desk implements AutoCloseable {
  static final IncidentId ONE = new IncidentId("INC-2026-0042");
  static final IncidentId OTHER = new IncidentId("INC-2026-0043");
  static final IncidentId DRILL = new IncidentId("DRL-2026-03-INC");

  final FakeSlack slack = FakeSlack.start();
  final Hands hands = new Hands(slack);
  final StandingClock clock = new StandingClock();
  final List<String> done = new ArrayList<>();
  final Rows rows = new Rows();
  final BookInMemory book = new BookInMemory();
  final List<IncidentId> open = new ArrayList<>(List.of(ONE));
  Set<Role> roles = Set.of(Role.EMPLOYEE, Role.RESPONDER);
  final Set<IncidentId> hidden = new HashSet<>();
  Outcome outcome = Outcome.done();
  boolean failing;
  String commander = "nobody";
  Optional<Integer> running = Optional.of(2);
  final SlackResource door;
  final SlackEar ear;
  final Worker worker;
  final List<Act> acts;

  Desk() {
    SlackSettings settings = Settings.of(slack, Map.of());
    People people = Strict.fake(People.class, new Directory());
    IncidentBoard board = Strict.fake(IncidentBoard.class, new Board());
    var telling = new Telling(people);
    var reading =
        new Reading(board, Strict.fake(Privacy.class, new Door()), book, people, settings);
    var incidentActs =
        new IncidentActs(
            Strict.fake(Incidents.class, new Records()),
            Strict.fake(Command.class, new Seats()),
            Strict.fake(Handovers.class, new Passing()),
            Strict.fake(Escalation.class, new Ringing()),
            Strict.fake(Announcements.class, new Drafts()),
            reading,
            telling,
            settings,
            clock);
    FocusShield shield = Strict.fake(FocusShield.class, new Shielding());
    var roomActs =
        new RoomActs(
            Strict.fake(Delegation.class, new Giving()),
            Strict.fake(VolunteerCalls.class, new Volunteers()),
            Strict.fake(Roster.class, new Joining()),
            Strict.fake(Topics.class, new Splitting()),
            Strict.fake(CommandLoop.class, new Sharing()),
            shield,
            reading,
            telling);
    acts = Stream.concat(incidentActs.acts().stream(), roomActs.acts().stream()).toList();
    var commands = new Commands(incidentActs, roomActs, people);
    var mentions = new Mentions(shield, reading, people);
    var desk = new HeardDesk(rows, commands, mentions, clock);
    Settings.SlackLine line = Settings.line(slack, clock);
    worker = new Worker(desk, KnownPeople.of(line.asks(), people, clock), line.asks(), clock);
    ear = new SlackEar(desk, book, clock);
    door = new SlackResource(settings, new Signature(settings, clock), ear);
    slack.member("U1", "misaki@honbu.example", "ja-JP");
    slack.member("U2", "ken@honbu.example", "en-US");
  }

  /** Types a command and answers what they are told. */
  String types(String user, String text) {
    return types(user, "C0ANY", text);
  }

  String types(String user, String channel, String text) {
    Map<String, String> fields = hands.command(user, channel, text);
    String body = Hands.form(fields);
    door.command(now(), Hands.signature(now(), body), stream(body));
    worksOff();
    return lastAnswer();
  }

  /** Chooses somebody from the list under a message. */
  String chooses(String user, String block, String who) {
    return interacts(hands.chooses(user, "C0ANY", "honbu.name", block, who));
  }

  /** Presses a button. */
  String presses(String user, String action, String value) {
    return interacts(hands.press(user, "C0ANY", action, value));
  }

  private String interacts(JsonObject payload) {
    String body = Hands.form(Map.of("payload", payload.toString()));
    door.interaction(now(), Hands.signature(now(), body), stream(body));
    worksOff();
    return lastAnswer();
  }

  /** Writes a message; answers what they alone are told about it so far. */
  List<String> says(String user, String channel, String text) {
    return sends(hands.says(user, channel, text), user);
  }

  List<String> sends(JsonObject event, String user) {
    String body = event.toString();
    door.event(now(), Hands.signature(now(), body), stream(body));
    worksOff();
    return slack.asides(user);
  }

  int worksOff() {
    int count = 0;
    while (worker.workNext()) {
      count++;
    }
    return count;
  }

  String lastAnswer() {
    List<FakeSlack.Answer> all = slack.answers();
    return all.isEmpty() ? "" : all.get(all.size() - 1).body().getString("text");
  }

  String now() {
    return String.valueOf(clock.instant().getEpochSecond());
  }

  static java.io.InputStream stream(String body) {
    return new java.io.ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    slack.close();
  }

  private VolunteerCall call(int number) {
    return new VolunteerCall(
        new UUID(0, number),
        number,
        WorkKind.INVESTIGATE,
        "ログを見る",
        Optional.empty(),
        Duration.ofMinutes(10),
        new PersonId("misaki"),
        clock.instant(),
        VolunteerCall.State.ASKING,
        Optional.empty(),
        List.of());
  }

  private Outcome does(String what) {
    if (failing) {
      throw new IllegalStateException("the database is away");
    }
    done.add(what);
    return outcome;
  }

  static final class Rows implements HeardStore {
    final Map<String, Heard> all = new LinkedHashMap<>();
    final Map<String, Instant> due = new LinkedHashMap<>();
    final Map<String, End> ended = new LinkedHashMap<>();

    @Override
    public boolean keep(Heard heard) {
      due.putIfAbsent(heard.id(), heard.heardAt());
      return all.putIfAbsent(heard.id(), heard) == null;
    }

    @Override
    public Optional<Heard> claim(Instant now, Duration lease) {
      Optional<Heard> found =
          all.values().stream()
              .filter(heard -> !ended.containsKey(heard.id()))
              .filter(heard -> !due.getOrDefault(heard.id(), now).isAfter(now))
              .findFirst()
              .map(heard -> again(heard, heard.tries() + 1, heard.answer()));
      found.ifPresent(heard -> due.put(heard.id(), now.plus(lease)));
      return found;
    }

    @Override
    public void acted(Heard heard, String answer) {
      again(heard, heard.tries(), Optional.of(answer));
    }

    @Override
    public void later(Heard heard, Instant at) {
      due.put(heard.id(), at);
    }

    @Override
    public void over(Heard heard, End end) {
      ended.put(heard.id(), end);
    }

    private Heard again(Heard heard, int tries, Optional<String> answer) {
      var next =
          new Heard(
              heard.id(),
              heard.what(),
              heard.slackUser(),
              heard.channel(),
              heard.words(),
              heard.answerAt(),
              heard.heardAt(),
              tries,
              answer);
      all.put(heard.id(), next);
      return next;
    }
  }

  final class Directory {
    Optional<PersonId> meant(String loginOrAddress) {
      String login = loginOrAddress.replace("@honbu.example", "");
      return Set.of("misaki", "ken", "sakura").contains(login)
          ? Optional.of(new PersonId(login))
          : Optional.empty();
    }

    Set<Role> rolesOf(PersonId person) {
      return roles;
    }

    String name(PersonId person, Locale reader) {
      return person.value();
    }

    Optional<Person> find(PersonId person) {
      return Optional.of(Person.unknown(person));
    }

    List<ContactPoint> contactPoints(PersonId person) {
      return List.of();
    }
  }

  /** Whoever speaks is outside the incidents that are named here. */
  final class Door {
    public boolean mayRead(IncidentId incident, PersonId person) {
      return !hidden.contains(incident);
    }
  }

  final class Board {
    IncidentView view(IncidentId incident) {
      return Views.of(incident, incident.equals(DRILL) ? Kind.DRILL : Kind.REAL, clock.instant());
    }

    List<BoardRow> open() {
      return open.stream()
          .map(
              id ->
                  new BoardRow(
                      id,
                      "決済",
                      Kind.REAL,
                      IncidentState.TRIAGE,
                      Optional.empty(),
                      Optional.empty(),
                      new TeamId("payments"),
                      Room.NONE,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      clock.instant(),
                      Optional.empty()))
          .toList();
    }
  }

  final class Records {
    IncidentId declare(Declaration declaration) {
      does("declare " + declaration.what() + " by " + declaration.reporter().label());
      return OTHER;
    }
  }

  final class Seats {
    Outcome escalate(IncidentId incident, PersonId by) {
      return does("escalate " + incident + " by " + by);
    }

    TakeOutcome take(IncidentId incident, PersonId by) {
      does("take " + incident + " by " + by);
      return new TakeOutcome.AlreadyHeld(new PersonId("sakura"), clock.instant());
    }

    TakeOutcome takeAnnouncing(IncidentId incident, PersonId by) {
      does("announcing " + incident + " by " + by);
      return new TakeOutcome.Taken(clock.instant());
    }
  }

  final class Passing {
    Outcome offer(IncidentId incident, HandoverWish wish, PersonId by) {
      return does("pass to " + wish.to().orElseThrow() + " “" + wish.words() + "” by " + by);
    }
  }

  final class Ringing {
    AnswerDesk.Outcome answer(IncidentId incident, AnswerDesk.Choice choice, PersonId by) {
      does("answer " + incident + " by " + by);
      return new AnswerDesk.Outcome.Yours(clock.instant(), 2);
    }

    boolean mayAnswer(IncidentId incident, PersonId person) {
      return roles.contains(Role.RESPONDER);
    }
  }

  final class Drafts {
    List<Announcement> of(IncidentId incident) {
      return List.of();
    }

    Announcements.Outcome draft(IncidentId incident, Draft draft, PersonId author) {
      does("draft " + draft.phase() + " " + draft.text().ja() + "|" + draft.text().en());
      return new Announcements.Outcome.Refused(new Words("先に引き受けてください", "Take it first"));
    }
  }

  final class Giving {
    GiveOutcome give(IncidentId incident, WorkWish wish, boolean anyway, PersonId by) {
      does(
          "give %s %s %s %s%s"
              .formatted(wish.owner(), wish.kind(), wish.box(), wish.outcome(), anyway ? "!" : ""));
      return anyway || !wish.owner().equals(by)
          ? new GiveOutcome.Given(1)
          : new GiveOutcome.Asks(new Words("自分で？", "Yourself?"));
    }
  }

  final class Volunteers {
    Outcome ask(IncidentId incident, CallWish wish, PersonId by) {
      return does("ask " + wish.what() + " " + wish.box());
    }

    Optional<VolunteerCall> open(IncidentId incident) {
      return running.map(Desk.this::call);
    }

    Outcome free(IncidentId incident, int number, PersonId by) {
      return does("can " + incident + " #" + number + " by " + by);
    }

    GiveOutcome pick(
        IncidentId incident, int number, PersonId person, boolean anyway, PersonId by) {
      does("pick " + person + " #" + number + (anyway ? "!" : "") + " by " + by);
      return anyway || !person.equals(by)
          ? new GiveOutcome.Given(3)
          : new GiveOutcome.Asks(new Words("自分で？", "Yourself?"));
    }

    Outcome drop(IncidentId incident, int number, PersonId by) {
      return does("drop " + incident + " #" + number + " by " + by);
    }
  }

  final class Joining {
    Outcome join(IncidentId incident, Stance stance, String note, PersonId by) {
      return does("join " + stance + " by " + by);
    }

    RoomPeople people(IncidentId incident) {
      return RoomPeople.NOBODY;
    }
  }

  final class Splitting {
    Outcome split(IncidentId incident, TopicWish wish, PersonId by) {
      return does("topic " + wish.question() + " led by " + wish.lead());
    }
  }

  /** Ken concentrates; Sakura answers for him. Whoever commands gets through. */
  final class Shielding {
    Map<PersonId, FocusShield.Shield> over(IncidentId incident) {
      var shield = new FocusShield.Shield(new PersonId("sakura"), clock.instant());
      return Map.of(new PersonId("ken"), shield);
    }

    FocusShield.Answer ask(IncidentId incident, PersonId whom, String text, PersonId by) {
      does("tell " + whom + " " + text + " by " + by);
      return whom.value().equals("ken") && !by.value().equals(commander)
          ? new FocusShield.Answer.AskInstead(
              new PersonId("sakura"), new Words("渡辺 さくら さんに聞いてください", "Please ask Sakura"))
          : new FocusShield.Answer.PassedOn();
    }
  }

  final class Sharing {
    Outcome update(IncidentId incident, ShareStatus told, PersonId by) {
      return does("update " + told.conditions() + "/" + told.actions() + "/" + told.needs());
    }
  }

  /** Slack's channel of an incident's room. */
  void isRoomOf(String channel, IncidentId incident) {
    book.opened(
        new ChatBook.Room(incident, channel, true, Optional.empty(), Optional.empty()), "inc");
  }
}
