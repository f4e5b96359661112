package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.OpenCount;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Veil;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Role;
import org.honbu.people.Team;
import org.honbu.workflow.Directory;
import org.honbu.workflow.Waiting;
import org.jspecify.annotations.Nullable;

/** The board: what is open, who has it, what is due, what waits for the reader. */
@Named("board")
@RequestScoped
public class Board {
  /** Beyond this many lines nobody reads on, and the engine is not asked. */
  private static final int DETAILED = 40;

  /** Lines of one page; whoever wishes goes on to the next. */
  private static final int PAGE = 100;

  private static final int OVER = 5;

  private final IncidentBoard incidents;
  private final Privacy privacy;
  private final Ahead ahead;
  private final People people;
  private final Directory directory;
  private final CurrentPerson reader;
  private final Names names;
  private final Texts texts;
  private final Clock clock;
  private final int from;
  private @Nullable List<Line> lines;
  private @Nullable List<Line> over;
  private @Nullable OpenCount count;

  @Inject
  @SuppressWarnings("TooManyParameters")
  public Board(
      IncidentBoard incidents,
      Privacy privacy,
      Ahead ahead,
      People people,
      Directory directory,
      CurrentPerson reader,
      Names names,
      Texts texts,
      Clock clock,
      HttpServletRequest request) {
    this.incidents = incidents;
    this.privacy = privacy;
    this.ahead = ahead;
    this.people = people;
    this.directory = directory;
    this.reader = reader;
    this.names = names;
    this.texts = texts;
    this.clock = clock;
    this.from = Parts.from(request.getParameter("from"));
  }

  public List<Line> getReal() {
    return all().stream().filter(line -> !line.drill()).toList();
  }

  public List<Line> getDrills() {
    return all().stream().filter(Line::drill).toList();
  }

  /** What was resolved lately, newest first. */
  public List<Line> getOver() {
    if (over == null) {
      over = lines(incidents.over(OVER), 0);
    }
    return over;
  }

  public OpenCount getOpen() {
    if (count == null) {
      count = incidents.countOpen();
    }
    return count;
  }

  /** Which of all that is open stands on this page, real ones and drills alike. */
  public Parts getParts() {
    return new Parts(from, all().size(), getOpen().all(), PAGE);
  }

  /** What waits for the reader, the worst incident first. */
  public List<Line> getMine() {
    return all().stream().filter(line -> !line.yourTurn().isEmpty()).toList();
  }

  public int getCommanders() {
    return people.withRole(Role.INCIDENT_COMMANDER).size();
  }

  public List<Watch> getOnCall() {
    Instant now = clock.instant();
    return people.teams().stream().flatMap(team -> watch(team, now)).toList();
  }

  public List<String> getQuietNotices() {
    return people.readinessDefects(clock.instant()).stream()
        .map(ReadinessDefect::words)
        .map(names::in)
        .toList();
  }

  private Stream<Watch> watch(Team team, Instant now) {
    return people.onCall(team.id(), OnCallLevel.PRIMARY, now).stream()
        .map(person -> new Watch(names.in(team.name()), names.face(person)));
  }

  private List<Line> all() {
    if (lines == null) {
      lines = lines(incidents.open(from, PAGE), DETAILED);
    }
    return lines;
  }

  private List<Line> lines(List<BoardRow> rows, int detailed) {
    Veil veil = privacy.over(rows.stream().map(BoardRow::id).toList(), reader.id());
    Map<IncidentId, Ahead.Sight> sights =
        ahead.over(
            rows.stream()
                .limit(detailed)
                .filter(row -> row.state().isOpen() && !veil.hides(row.id()))
                .map(BoardRow::id)
                .toList());
    return rows.stream()
        .map(row -> line(row, sights.getOrDefault(row.id(), Ahead.Sight.NONE), veil))
        .toList();
  }

  private Line line(BoardRow row, Ahead.Sight sight, Veil veil) {
    return veil.hides(row.id()) ? closed(row) : line(row, sight, veil.isPrivate(row.id()));
  }

  /** A private one, for whoever is outside: that it is there, and who commands. */
  private Line closed(BoardRow row) {
    return new Line(
        row.id().value(),
        names.in(Privacy.TITLE),
        row.severity().map(Severity::level).orElse(0),
        names.in(row.state().label()),
        row.state().isOpen(),
        row.kind() == Kind.DRILL,
        true,
        row.room() == Room.OPEN,
        row.standing().filter(Standing.HELD::equals).isPresent(),
        row.commander().isPresent(),
        "",
        "",
        texts.ago(row.declaredAt()),
        row.commander().map(names::face).orElse(null),
        texts.say(holderRole(row)),
        null,
        "",
        false,
        "");
  }

  private Line line(BoardRow row, Ahead.Sight sight, boolean isPrivate) {
    Optional<PersonId> holder = row.commander().or(row::answeredBy);
    boolean commands = row.commander().isPresent();
    return new Line(
        row.id().value(),
        names.title(row.what()),
        row.severity().map(Severity::level).orElse(0),
        names.in(row.state().label()),
        row.state().isOpen(),
        row.kind() == Kind.DRILL,
        isPrivate,
        row.room() == Room.OPEN,
        row.standing().filter(Standing.HELD::equals).isPresent(),
        commands,
        names.of(row.team()),
        row.component().orElse(""),
        texts.ago(row.declaredAt()),
        holder.map(names::face).orElse(null),
        texts.say(holderRole(row)),
        sight.next().map(Ahead.Due::at).orElse(null),
        sight.next().map(Ahead.Due::what).orElse(""),
        holder.isEmpty() && sight.rings(),
        turn(sight.waiting()));
  }

  private static String holderRole(BoardRow row) {
    if (row.commander().isPresent()) {
      return row.standing().filter(Standing.HELD::equals).isPresent()
          ? "board.commander"
          : "board.acting";
    }
    return "board.has-it";
  }

  private String turn(List<Waiting> waiting) {
    PersonId me = reader.id();
    Set<String> groups = directory.find(me).map(Directory.Entry::groups).orElse(Set.of());
    return Waits.forPerson(waiting, me, groups).map(task -> names.ofLabel(task.name())).orElse("");
  }

  /**
   * One incident on the board.
   *
   * @param severity 0 while nobody has rated it
   * @param held whether somebody commands for good, not only as acting
   * @param holder who has it, null while it rings
   * @param due when the next thing happens by itself, null when nothing does
   * @param yourTurn the step that waits for the reader, empty when none
   */
  public record Line(
      String id,
      String what,
      int severity,
      String state,
      boolean open,
      boolean drill,
      boolean isPrivate,
      boolean room,
      boolean held,
      boolean commanded,
      String team,
      String component,
      String since,
      @Nullable Face holder,
      String holderRole,
      @Nullable Instant due,
      String dueWhat,
      boolean ringing,
      String yourTurn) {}

  /** Who is on call for a team. */
  public record Watch(String team, Face face) {}
}
