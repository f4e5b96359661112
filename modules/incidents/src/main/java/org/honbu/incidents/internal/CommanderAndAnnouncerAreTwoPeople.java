package org.honbu.incidents.internal;

import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/**
 * Who may announce: the role, and at severity 1 and 2 not the commander (DOMAIN 1.4). Where nobody
 * else could, it falls to the commander, of whatever role (RO-F).
 */
final class CommanderAndAnnouncerAreTwoPeople {
  private static final Words NEEDS_ROLE =
      new Words(
          "アナウンスを引き受けられるのは announcer の役割がある人です：{0}",
          "Announcing is for people with the role announcer: {0}");
  private static final Words COMMANDS =
      new Words(
          "重大度 1・2 では、コマンダーがアナウンスを兼ねられません",
          "At severity 1 and 2 the commander cannot announce as well");

  private static final Words FOR_THE_COMMANDER =
      new Words("アナウンスできる人がいないので、コマンダーが兼ねます", "Nobody can announce, so it falls to the commander");

  private CommanderAndAnnouncerAreTwoPeople() {}

  /**
   * Why they may not; empty when they may.
   *
   * @param others whether anybody but the commander could
   */
  static Optional<Words> ask(Set<Role> roles, boolean commandsHere, boolean major, boolean others) {
    if (commandsHere && !others) {
      return Optional.empty();
    }
    if (!roles.contains(Role.ANNOUNCER)) {
      return Optional.of(others ? NEEDS_ROLE : FOR_THE_COMMANDER);
    }
    return major && commandsHere ? Optional.of(COMMANDS) : Optional.empty();
  }
}
