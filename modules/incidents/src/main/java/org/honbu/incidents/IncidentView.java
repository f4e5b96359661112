package org.honbu.incidents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;

/**
 * An incident as it stands.
 *
 * @param severity empty until the table or a person has rated it
 * @param answeredBy who answered first
 * @param triaged what the triager said
 * @param seat who commands, while the room is open
 * @param announcer who announces
 * @param successor who is asked by name to take over command
 * @param parent the incident it was merged into
 * @param signals how many different signals, and how many of them still cry
 * @param duties everybody's, past ones too
 * @param isPrivate whether only who takes part may read it, see {@link Privacy}
 */
public record IncidentView(
    IncidentId id,
    String what,
    Kind kind,
    IncidentState state,
    Optional<Severity> severity,
    Source source,
    Optional<String> component,
    TeamId team,
    Actor reporter,
    Optional<String> link,
    Impact impact,
    Visibility visibility,
    PublicPhase publicPhase,
    Room room,
    Set<LargeReason> largeReasons,
    boolean breakGlass,
    Optional<PersonId> answeredBy,
    Optional<Triaged> triaged,
    Optional<CommandSeat> seat,
    Optional<PersonId> announcer,
    Optional<PersonId> successor,
    Optional<IncidentId> parent,
    Signals signals,
    Times times,
    List<Duty> duties,
    boolean isPrivate) {

  /** What it is, where it is told to people of whom nobody knows whether they may read it. */
  public String whatForAll() {
    return isPrivate ? Privacy.TITLE.both() : what;
  }

  /** Who is deputy now. */
  public Optional<PersonId> deputy() {
    return duties.stream()
        .filter(duty -> duty.kind() == DutyKind.DEPUTY && duty.to().isEmpty())
        .map(Duty::person)
        .findFirst();
  }

  /**
   * What the triager said.
   *
   * @param teamsNeeded how many other teams have to help
   */
  public record Triaged(Triage.Answer answer, PersonId by, int teamsNeeded) {}

  /**
   * How many signals.
   *
   * @param customers how many different customers told us
   */
  public record Signals(int different, int received, int crying, int customers) {}
}
