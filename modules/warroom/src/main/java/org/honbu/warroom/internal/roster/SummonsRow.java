package org.honbu.warroom.internal.roster;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.warroom.SummonsView.Reply;
import org.honbu.warroom.SummonsView.State;
import org.jspecify.annotations.Nullable;

/**
 * One summons.
 *
 * <p>Begins with everybody who may be asked, in order, and asks one after the other: the process
 * waits for each and asks for the next. It ends when somebody comes, when nobody is left, or when
 * the room closes or the commander lets people go. Whoever said that they come and then cannot lets
 * it go on where it was.
 */
@Entity
@Table(name = "summons")
class SummonsRow {
  @Id private UUID id;
  @Version private int version;
  private String incident;
  private int number;
  private @Nullable String team;

  @Column(name = "asked_by")
  private String by;

  private String why;

  @Enumerated(EnumType.STRING)
  private State state;

  private boolean heard;

  @Column(name = "began_at")
  private Instant beganAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "asked", joinColumns = @JoinColumn(name = "summons_id"))
  @OrderColumn(name = "ask_order")
  private List<AskedPerson> asked = new ArrayList<>();

  /** For Hibernate. */
  protected SummonsRow() {}

  SummonsRow(
      UUID id,
      IncidentId incident,
      int number,
      Optional<TeamId> team,
      Actor by,
      String why,
      List<PersonId> chain,
      Instant now) {
    this.id = id;
    this.incident = incident.value();
    this.number = number;
    this.team = team.map(TeamId::value).orElse(null);
    this.by = by.label();
    this.why = why;
    this.state = State.ASKING;
    this.beganAt = now;
    chain.forEach(person -> asked.add(new AskedPerson(person)));
  }

  UUID id() {
    return id;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  int number() {
    return number;
  }

  Optional<TeamId> team() {
    return Optional.ofNullable(team).map(TeamId::new);
  }

  Actor by() {
    return Actor.parse(by);
  }

  String why() {
    return why;
  }

  State state() {
    return state;
  }

  boolean isAsking() {
    return state == State.ASKING;
  }

  Instant beganAt() {
    return beganAt;
  }

  boolean isHeard() {
    return heard;
  }

  /** The process follows it. */
  void hear() {
    heard = true;
  }

  /** How many have had their turn. */
  int round() {
    return askedSoFar().size();
  }

  List<AskedPerson> askedSoFar() {
    return asked.stream().filter(AskedPerson::hadTheirTurn).toList();
  }

  /** Whose answer it waits for. */
  Optional<AskedPerson> waiting() {
    return isAsking()
        ? askedSoFar().stream().filter(one -> one.reply() == Reply.ASKED).reduce((a, b) -> b)
        : Optional.empty();
  }

  /** Whoever was asked and that person is. */
  Optional<AskedPerson> asked(PersonId person) {
    return askedSoFar().stream().filter(one -> one.person().equals(person)).findFirst();
  }

  /** The next to ask, when there is one; who need not be asked any more drops out of the order. */
  Optional<PersonId> asksNext(Predicate<PersonId> needNot, Instant now) {
    asked.removeIf(one -> !one.hadTheirTurn() && needNot.test(one.person()));
    Optional<AskedPerson> next = asked.stream().filter(one -> !one.hadTheirTurn()).findFirst();
    next.ifPresent(one -> one.isAsked(now));
    return next.map(AskedPerson::person);
  }

  /** This person is asked before the others, unless they had their turn. */
  void putFirst(PersonId person) {
    if (asked(person).isEmpty()) {
      asked.removeIf(one -> one.person().equals(person));
      asked.add(round(), new AskedPerson(person));
    }
  }

  void somebodyComes() {
    waiting().ifPresent(one -> one.replied(Reply.NOT_NEEDED));
    state = State.SOMEBODY_COMES;
  }

  void nobodyIsLeft() {
    state = State.NOBODY_COMES;
  }

  void over() {
    waiting().ifPresent(one -> one.replied(Reply.NOT_NEEDED));
    state = State.OVER;
  }

  /** Whoever was to come does not: it asks on, and the process has to be told. */
  void asksOn() {
    state = State.ASKING;
    heard = false;
  }
}
