package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Times;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.People;

/** What REST callers see of an incident; public only because JSON-B has to read it. */
public final class IncidentDocument {
  private IncidentDocument() {}

  /** A person, with the name in the reader's language. */
  public record Who(String id, String name) {}

  /** Who commands. */
  public record Commander(Who who, String standing, Instant since, boolean unqualified) {}

  /** One line of the list. */
  public record Line(
      String id,
      String url,
      String what,
      Kind kind,
      String state,
      String stateLabel,
      Optional<Integer> severity,
      Optional<String> component,
      String team,
      String room,
      Optional<Who> answeredBy,
      Optional<Who> commander,
      Optional<String> standing,
      Optional<Who> announcer,
      Instant declaredAt,
      Optional<Instant> resolvedAt,
      boolean isPrivate) {}

  /**
   * What an outsider reads of a private incident, alone or in the list; whatever else could say
   * what it is, is left out.
   *
   * @param what that it is private
   * @param howIn how to be let in
   */
  public record Closed(
      String id,
      String url,
      String what,
      Kind kind,
      String state,
      String stateLabel,
      Optional<Integer> severity,
      String room,
      Optional<Who> commander,
      boolean isPrivate,
      String howIn) {}

  /**
   * The whole incident.
   *
   * @param advice what the caller should heed, in the answer to an act of theirs
   */
  public record Whole(
      String id,
      String url,
      String what,
      Kind kind,
      String state,
      String stateLabel,
      Optional<Integer> severity,
      String source,
      Optional<String> component,
      String team,
      String reporter,
      Optional<String> link,
      String visibility,
      String publicPhase,
      String room,
      List<String> largeReasons,
      boolean breakGlass,
      Optional<Who> answeredBy,
      Optional<Commander> commander,
      Optional<Who> announcer,
      Optional<Who> deputy,
      Optional<Who> successor,
      Optional<String> parent,
      IncidentView.Signals signals,
      Times times,
      List<Part> duties,
      boolean isPrivate,
      Optional<Words> advice) {}

  /** Somebody's duty. */
  public record Part(String duty, Who who, Instant from, Optional<Instant> to) {}

  /** One line of the timeline. */
  public record Happening(String incident, Instant at, String actor, String type, String words) {}

  /** Writes documents for one reader. */
  static final class Writer {
    private final People people;
    private final Locale reader;

    Writer(People people, Locale reader) {
      this.people = people;
      this.reader = reader;
    }

    Line line(BoardRow row, boolean isPrivate) {
      return new Line(
          row.id().value(),
          url(row.id().value()),
          row.what(),
          row.kind(),
          row.state().name(),
          row.state().label().in(reader),
          row.severity().map(Severity::level),
          row.component(),
          row.team().value(),
          row.room().name(),
          row.answeredBy().map(this::who),
          row.commander().map(this::who),
          row.standing().map(Standing::name),
          row.announcer().map(this::who),
          row.declaredAt(),
          row.resolvedAt(),
          isPrivate);
    }

    Closed closed(BoardRow row) {
      return closed(row.id(), row.kind(), row.state(), row.severity(), row.room(), row.commander());
    }

    Closed closed(IncidentView view) {
      return closed(
          view.id(),
          view.kind(),
          view.state(),
          view.severity(),
          view.room(),
          view.seat().map(CommandSeat::holder));
    }

    private Closed closed(
        IncidentId id,
        Kind kind,
        IncidentState state,
        Optional<Severity> severity,
        Room room,
        Optional<PersonId> commander) {
      return new Closed(
          id.value(),
          url(id.value()),
          Privacy.TITLE.in(reader),
          kind,
          state.name(),
          state.label().in(reader),
          severity.map(Severity::level),
          room.name(),
          commander.map(this::who),
          true,
          Privacy.HOW_IN.in(reader));
    }

    Whole whole(IncidentView view) {
      return whole(view, Optional.empty());
    }

    Whole whole(IncidentView view, Optional<Words> advice) {
      return new Whole(
          view.id().value(),
          url(view.id().value()),
          view.what(),
          view.kind(),
          view.state().name(),
          view.state().label().in(reader),
          view.severity().map(Severity::level),
          view.source().name(),
          view.component(),
          teamOf(view.team()),
          view.reporter().label(),
          view.link(),
          view.visibility().name(),
          view.publicPhase().name(),
          view.room().name(),
          view.largeReasons().stream().map(LargeReason::name).toList(),
          view.breakGlass(),
          view.answeredBy().map(this::who),
          view.seat().map(this::commander),
          view.announcer().map(this::who),
          view.deputy().map(this::who),
          view.successor().map(this::who),
          view.parent().map(Object::toString),
          view.signals(),
          view.times(),
          view.duties().stream().map(this::part).toList(),
          view.isPrivate(),
          advice);
    }

    private Commander commander(CommandSeat seat) {
      return new Commander(
          who(seat.holder()), seat.standing().name(), seat.since(), seat.unqualified());
    }

    private Part part(Duty duty) {
      return new Part(duty.kind().name(), who(duty.person()), duty.from(), duty.to());
    }

    String say(Words words) {
      return words.in(reader);
    }

    Who who(PersonId person) {
      return new Who(person.value(), people.name(person, reader));
    }

    private static String teamOf(TeamId team) {
      return team.value();
    }

    static String url(String incident) {
      return "/incidents/" + incident;
    }
  }
}
