package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcements;
import org.honbu.escalation.Calls;
import org.honbu.escalation.Escalation;
import org.honbu.incidents.Announcers;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Veil;
import org.honbu.kernel.Actor;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;
import org.jspecify.annotations.Nullable;

/** One incident: how bad, who has it, what is due, what to press; then everything else. */
@Named("incident")
@RequestScoped
public class IncidentPage {
  /** The newest lines; all of them are in the copy and in REST. */
  static final int TIMELINE = 80;

  /** Request parameter: {@value #ALL_LINES} when the reader asks for the older lines as well. */
  static final String LINES = "lines";

  private static final String ALL_LINES = "all";

  /** Nobody reads more on a page; a longer room is read as its review. */
  private static final int LONGEST = 2000;

  private static final int OTHERS = 100;

  private final IncidentView incident;
  private final IncidentBoard incidents;
  private final Privacy privacy;
  private final Processes processes;
  private final DiagramWords diagrams;
  private final Announcements announcements;
  private final Announcers announcers;
  private final People people;
  private final CurrentPerson reader;
  private final Names names;
  private final Texts texts;
  private final Once<List<Calls>> calls;
  private final Once<List<HumanTask>> waiting;
  private final Once<List<Ahead.Due>> due;
  private final int longest;
  private final Once<List<TimelineEntry>> lines = new Once<>(this::lines);
  private final Once<List<Moment>> timeline = new Once<>(this::timeline);
  private final Once<List<Picture>> pictures = new Once<>(this::pictures);
  private final Once<Optional<Draft>> draft = new Once<>(this::pending);

  @Inject
  @SuppressWarnings("TooManyParameters")
  public IncidentPage(
      HttpServletRequest request,
      IncidentBoard incidents,
      Privacy privacy,
      HumanTasks tasks,
      Processes processes,
      DiagramWords diagrams,
      Escalation escalation,
      Announcements announcements,
      Announcers announcers,
      Ahead ahead,
      People people,
      CurrentPerson reader,
      Names names,
      Texts texts) {
    IncidentId id = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.incident = incidents.view(id);
    this.longest = ALL_LINES.equals(request.getParameter(LINES)) ? LONGEST : TIMELINE;
    this.incidents = incidents;
    this.privacy = privacy;
    this.processes = processes;
    this.diagrams = diagrams;
    this.announcements = announcements;
    this.announcers = announcers;
    this.calls = new Once<>(() -> escalation.calls(id));
    this.people = people;
    this.reader = reader;
    this.names = names;
    this.texts = texts;
    this.waiting =
        new Once<>(() -> incident.state().isOpen() ? Discreet.among(tasks.open(id)) : List.of());
    this.due = new Once<>(() -> ahead.of(id, waiting.get()));
  }

  public String getId() {
    return incident.id().value();
  }

  public String getWhat() {
    return names.title(incident.what());
  }

  /** 0 while nobody has rated it. */
  public int getSeverity() {
    return incident.severity().map(Severity::level).orElse(0);
  }

  public boolean isDrill() {
    return incident.kind() == Kind.DRILL;
  }

  public boolean isOpen() {
    return incident.state().isOpen();
  }

  public boolean isMitigated() {
    return incident.state() == IncidentState.MITIGATED
        || incident.state() == IncidentState.MONITORING;
  }

  public boolean isRoom() {
    return incident.room() == Room.OPEN;
  }

  /** Whether nobody came, so that the reader may command although they are not qualified (TM11). */
  public boolean isOpenToYou() {
    Offer.Reader you = asReader();
    return incident.breakGlass()
        && !you.commander()
        && Offer.to(you, incident).contains(Offer.TAKE_COMMAND);
  }

  public String getState() {
    return names.in(incident.state().label());
  }

  public String getTeam() {
    return names.of(incident.team());
  }

  public String getComponent() {
    return incident.component().orElse("");
  }

  public Instant getSince() {
    return incident.times().startedAt().orElse(incident.times().declaredAt());
  }

  public String getReporter() {
    return names.of(incident.reporter());
  }

  public @Nullable Face getCommander() {
    return incident.seat().map(CommandSeat::holder).map(names::face).orElse(null);
  }

  public boolean isActing() {
    return incident.seat().map(CommandSeat::standing).filter(Standing.ACTING::equals).isPresent();
  }

  /** Whether the reader commands. */
  public boolean isYours() {
    return incident.seat().map(CommandSeat::holder).filter(this::isReader).isPresent();
  }

  public boolean isRinging() {
    return calls.get().stream().anyMatch(run -> run.state() == Calls.State.RINGING);
  }

  public @Nullable Face getAnnouncer() {
    return incident.announcer().map(names::face).orElse(null);
  }

  public @Nullable Face getAnsweredBy() {
    return incident.answeredBy().map(names::face).orElse(null);
  }

  public @Nullable Instant getAnsweredAt() {
    return incident.times().acknowledgedAt().orElse(null);
  }

  /** What is known of the harm, in one line; empty while nothing is. */
  public String getImpact() {
    Impact impact = incident.impact();
    List<String> known = new ArrayList<>();
    if (impact.users() != Impact.Users.UNKNOWN) {
      known.add(texts.of("impact.users.", impact.users()));
    }
    if (impact.condition() != Impact.Condition.UNKNOWN) {
      known.add(texts.of("impact.condition.", impact.condition()));
    }
    return String.join(texts.say("impact.and"), known);
  }

  public String getVisibility() {
    return texts.of("visibility.", incident.visibility());
  }

  public String getSignals() {
    return texts.say(
        "incident.signals", incident.signals().received(), incident.signals().customers());
  }

  public List<String> getLargeReasons() {
    return new TreeSet<>(incident.largeReasons())
        .stream().map(LargeReason::label).map(names::in).toList();
  }

  /** What happens by itself next, soonest first; nobody plans further ahead. */
  public List<Ahead.Due> getDue() {
    return due.get().stream().limit(4).toList();
  }

  /**
   * The two that stand in the head as clocks: what the room was promised, then what comes first.
   */
  public List<Ahead.Due> getClocks() {
    return due.get().stream()
        .sorted(Comparator.comparing(next -> !next.isPromisedToTheRoom()))
        .limit(2)
        .toList();
  }

  /** Who was called, newest first. */
  public List<Call> getCalls() {
    List<Call> all =
        new ArrayList<>(
            calls.get().stream().flatMap(run -> run.called().stream()).map(this::call).toList());
    Collections.reverse(all);
    return all;
  }

  private Call call(Calls.Called called) {
    String reply = texts.of("call.", called.reply());
    return new Call(names.face(called.person()), names.in(called.level()), called.at(), reply);
  }

  /** The draft that waits for somebody's approval or to be published; null when there is none. */
  public @Nullable Draft getDraft() {
    return draft.get().orElse(null);
  }

  private Optional<Draft> pending() {
    return announcements.pending(incident.id()).map(this::draft);
  }

  /** What users were told, newest first. */
  public List<Draft> getPublished() {
    return announcements.of(incident.id()).stream()
        .filter(told -> told.state() == Announcement.State.PUBLISHED)
        .map(this::draft)
        .toList();
  }

  /** Whether the reader announces here and may write; after the end, whether they may correct. */
  public boolean isYourAnnouncing() {
    if (incident.state().isOpen()) {
      return incident.announcer().filter(this::isReader).isPresent();
    }
    return incident.times().firstAnnouncedAt().isPresent()
        && announcements.mayDraft(incident.id(), reader.id());
  }

  private boolean approves() {
    return incident.state().isOpen()
        ? isYours() || incident.deputy().filter(this::isReader).isPresent()
        : announcements.mayApprove(incident.id(), reader.id());
  }

  private Draft draft(Announcement told) {
    boolean forYou =
        told.state() == Announcement.State.DRAFT && !isReader(told.author()) && approves();
    return new Draft(
        told.id().toString(),
        told.hash(),
        told.number(),
        told.text(),
        names.in(told.text()),
        Promised.kind(told.phase(), texts),
        told.next().map(texts::clock).orElse(""),
        texts.of("announcement.", told.state()),
        forYou,
        forYou && announcements.asksForTheStatusPage(incident.id()),
        names.of(told.author()),
        names.in(told.audience().label()),
        told.publishedAt().orElse(told.draftedAt()));
  }

  /** What waits for people now. */
  public List<Waiting> getWaiting() {
    return waiting.get().stream()
        .map(
            task ->
                new Waiting(
                    names.ofLabel(task.name()),
                    task.assignee().map(names::face).orElse(null),
                    task.assignee().isPresent() ? "" : offeredTo(task)))
        .toList();
  }

  /** At most two, for the head of the page and the thumb; the first is the one to press. */
  public List<Button> getMainButtons() {
    List<Offer> main = mainOffers();
    return main.stream().map(offer -> button(offer, offer == main.get(0))).toList();
  }

  /** Everything else the reader may want to do. */
  public List<Button> getMoreButtons() {
    List<Offer> main = mainOffers();
    return Offer.to(asReader(), incident).stream()
        .filter(offer -> !main.contains(offer))
        .map(offer -> button(offer, false))
        .toList();
  }

  /** Whether the way out for whoever is unsure is still open. */
  public boolean isMayEscalate() {
    return Offer.to(asReader(), incident).contains(Offer.ESCALATE);
  }

  private List<Offer> mainOffers() {
    return Offer.to(asReader(), incident).stream()
        .filter(offer -> !offer.isQuiet())
        .limit(2)
        .toList();
  }

  /** What the reader may merge it with: open, and as real as this one; the worst of many. */
  public List<Other> getOthers() {
    if (!Offer.to(asReader(), incident).contains(Offer.MERGE)) {
      return List.of();
    }
    List<BoardRow> open = incidents.openBeside(incident.id(), incident.kind(), OTHERS);
    Veil veil = privacy.over(open.stream().map(BoardRow::id).toList(), reader.id());
    return open.stream()
        .map(row -> new Other(row.id().value(), names.title(veil.title(row))))
        .toList();
  }

  /** Another incident, to choose. */
  public record Other(String id, String what) {}

  /** The incident it became part of; empty when it stands alone. */
  public String getParent() {
    return incident.parent().map(IncidentId::value).orElse("");
  }

  /** Severities worse than the present one. */
  public List<Integer> getWorse() {
    int now = incident.severity().map(Severity::level).orElse(6);
    return Stream.of(1, 2, 3, 4).filter(level -> level < now).toList();
  }

  /** Severities milder than the present one. */
  public List<Integer> getMilder() {
    int now = incident.severity().map(Severity::level).orElse(5);
    return Stream.of(2, 3, 4, 5).filter(level -> level > now).toList();
  }

  /** The incident that this one goes on where it came back; empty for one of its own. */
  public String getFollows() {
    String before = "/incidents/";
    return incident
        .link()
        .filter(link -> link.startsWith(before))
        .map(link -> link.substring(before.length()))
        .orElse("");
  }

  /** Newest first. */
  public List<Moment> getTimeline() {
    return timeline.get();
  }

  /** Whether there are older lines than those. */
  public boolean isEarlier() {
    return lines.get().size() > longest;
  }

  private List<TimelineEntry> lines() {
    return incidents.newest(incident.id(), longest + 1);
  }

  private List<Moment> timeline() {
    List<TimelineEntry> entries = new ArrayList<>(lines.get());
    Collections.reverse(entries);
    entries = entries.subList(0, Math.min(longest, entries.size()));
    Set<PersonId> mentioned = new TreeSet<>(incident.duties().stream().map(Duty::person).toList());
    incident.successor().ifPresent(mentioned::add);
    calls.get().forEach(run -> run.called().forEach(called -> mentioned.add(called.person())));
    return entries.stream().map(entry -> moment(entry, mentioned)).toList();
  }

  /** The diagrams this incident runs through, where it stands now first. */
  public List<Picture> getPictures() {
    return pictures.get();
  }

  private List<Picture> pictures() {
    return processes.progress(incident.id()).stream()
        .filter(run -> !Discreet.hides(run.diagram().process()))
        .map(diagrams::picture)
        .sorted(Comparator.comparing(picture -> picture.now().isEmpty()))
        .toList();
  }

  private Moment moment(TimelineEntry entry, Set<PersonId> mentioned) {
    Set<PersonId> known = new TreeSet<>(mentioned);
    if (entry.actor() instanceof Actor.Person person) {
      known.add(person.id());
    }
    String sentence = names.withNames(entry.words(), known).replace(incident.what(), getWhat());
    String by = names.of(entry.actor());
    return new Moment(
        entry.at(),
        TimelineLook.of(entry.type()).icon(),
        TimelineLook.of(entry.type()).style(),
        sentence,
        sentence.contains(by) ? "" : by);
  }

  private String offeredTo(HumanTask task) {
    if (!task.people().isEmpty()) {
      return String.join("・", task.people().stream().sorted().map(names::of).toList());
    }
    return String.join("・", task.groups().stream().sorted().map(this::group).toList());
  }

  private String group(String group) {
    return group.startsWith("team:")
        ? names.of(new TeamId(group.substring(5)))
        : texts.of("role.", group);
  }

  private Button button(Offer offer, boolean first) {
    return new Button(
        offer.act(),
        texts.of("act.", offer.act()),
        offer.icon(),
        offer.asks() ? "ask-" + offer.act() : "",
        first ? "pri" : "");
  }

  private Offer.Reader asReader() {
    PersonId me = reader.id();
    Set<Role> roles = people.rolesOf(me);
    return new Offer.Reader(
        me,
        roles.contains(Role.RESPONDER),
        roles.contains(Role.INCIDENT_COMMANDER),
        announces(me, roles),
        isAsked(me));
  }

  /** Of whoever commands it takes more than the role, or less. */
  private boolean announces(PersonId me, Set<Role> roles) {
    if (incident.announcer().filter(me::equals).isPresent()) {
      return false;
    }
    return incident.seat().map(CommandSeat::holder).filter(me::equals).isPresent()
        ? announcers.mayAnnounce(incident.id(), me)
        : roles.contains(Role.ANNOUNCER);
  }

  private boolean isAsked(PersonId me) {
    return people.inTeam(me, incident.team())
        || incident.seat().map(CommandSeat::holder).or(incident::answeredBy).equals(Optional.of(me))
        || (incident.answeredBy().isEmpty() && isCalled(me));
  }

  private boolean isCalled(PersonId me) {
    return calls.get().stream()
        .flatMap(run -> run.called().stream())
        .anyMatch(called -> called.person().equals(me));
  }

  private boolean isReader(PersonId person) {
    return person.equals(reader.id());
  }

  /** A call to somebody and what came back. */
  public record Call(Face face, String level, Instant at, String reply) {}

  /**
   * A message to users.
   *
   * @param kind what its approver binds to beside the text
   * @param promise when users hear again; empty for the last message
   * @param forYou whether the reader may approve it
   * @param asksForTheStatusPage whether they say, too, if it goes there
   */
  public record Draft(
      String id,
      String hash,
      int number,
      Words both,
      String text,
      String kind,
      String promise,
      String state,
      boolean forYou,
      boolean asksForTheStatusPage,
      String author,
      String audience,
      Instant at) {}

  /**
   * A task that waits.
   *
   * @param holder who has it, null while it is only offered
   */
  public record Waiting(String what, @Nullable Face holder, String offeredTo) {}

  /**
   * A button.
   *
   * @param dialog the dialog to open first, empty when pressing does it
   */
  public record Button(String act, String label, String icon, String dialog, String style) {}

  /** A line of the timeline. */
  public record Moment(Instant at, String icon, String style, String sentence, String by) {}

  /**
   * A diagram with the way gone and the place now.
   *
   * @param process the diagram's id
   * @param went names of the steps that were left behind, in the order of the diagram's file
   * @param wentIds their ids and those of arrows, divided by blanks, for the picture
   */
  public record Picture(
      String process,
      String title,
      String xml,
      List<String> went,
      List<String> now,
      String wentIds,
      String nowIds) {}
}
