package org.honbu.incidents.internal;

import java.util.Set;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/**
 * Who may take command from an acting commander, and as what (DOMAIN RO-4, RO-C1, DM-6, TM11).
 *
 * <p>A commander has the role; in a drill a trainee is enough. When nobody qualified came in five
 * minutes the glass is broken and any responder may, as acting. Nobody commands two open severity 1
 * or 2, and at those nobody both commands and announces.
 */
final class OnlyQualifiedPeopleTakeCommand {
  private static final Words NEEDS_ROLE =
      new Words(
          "指揮を引き受けられるのは incident-commander の役割がある人です：{0}",
          "Command is for people with the role incident-commander: {0}");
  private static final Words COMMANDS_ANOTHER =
      new Words(
          "ほかの重大なインシデントを指揮しているあいだは、もう一つ引き受けられません",
          "Whoever commands another open severity 1 or 2 hands that over first");
  private static final Words ANNOUNCES =
      new Words(
          "重大度 1・2 では、アナウンス担当と指揮を一人で兼ねられません",
          "At severity 1 and 2 the announcer cannot command as well");

  private OnlyQualifiedPeopleTakeCommand() {}

  /** The person who wants it. */
  record Candidate(Set<Role> roles, boolean commandsAnotherMajor, boolean announcesHere) {}

  /** What they want to command. */
  record Problem(Kind kind, boolean major, boolean glassIsBroken) {}

  /** Yes, with this standing, or no. */
  sealed interface Answer {
    record As(Standing standing, boolean unqualified) implements Answer {}

    /** {@code {0}} in the sentence is for the names of those who can. */
    record No(Words why) implements Answer {}
  }

  static Answer ask(Candidate candidate, Problem problem) {
    if (problem.major() && candidate.commandsAnotherMajor()) {
      return new Answer.No(COMMANDS_ANOTHER);
    }
    if (problem.major() && candidate.announcesHere()) {
      return new Answer.No(ANNOUNCES);
    }
    if (isQualified(candidate.roles(), problem.kind())) {
      return new Answer.As(Standing.HELD, false);
    }
    if (problem.glassIsBroken() && candidate.roles().contains(Role.RESPONDER)) {
      return new Answer.As(Standing.ACTING, true);
    }
    return new Answer.No(NEEDS_ROLE);
  }

  static boolean isQualified(Set<Role> roles, Kind kind) {
    return roles.contains(Role.INCIDENT_COMMANDER)
        || (kind == Kind.DRILL && roles.contains(Role.COMMANDER_TRAINEE));
  }
}
