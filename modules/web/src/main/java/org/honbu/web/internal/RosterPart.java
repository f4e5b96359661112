package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.Actor;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.people.Team;
import org.honbu.warroom.HelpBoard;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.RoomPeople.Helper;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;
import org.honbu.warroom.Summons;
import org.honbu.warroom.SummonsView;
import org.honbu.warroom.SummonsView.Reply;

/**
 * The people of a room on its incident's page: who is there and how they can help, who was summoned
 * and who came, and for the reader a way in and something to do.
 */
@Named("roster")
@RequestScoped
public class RosterPart {
  /** The qualifications that say what somebody could be asked to do. */
  private static final List<Role> TELLING =
      List.of(
          Role.INCIDENT_COMMANDER,
          Role.COMMANDER_TRAINEE,
          Role.RESPONDER,
          Role.ANNOUNCER,
          Role.CUSTOMER_SUPPORT);

  private final Optional<PersonId> commander;
  private final RoomPeople room;
  private final List<SummonsView> summons;
  private final List<HelpBoard.Offer> offers;
  private final PersonId reader;
  private final People people;
  private final Names names;
  private final Texts texts;

  @Inject
  public RosterPart(
      HttpServletRequest request,
      IncidentBoard incidents,
      Roster roster,
      Summons summons,
      HelpBoard help,
      CurrentPerson reader,
      People people,
      Names names,
      Texts texts) {
    IncidentId id = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.commander = incidents.view(id).seat().map(CommandSeat::holder);
    this.room = roster.people(id);
    this.summons = summons.of(id);
    this.offers = help.offers(id);
    this.reader = reader.id();
    this.people = people;
    this.names = names;
    this.texts = texts;
  }

  /** For tests: what the façades answered. */
  RosterPart(
      Optional<PersonId> commander,
      RoomPeople room,
      List<SummonsView> summons,
      List<HelpBoard.Offer> offers,
      PersonId reader,
      People people,
      Names names,
      Texts texts) {
    this.commander = commander;
    this.room = room;
    this.summons = summons;
    this.offers = offers;
    this.reader = reader;
    this.people = people;
    this.names = names;
    this.texts = texts;
  }

  public boolean isOpen() {
    return commander.isPresent();
  }

  /** Whether the reader commands, and so summons and releases. */
  public boolean isYours() {
    return commander.filter(reader::equals).isPresent();
  }

  public int getCount() {
    return room.count();
  }

  public List<Seat> getDuties() {
    return room.duties().stream()
        .map(
            one ->
                new Seat(
                    names.face(one.person()),
                    one.acting()
                        ? texts.say("roster.duty.acting")
                        : texts.of("roster.duty.", one.kind()),
                    iconOf(one),
                    one.person().equals(commander.orElse(null)) ? "com" : ""))
        .toList();
  }

  private static String iconOf(RoomPeople.Holder one) {
    return switch (one.kind()) {
      case COMMANDER -> "flag";
      case DEPUTY -> "shield";
      case ANNOUNCER -> "megaphone";
      case ONCALL -> "phone";
      case RESPONDER -> "activity";
    };
  }

  public List<Row> getFree() {
    return rows(room.free());
  }

  public List<Row> getInformed() {
    return rows(room.informed());
  }

  public List<Row> getObserving() {
    return rows(room.observing());
  }

  public List<Row> getReleased() {
    return rows(room.released());
  }

  private List<Row> rows(List<Helper> helpers) {
    return helpers.stream().map(this::row).toList();
  }

  private Row row(Helper one) {
    Stream<String> teams = one.teams().stream().map(names::of);
    Stream<String> roles =
        TELLING.stream().filter(one.roles()::contains).map(role -> texts.of("role.", role.group()));
    return new Row(
        one.person().value(),
        names.face(one.person()),
        String.join("・", Stream.concat(teams, roles).toList()),
        one.member().note(),
        one.helps().map(task -> names.in(task.label())).orElse(""));
  }

  // ---- who was summoned

  /** Everybody who was asked, newest first. */
  public List<Asked> getAsked() {
    var asked = new ArrayList<Asked>();
    for (SummonsView one : summons) {
      one.asked().forEach(person -> asked.add(0, asked(person)));
    }
    return asked;
  }

  private Asked asked(SummonsView.Asked one) {
    return new Asked(
        names.face(one.person()),
        texts.of("roster.reply.", one.reply()),
        styleOf(one.reply()),
        one.at());
  }

  private static String styleOf(Reply reply) {
    return switch (reply) {
      case THERE -> "ok";
      case COMING -> "act";
      case ASKED -> "warn";
      case CANNOT, LOOKING_ON, SILENT, NOT_NEEDED -> "";
    };
  }

  /** 「招集 3 人中 2 人到着」; empty when nobody was summoned. */
  public String getArrivals() {
    long arrived = count(reply -> reply == Reply.THERE);
    long asked = count(reply -> reply != Reply.NOT_NEEDED);
    return asked == 0 ? "" : texts.say("roster.arrivals", asked, arrived);
  }

  private long count(Predicate<Reply> which) {
    return summons.stream()
        .flatMap(one -> one.asked().stream())
        .filter(one -> which.test(one.reply()))
        .map(SummonsView.Asked::person)
        .distinct()
        .count();
  }

  /** Whose summons came to nothing: teams, or the person who was named. */
  public List<String> getNobodyOf() {
    return summons.stream()
        .filter(one -> one.state() == SummonsView.State.NOBODY_COMES)
        .map(this::whose)
        .distinct()
        .toList();
  }

  private String whose(SummonsView one) {
    return one.team()
        .map(names::of)
        .orElseGet(() -> one.asked().isEmpty() ? "—" : names.of(one.asked().get(0).person()));
  }

  // ---- the reader

  private Optional<SummonsView> forYou() {
    return summons.stream()
        .filter(one -> one.waitsFor().filter(reader::equals).isPresent())
        .reduce((earlier, later) -> later);
  }

  /** Whether the reader is asked to come, and has not said. */
  public boolean isForYou() {
    return isOpen() && forYou().isPresent();
  }

  /** 「中村 葵さんが呼んでいます」, or the team that is needed; then what for. */
  public String getCalledBy() {
    return forYou().map(this::calledBy).orElse("");
  }

  private String calledBy(SummonsView one) {
    return one.by() instanceof Actor.Person person
        ? texts.say("roster.called-by", names.of(person.id()))
        : texts.say("roster.needed", whose(one));
  }

  public String getCalledFor() {
    return forYou().map(SummonsView::why).orElse("");
  }

  private Optional<Helper> me() {
    return Stream.of(room.free(), room.informed(), room.observing())
        .flatMap(List::stream)
        .filter(one -> one.person().equals(reader))
        .findFirst();
  }

  private boolean hasDuty() {
    return room.duties().stream().anyMatch(one -> one.person().equals(reader));
  }

  /** Whether the reader could come in with one tap; whoever is asked to come answers first. */
  public boolean isOutside() {
    return isOpen() && !hasDuty() && me().isEmpty() && !isForYou();
  }

  /** Whether the reader was told that they may go. */
  public boolean isYouMayGo() {
    return room.released().stream().anyMatch(one -> one.person().equals(reader));
  }

  /** Whether the reader is in the room without a duty of their own. */
  public boolean isInside() {
    return isOpen() && !hasDuty() && me().isPresent();
  }

  /** As what the reader is there. */
  public String getStance() {
    return me().map(one -> texts.of("roster.stance.", one.member().stance())).orElse("");
  }

  public boolean isObserver() {
    return me().filter(one -> one.member().stance() == Stance.OBSERVE).isPresent();
  }

  public boolean isFreeHelper() {
    return me().filter(one -> one.member().stance() == Stance.FREE).isPresent();
  }

  /** What there is to do for whoever is here the first time. */
  public List<Help> getHelp() {
    return offers.stream().map(this::help).toList();
  }

  private Help help(HelpBoard.Offer offer) {
    return new Help(
        offer.task().name(),
        names.in(offer.task().label()),
        offer.taker().map(names::of).orElse(""),
        offer.taker().filter(reader::equals).isPresent());
  }

  /** Whether the reader has something of the board in hand. */
  public boolean isHelping() {
    return offers.stream().anyMatch(one -> one.taker().filter(reader::equals).isPresent());
  }

  // ---- what the commander chooses from

  private Set<PersonId> there() {
    var there = new TreeSet<PersonId>();
    room.duties().forEach(one -> there.add(one.person()));
    Stream.of(room.free(), room.informed(), room.observing())
        .flatMap(List::stream)
        .forEach(one -> there.add(one.person()));
    return there;
  }

  /** Everybody who is not there yet. */
  public List<Face> getOthers() {
    Set<PersonId> there = there();
    return isYours() || isForYou()
        ? people.everybody().stream()
            .map(Person::id)
            .filter(person -> !there.contains(person) && !person.equals(reader))
            .map(names::face)
            .toList()
        : List.of();
  }

  public List<TeamChoice> getTeams() {
    return people.teams().stream()
        .map(Team::id)
        .map(team -> new TeamChoice(team.value(), names.of(team)))
        .toList();
  }

  /** Who could be let go: in the room without a duty that binds, or on their way. */
  public List<Face> getMayGo() {
    var may = new TreeSet<PersonId>();
    Stream.of(room.free(), room.informed(), room.observing())
        .flatMap(List::stream)
        .forEach(one -> may.add(one.person()));
    summons.stream()
        .flatMap(one -> one.asked().stream())
        .filter(one -> one.reply() == Reply.COMING || one.reply() == Reply.ASKED)
        .forEach(one -> may.add(one.person()));
    room.released().forEach(one -> may.remove(one.person()));
    return may.stream().map(names::face).toList();
  }

  /** Somebody with a duty. */
  public record Seat(Face face, String role, String icon, String style) {}

  /**
   * Somebody who came.
   *
   * @param role teams and qualification
   * @param helps what they took from the help board; empty when nothing
   */
  public record Row(String id, Face face, String role, String note, String helps) {}

  /** Somebody who was asked, and what came back. */
  public record Asked(Face face, String reply, String style, Instant at) {}

  /**
   * A task of the help board.
   *
   * @param taker who has it; empty when nobody
   */
  public record Help(String task, String label, String taker, boolean yours) {}

  /** A team to choose. */
  public record TeamChoice(String id, String name) {}
}
