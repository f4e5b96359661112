package org.honbu.incidents.internal;

import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/** Who may announce: the role, and at severity 1 and 2 not the commander (DOMAIN 1.4). */
final class CommanderAndAnnouncerAreTwoPeople {
  private static final Words NEEDS_ROLE =
      new Words(
          "アナウンスを引き受けられるのは announcer の役割がある人です：{0}",
          "Announcing is for people with the role announcer: {0}");
  private static final Words COMMANDS =
      new Words(
          "重大度 1・2 では、コマンダーがアナウンスを兼ねられません",
          "At severity 1 and 2 the commander cannot announce as well");

  private CommanderAndAnnouncerAreTwoPeople() {}

  /** Why they may not; empty when they may. */
  static Optional<Words> ask(Set<Role> roles, boolean commandsHere, boolean major) {
    if (!roles.contains(Role.ANNOUNCER)) {
      return Optional.of(NEEDS_ROLE);
    }
    return major && commandsHere ? Optional.of(COMMANDS) : Optional.empty();
  }
}
