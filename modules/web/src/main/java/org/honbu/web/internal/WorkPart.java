package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignment.Answered;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.Member;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;
import org.honbu.warroom.WorkKind;

/** The part of an incident's page about work: what is under way, what is yours, who is free. */
@Named("work")
@RequestScoped
public class WorkPart {
  /** TM14: after that long without an answer the commander is told. */
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

  /** A ring moves in steps, so that it is news only now and then. */
  private static final int STEP = 5;

  private static final int WHOLE = 100;

  private final IncidentView incident;
  private final List<Assignment> all;
  private final Optional<VolunteerCall> call;
  private final List<Member> present;
  private final People people;
  private final PersonId reader;
  private final Names names;
  private final Texts texts;
  private final Instant now;

  @Inject
  @SuppressWarnings("TooManyParameters")
  public WorkPart(
      HttpServletRequest request,
      IncidentBoard incidents,
      Assignments assignments,
      VolunteerCalls calls,
      Roster roster,
      People people,
      CurrentPerson reader,
      Names names,
      Texts texts,
      Clock clock) {
    this(
        incidents.view(new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)))),
        assignments,
        calls,
        roster,
        people,
        reader.id(),
        names,
        texts,
        clock.instant());
  }

  @SuppressWarnings("TooManyParameters")
  WorkPart(
      IncidentView incident,
      Assignments assignments,
      VolunteerCalls calls,
      Roster roster,
      People people,
      PersonId reader,
      Names names,
      Texts texts,
      Instant now) {
    boolean isRoom = incident.seat().isPresent();
    this.incident = incident;
    this.all = assignments.of(incident.id());
    this.call = isRoom ? calls.open(incident.id()) : Optional.empty();
    this.present = isRoom ? roster.present(incident.id()) : List.of();
    this.people = people;
    this.reader = reader;
    this.names = names;
    this.texts = texts;
    this.now = now;
  }

  /** Whether there is a room to work in. */
  public boolean isShown() {
    return incident.seat().isPresent();
  }

  /** Whether the reader commands. */
  public boolean isYourRoom() {
    return incident.seat().map(CommandSeat::holder).filter(reader::equals).isPresent();
  }

  /** Whether the reader looks after time boxes: the commander and the deputy. */
  public boolean isKeepsTime() {
    return isYourRoom() || incident.deputy().filter(reader::equals).isPresent();
  }

  /** Work under way; whose time is up first. */
  public List<Piece> getOpen() {
    return pieces(State.ACCEPTED, State.PROPOSED).sorted(WorkPart::soonest).toList();
  }

  private static int soonest(Piece one, Piece other) {
    return one.due().compareTo(other.due());
  }

  /** How many time boxes have ended. */
  public long getOverdue() {
    return pieces(State.ACCEPTED).filter(Piece::over).count();
  }

  /** What the reader is asked to take. */
  public List<Piece> getAsked() {
    return mine(State.PROPOSED);
  }

  /** What the reader works on. */
  public List<Piece> getYours() {
    return mine(State.ACCEPTED);
  }

  private List<Piece> mine(State state) {
    return isShown()
        ? all.stream()
            .filter(work -> work.state() == state && work.owner().equals(reader))
            .map(this::piece)
            .toList()
        : List.of();
  }

  private Stream<Piece> pieces(State... states) {
    return all.stream()
        .filter(work -> Arrays.asList(states).contains(work.state()))
        .map(this::piece);
  }

  private Piece piece(Assignment work) {
    boolean waiting = work.state() == State.PROPOSED;
    Duration span = waiting ? ANSWER_WITHIN : work.box();
    Instant due = work.endsAt().orElse(work.givenAt().plus(ANSWER_WITHIN));
    boolean past = !now.isBefore(due);
    return new Piece(
        work.number(),
        names.title(work.outcome()),
        names.in(work.kind().label()),
        names.of(work.owner()),
        names.of(work.givenBy()),
        work.box().toMinutes(),
        due,
        span.toSeconds(),
        percent(Duration.between(now, due), span),
        waiting,
        waiting && past,
        !waiting && past);
  }

  private static int percent(Duration left, Duration span) {
    long percent = Math.max(0, Math.min(WHOLE, left.toSeconds() * WHOLE / span.toSeconds()));
    return (int) (percent / STEP) * STEP;
  }

  /** Who could be given work: free people first, and who concentrates last. */
  public List<Choice> getOwners() {
    Set<PersonId> inOrder = new LinkedHashSet<>();
    stance(Stance.FREE).forEach(inOrder::add);
    stance(Stance.HAVE_CONTEXT).forEach(inOrder::add);
    people.withRole(Role.RESPONDER).stream().map(Person::id).forEach(inOrder::add);
    Set<PersonId> busy = busy();
    List<Choice> choices = new ArrayList<>();
    inOrder.stream()
        .filter(person -> !busy.contains(person))
        .forEach(person -> choices.add(choice(person)));
    inOrder.stream()
        .filter(busy::contains)
        .forEach(
            person ->
                choices.add(
                    new Choice(person.value(), texts.say("work.owner.busy", names.of(person)))));
    return choices;
  }

  private Stream<PersonId> stance(Stance stance) {
    return present.stream().filter(member -> member.stance() == stance).map(Member::person);
  }

  private Set<PersonId> busy() {
    Set<PersonId> busy = new LinkedHashSet<>();
    all.stream()
        .filter(work -> work.state() == State.ACCEPTED)
        .map(Assignment::owner)
        .forEach(busy::add);
    return busy;
  }

  private Choice choice(PersonId person) {
    boolean free = stance(Stance.FREE).anyMatch(person::equals);
    return new Choice(
        person.value(), free ? texts.say("work.owner.free", names.of(person)) : names.of(person));
  }

  public List<Choice> getKinds() {
    return Arrays.stream(WorkKind.values())
        .map(kind -> new Choice(kind.name(), names.in(kind.label())))
        .toList();
  }

  public List<Choice> getAnswers() {
    return Arrays.stream(Answered.values())
        .map(answer -> new Choice(answer.name(), texts.of("work.answered.", answer)))
        .toList();
  }

  /** Whether the room is being asked who is free. */
  public boolean isCalled() {
    return call.isPresent();
  }

  /** Whether it is the reader's to pick. */
  public boolean isYourCall() {
    return isCalled() && isYourRoom();
  }

  /** Whether the reader has said that they are free. */
  public boolean isSaidFree() {
    return call.filter(running -> running.free().contains(reader)).isPresent();
  }

  public String getHandsFor() {
    return call.map(running -> names.title(running.what())).orElse("");
  }

  public Instant getCalledAt() {
    return call.map(VolunteerCall::askedAt).orElse(now);
  }

  /** Who is free, in the order in which to think of them. */
  public List<Face> getFree() {
    return call.stream().flatMap(running -> running.free().stream()).map(names::face).toList();
  }

  /**
   * A piece of work as a page shows it.
   *
   * @param due when the box ends, or when an answer is late
   * @param seconds of the whole box
   * @param percent what is left of it
   * @param waiting whether the owner has not answered yet
   * @param silent whether they should have
   * @param over whether the box has ended
   */
  public record Piece(
      int number,
      String outcome,
      String kind,
      String owner,
      String givenBy,
      long minutes,
      Instant due,
      long seconds,
      int percent,
      boolean waiting,
      boolean silent,
      boolean over) {

    /** How its ring looks. */
    public String style() {
      if (waiting) {
        return "wait";
      }
      return over ? "over" : "";
    }
  }

  /** Something to choose. */
  public record Choice(String value, String label) {}
}
