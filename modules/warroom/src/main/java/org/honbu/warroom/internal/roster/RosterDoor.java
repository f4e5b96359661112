package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.warroom.HelpBoard;
import org.honbu.warroom.HelpTask;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Summons;
import org.honbu.warroom.SummonsView;
import org.jspecify.annotations.Nullable;

/**
 * What the REST resources of a room's people have in common: a done act answers 200 with the room
 * as it is now, a refusal 403 with who can, “not now” 409.
 */
@ApplicationScoped
public class RosterDoor {
  private final Roster roster;
  private final Summons summons;
  private final HelpBoard help;
  private final IncidentBoard board;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public RosterDoor(
      Roster roster,
      Summons summons,
      HelpBoard help,
      IncidentBoard board,
      People people,
      CurrentPerson caller) {
    this.roster = roster;
    this.summons = summons;
    this.help = help;
    this.board = board;
    this.people = people;
    this.caller = caller;
  }

  PersonId by() {
    return caller.id();
  }

  RoomJson after(String id, Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      throw new ProblemException(RosterProblems.REFUSED, no.why().ja(), no.why().en());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw new ProblemException(RosterProblems.NOT_NOW, no.why().ja(), no.why().en());
    }
    return now(id);
  }

  RoomJson now(String id) {
    var incident = new IncidentId(id);
    board.view(incident);
    RoomPeople room = roster.people(incident);
    Locale reader = caller.locale();
    return new RoomJson(
        id,
        room.count(),
        room.duties().stream()
            .map(one -> new DutyJson(one.kind().name(), person(one.person()), one.acting()))
            .toList(),
        room.free().stream().map(this::helper).toList(),
        room.informed().stream().map(this::helper).toList(),
        room.observing().size(),
        room.observing().stream().map(this::helper).toList(),
        room.released().stream().map(this::helper).toList(),
        summons.of(incident).stream().map(this::summons).toList(),
        help.offers(incident).stream()
            .map(
                offer ->
                    new HelpJson(
                        offer.task().name(),
                        offer.task().label().in(reader),
                        offer.taker().map(this::person).orElse(null)))
            .toList());
  }

  private PersonJson person(PersonId id) {
    return new PersonJson(id.value(), people.name(id, caller.locale()));
  }

  private HelperJson helper(RoomPeople.Helper one) {
    return new HelperJson(
        person(one.person()),
        one.member().stance().name(),
        one.member().note(),
        one.member().since().toString(),
        one.teams().stream().map(TeamId::value).toList(),
        one.roles().stream().map(Role::group).sorted().toList(),
        one.helps().map(HelpTask::name).orElse(null));
  }

  private SummonsJson summons(SummonsView one) {
    return new SummonsJson(
        one.number(),
        one.team().map(TeamId::value).orElse(null),
        one.by().label(),
        one.why(),
        one.state().name(),
        one.asked().stream().map(this::asked).toList());
  }

  private AskedJson asked(SummonsView.Asked one) {
    return new AskedJson(person(one.person()), one.at().toString(), one.reply().name());
  }

  /**
   * The value of that name.
   *
   * @throws ProblemException {@link RosterProblems#CHOICE} naming the field and what is possible
   */
  static <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    RosterProblems.CHOICE,
                    field,
                    Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))));
  }

  static String text(@Nullable String said) {
    return said == null ? "" : said;
  }

  static Optional<String> given(@Nullable String said) {
    return Optional.ofNullable(said).map(String::strip).filter(text -> !text.isEmpty());
  }

  static ProblemException personOrTeam() {
    return new ProblemException(RosterProblems.CHOICE, "person, team", "person | team");
  }

  /** The room's people as they are now. */
  public record RoomJson(
      String incident,
      int count,
      List<DutyJson> duties,
      List<HelperJson> free,
      List<HelperJson> informed,
      int observing,
      List<HelperJson> observers,
      List<HelperJson> released,
      List<SummonsJson> summons,
      List<HelpJson> help) {}

  /** Somebody, by login and by name. */
  public record PersonJson(String id, String name) {}

  /** Somebody with a duty. */
  public record DutyJson(String duty, PersonJson person, boolean acting) {}

  /**
   * Somebody who came.
   *
   * @param helps what they took from the help board
   */
  public record HelperJson(
      PersonJson person,
      String stance,
      String note,
      String since,
      List<String> teams,
      List<String> roles,
      @Nullable String helps) {}

  /** A summons and who was asked. */
  public record SummonsJson(
      int number,
      @Nullable String team,
      String by,
      String why,
      String state,
      List<AskedJson> asked) {}

  /** Somebody who was asked, and what came back. */
  public record AskedJson(PersonJson person, String at, String reply) {}

  /** A task of the help board. */
  public record HelpJson(String task, String label, @Nullable PersonJson taker) {}
}
