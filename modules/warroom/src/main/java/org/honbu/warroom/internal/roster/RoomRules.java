package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Who may do what in a room. A refusal is written to the timeline. */
@ApplicationScoped
class RoomRules {
  private static final Words NO_ROOM =
      new Words("部屋が開いているあいだだけできます", "This can be done while the room is open");
  private static final Words ONLY_THE_COMMANDER =
      new Words("これはコマンダーの {1} さんが決めます", "This is for {1}, the commander, to decide");
  private static final Words NO_ROLE =
      new Words("Honbu を使うための役割がありません", "You have no role in Honbu yet");

  private final People people;
  private final RoomVoice voice;

  @Inject
  RoomRules(People people, RoomVoice voice) {
    this.people = people;
    this.voice = voice;
  }

  /** Why nobody can do it now, or this person never. */
  Optional<Outcome> onlyWhileOpen(IncidentId incident, Optional<CommandSeat> seat, PersonId by) {
    if (seat.isEmpty()) {
      return Optional.of(notNow(incident, by, NO_ROOM));
    }
    return people.hasRole(by, Role.EMPLOYEE)
        ? Optional.empty()
        : Optional.of(new Outcome.NotAllowed(voice.refused(incident, by, NO_ROLE)));
  }

  /** As above, of what only whoever commands does, acting or not. */
  Optional<Outcome> onlyTheCommander(IncidentId incident, Optional<CommandSeat> seat, PersonId by) {
    Optional<Outcome> closed = onlyWhileOpen(incident, seat, by);
    return closed.isPresent()
        ? closed
        : seat.map(CommandSeat::holder)
            .filter(holder -> !holder.equals(by))
            .map(
                holder -> {
                  Words why = RoomVoice.fill(ONLY_THE_COMMANDER, voice.name(holder));
                  return new Outcome.NotAllowed(voice.refused(incident, by, why));
                });
  }

  Outcome notNow(IncidentId incident, PersonId by, Words why) {
    return new Outcome.NotNow(voice.refused(incident, by, why));
  }

  /**
   * Somebody of the directory.
   *
   * @throws ProblemException {@link RosterProblems#UNKNOWN} when nobody there has that name
   */
  void known(String field, PersonId person) {
    if (people.find(person).isEmpty()) {
      throw new ProblemException(RosterProblems.UNKNOWN, field, person);
    }
  }
}
