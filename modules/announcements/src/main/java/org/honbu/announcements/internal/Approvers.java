package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/**
 * Who writes and who approves: the announcer, and commander or deputy. When the room has closed
 * nobody holds a duty any more, and what users were told may still be wrong: then whoever announced
 * or anybody who could, and whoever commanded last, their deputy, or a process owner.
 */
@ApplicationScoped
class Approvers {
  private static final Words AFTER_THE_END =
      new Words(
          "終わったあとに承認できるのは、最後のコマンダー・副コマンダーとプロセスオーナーです",
          "After the end the last commander, the last deputy and process owners approve");

  private final Crew crew;

  @Inject
  Approvers(Crew crew) {
    this.crew = crew;
  }

  /** Why this person may not write what users are told; empty when they may. */
  Optional<Words> mayNotDraft(Duties.Situation situation, PersonId author) {
    boolean after =
        isOver(situation)
            && (situation.former().announcer().filter(author::equals).isPresent()
                || crew.has(author, Role.ANNOUNCER));
    return after
        ? Optional.empty()
        : DraftRules.onlyTheAnnouncerDrafts(situation.announcer(), author);
  }

  /** Why this person may not approve it or send it back; empty when they may. */
  Optional<Words> mayNotApprove(Duties.Situation situation, PersonId approver) {
    if (!isOver(situation)) {
      return DraftRules.onlyCommanderAndDeputyApprove(situation, approver);
    }
    boolean may =
        situation.former().commander().filter(approver::equals).isPresent()
            || situation.former().deputy().filter(approver::equals).isPresent()
            || crew.has(approver, Role.PROCESS_OWNER);
    return may ? Optional.empty() : Optional.of(AFTER_THE_END);
  }

  private static boolean isOver(Duties.Situation situation) {
    return situation.commander().isEmpty() && !situation.course().state().isOpen();
  }
}
