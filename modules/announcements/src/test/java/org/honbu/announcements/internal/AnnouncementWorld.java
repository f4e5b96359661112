package org.honbu.announcements.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.announcements.ExecutiveSummaries;
import org.honbu.incidents.Announcers;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Times;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.Page;
import org.honbu.notifications.Post;
import org.honbu.notifications.PostRecall;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.Route;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;

/**
 * An incident with Aoi as commander and Yumi as announcer, everything around announcements kept in
 * lists.
 */
final class AnnouncementWorld {
  static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  static final PersonId YUMI = new PersonId("yumi");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId SAKURA = new PersonId("sakura");
  static final PersonId TOMOKO = new PersonId("tomoko");
  static final PersonId HARUKA = new PersonId("haruka");
  static final PersonId EMMA = new PersonId("emma");
  static final PersonId DANIEL = new PersonId("daniel");

  final List<AnnouncementRow> rows = new ArrayList<>();
  final List<Post> posted = new ArrayList<>();
  final List<Announcement> told = new ArrayList<>();
  final List<Words> notes = new ArrayList<>();
  final List<String> acts = new ArrayList<>();
  final List<String> types = new ArrayList<>();
  final List<PersonId> commanded = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  Optional<PersonId> commander = Optional.of(AOI);
  Optional<PersonId> deputy = Optional.empty();
  Optional<PersonId> announcer = Optional.of(YUMI);

  final Notifications channels = new Channels();
  final Duties situations = new Situations();
  final AnnouncementDesk desk;
  final HeldTexts held;
  final PrivacyReview privacy;
  final DraftCheck check;
  final List<Noted> noted = new ArrayList<>();
  final Map<IncidentId, RegulatorReportRow> reports = new LinkedHashMap<>();
  final RegulatorStore filed = new Filed();
  final List<String> whispers = new ArrayList<>();
  private final Set<String> heard = new HashSet<>();
  final NoteStore notebook = new Notebook();
  final NoteHead heads;
  final PaceActs pace;
  final DueTimes due;
  final Whisper whisper;
  final Crew crew = new Town();
  final Approvers approvers = new Approvers(crew);
  final Proposals proposals;
  final Told toldSoFar;
  final Nudge nudge;
  final EntersByHand byHand;
  final FeedbackActs feedback;
  boolean usersMayNotice = true;

  /** Posts that wait to leave, and posts that have left, by key. */
  final Set<String> waiting = new HashSet<>();

  final Set<String> left = new HashSet<>();

  /** Posts that did not leave after three tries. */
  final Set<String> failing = new HashSet<>();

  List<PersonId> officers = List.of(EMMA);
  List<PersonId> announcers = List.of(YUMI, AOI);
  List<PersonId> support = List.of(HARUKA);

  /** When it does not, nobody has a role. */
  boolean directoryAnswers = true;

  Kind kind = Kind.REAL;
  Audience audience = Audience.USERS;
  boolean statusPageIsAsked;
  boolean inApp;

  /** Whether customer support is given what users are told. */
  boolean macro;

  /** As the shipped table says: where data may be harmed. */
  BooleanSupplier secondReader = () -> this.situations.now(INCIDENT).isAboutData();

  final Reach reach =
      incident ->
          new Reach.Need(audience, statusPageIsAsked, secondReader.getAsBoolean(), macro, inApp);
  final ShownToApprover shown = new ShownToApprover(reach);
  final Set<PersonId> onCall = new HashSet<>();
  final Set<PersonId> takesPart = new HashSet<>();
  final AnnouncerCandidates candidates;

  /** What whoever holds the incident does before the next who locks it may go on. */
  Runnable othersFirst = () -> {};

  Duties.Former former = new Duties.Former(Optional.empty(), Optional.empty(), Optional.empty());
  int severity = 1;
  Duties.Course course =
      new Duties.Course(IncidentState.INVESTIGATING, Impact.UNKNOWN, times(), false);

  AnnouncementWorld(Clock clock) {
    check = new DraftCheck(() -> List.of(new Person(YUMI, "田中", "由美", Optional.of("Yumi Tanaka"))));
    whisper = new Whisper(this::whispered, situations);
    heads = new NoteHead(notebook, new Ids(clock), clock);
    pace = new PaceActs(AnnouncementWorld::row, notebook, heads, situations, clock);
    privacy =
        new PrivacyReview(
            new Rows(),
            notebook,
            new SummaryPost(channels, situations),
            situations,
            reach,
            crew,
            whisper,
            new Facts(),
            clock);
    held = new HeldTexts(new Rows(), situations, check, privacy);
    desk =
        new AnnouncementDesk(
            new Rows(),
            situations,
            check,
            held,
            privacy,
            pace,
            approvers,
            reach,
            new Publication(channels, new SupportVoice(channels, situations), reach),
            new Facts(),
            new Ids(clock),
            clock);
    proposals = new Proposals(new Rows(), situations, pace, reach, clock);
    toldSoFar = new Told(desk, reach, clock);
    due = new DueTimes(toldSoFar, situations, pace, clock);
    candidates =
        new AnnouncerCandidates(
            crew,
            situations,
            Strict.fake(Announcers.class, new Could()),
            List.of(this::amongThose));
    feedback = new FeedbackActs(notebook, heads, situations, crew, new Facts(), clock);
    byHand = new EntersByHand(new Rows(), desk, situations, new Recall(), clock);
    nudge =
        new Nudge(
            new LoopHandlers.RoomVoice(channels, situations), whisper, situations, crew, clock);
  }

  private Set<IncidentId> amongThose(Set<IncidentId> incidents, PersonId person) {
    return takesPart.contains(person) ? incidents : Set.of();
  }

  /** At severity 1 nobody commands and announces. */
  final class Could {
    boolean mayAnnounce(IncidentId incident, PersonId person) {
      return commander.filter(person::equals).isEmpty();
    }
  }

  private void whispered(PrivateLine line) {
    if (heard.add(line.to() + " " + line.key())) {
      whispers.add(line.to() + ": " + line.text().en());
    }
  }

  /** Its impact has stopped. */
  void isWatched() {
    course = new Duties.Course(IncidentState.MONITORING, course.impact(), times(), false);
  }

  /** Whom it affects has become known. */
  void affects(Impact.Users users) {
    var impact =
        new Impact(
            users,
            Impact.Function.UNKNOWN,
            Impact.Condition.UNKNOWN,
            Impact.Revenue.UNKNOWN,
            course.impact().dataSecurity(),
            Impact.Workaround.UNKNOWN,
            Impact.Urgency.NONE);
    course = new Duties.Course(course.state(), impact, times(), false);
  }

  void dataIsHarmed() {
    dataIs(Impact.DataSecurity.SUSPECTED, IncidentState.INVESTIGATING);
  }

  void dataIs(Impact.DataSecurity known, IncidentState state) {
    var impact =
        new Impact(
            Impact.Users.UNKNOWN,
            Impact.Function.UNKNOWN,
            Impact.Condition.UNKNOWN,
            Impact.Revenue.UNKNOWN,
            known,
            Impact.Workaround.UNKNOWN,
            Impact.Urgency.NONE);
    course = new Duties.Course(state, impact, times(), false);
  }

  /** As the shipped table says. */
  private static CadenceTable.Row row(int severity) {
    return new CadenceTable.Row(
        Duration.ofMinutes(
            switch (severity) {
              case 1 -> 20;
              case 2 -> 30;
              default -> 60;
            }),
        Duration.ofMinutes(60),
        Duration.ofHours(2),
        Duration.ofMinutes(5),
        Optional.of(Duration.ofMinutes(5)));
  }

  /** Began at {@link #NOW}; nothing else has happened. */
  static Times times() {
    return new Times(
        Optional.of(NOW),
        NOW,
        NOW,
        Optional.empty(),
        Optional.of(NOW),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  ExecutiveSummaries summaries() {
    return new PostedSummaries(
        notebook, heads, situations, check, privacy, new SummaryPost(channels, situations));
  }

  /** Our own door to reading for privacy, over this engine. */
  RecordedPrivacyReading reading(EngineHarness engine) {
    return new RecordedPrivacyReading(
        privacy, new PrivacyProcess(engine.processes(), engine.humanTasks()));
  }

  static Draft initial(String ja) {
    return new Draft(
        Phase.INITIAL,
        new Words(ja, "Payments are unstable"),
        Optional.of(NOW.plus(Duration.ofMinutes(20))));
  }

  final class Rows implements AnnouncementStore {
    @Override
    public List<AnnouncementRow> of(IncidentId incident) {
      return rows.stream()
          .sorted(Comparator.comparing((AnnouncementRow row) -> row.view().number()).reversed())
          .toList();
    }

    @Override
    public void add(AnnouncementRow row) {
      rows.add(row);
    }

    @Override
    public void flush() {}
  }

  final class Filed implements RegulatorStore {
    @Override
    public Optional<RegulatorReportRow> find(IncidentId incident) {
      return Optional.ofNullable(reports.get(incident));
    }

    @Override
    public List<RegulatorReportRow> open() {
      return reports.values().stream().filter(RegulatorReportRow::isOpen).toList();
    }

    @Override
    public void add(RegulatorReportRow row) {
      reports.put(row.incident(), row);
    }

    @Override
    public void flush() {}
  }

  final class Notebook implements NoteStore {
    @Override
    public <N extends Noted> List<N> of(Class<N> kind, IncidentId incident) {
      return noted.stream()
          .filter(kind::isInstance)
          .map(kind::cast)
          .filter(note -> note.isOf(incident))
          .sorted(Comparator.comparing(Noted::number).reversed())
          .toList();
    }

    @Override
    public void add(Noted note) {
      noted.add(note);
    }
  }

  /** Yumi and Aoi may announce, Haruka hears users, Tomoko owns the process, Emma privacy. */
  final class Town implements Crew {
    @Override
    public boolean isKnown() {
      return directoryAnswers;
    }

    @Override
    public List<PersonId> withRole(Role role) {
      if (!directoryAnswers) {
        return List.of();
      }
      return switch (role) {
        case ANNOUNCER -> announcers;
        case PROCESS_OWNER -> List.of(TOMOKO);
        case CUSTOMER_SUPPORT -> support;
        case PRIVACY_OFFICER -> officers;
        default -> throw new AssertionError("nobody asks for " + role);
      };
    }

    @Override
    public boolean has(PersonId person, Role role) {
      return withRole(role).contains(person);
    }

    @Override
    public boolean isOnCall(PersonId person) {
      return onCall.contains(person);
    }

    @Override
    public Words name(PersonId person) {
      return new Words(person.value(), person.value());
    }
  }

  final class Situations implements Duties {
    @Override
    public void commanded(IncidentId incident, PersonId by) {
      commanded.add(by);
    }

    @Override
    public void note(IncidentId incident, String type, Words words) {
      notes.add(words);
      types.add(type);
    }

    @Override
    public void note(IncidentId incident, String type, Words words, PersonId by) {
      notes.add(words);
      acts.add(type + " " + by);
    }

    @Override
    public Situation locked(IncidentId incident) {
      Runnable first = othersFirst;
      othersFirst = () -> {};
      first.run();
      return now(incident);
    }

    @Override
    public Situation now(IncidentId incident) {
      return new Situation(
          kind,
          severity,
          Optional.of(new Words("決済", "Payments")),
          NOW,
          commander,
          deputy,
          announcer,
          former,
          course);
    }

    @Override
    public boolean usersMayNotice(IncidentId incident) {
      return usersMayNotice;
    }

    @Override
    public void published(Announcement announcement) {
      told.add(announcement);
    }
  }

  /** From where posts were asked for or taken back. */
  final Set<String> asked = new HashSet<>();

  final class Recall implements PostRecall {
    @Override
    public Outcome takeBack(org.honbu.kernel.Subject about, String channel, String key) {
      asked.add(channel);
      failing.remove(key);
      if (waiting.remove(key)) {
        return Outcome.TAKEN_BACK;
      }
      return left.contains(key) ? Outcome.HAD_LEFT : Outcome.NOTHING_WAITED;
    }

    @Override
    public boolean hasLeft(org.honbu.kernel.Subject about, String channel, String key) {
      asked.add(channel);
      return left.contains(key);
    }

    @Override
    public boolean isFailing(org.honbu.kernel.Subject about, String channel, String key) {
      asked.add(channel);
      return failing.contains(key) && !left.contains(key);
    }
  }

  final class Channels implements Notifications {
    @Override
    public void post(Post post) {
      posted.add(post);
    }

    @Override
    public boolean page(Page page) {
      throw new AssertionError("an announcement pages nobody: " + page);
    }

    @Override
    public int pageAgain(String runId, int step, Instant answerBy) {
      throw new AssertionError("an announcement pages nobody again: " + runId);
    }

    @Override
    public int cancelPages(String runId) {
      throw new AssertionError("an announcement stops no page: " + runId);
    }

    @Override
    public Route route(Kind kind, int severity) {
      throw new AssertionError("an announcement needs no route");
    }

    @Override
    public List<OutgoingMessage> outgoing(int limit) {
      throw new AssertionError("nobody reads the ledger here");
    }

    @Override
    public List<OutgoingMessage> outgoing(IncidentId incident) {
      throw new AssertionError("nobody reads the ledger here");
    }
  }

  final class Facts implements Outbox {
    @Override
    public void announce(Fact fact, Subject subject) {
      facts.add(fact);
    }

    @Override
    public List<Stuck> stuck() {
      throw new AssertionError("nobody looks at stuck facts here");
    }

    @Override
    public void retry(long place) {
      throw new AssertionError("nobody retries here");
    }
  }
}
