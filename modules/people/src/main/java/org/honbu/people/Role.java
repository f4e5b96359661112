package org.honbu.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A standing qualification, granted in Keycloak as a realm role (DOMAIN 1.4). Duties in one
 * incident are not roles, and who is on call comes from a rotation.
 */
public enum Role {
  EMPLOYEE,
  CUSTOMER_SUPPORT,
  RESPONDER,
  INCIDENT_COMMANDER,
  COMMANDER_TRAINEE,
  ANNOUNCER,
  PROCESS_OWNER,
  DRILL_FACILITATOR,
  DRILL_EVALUATOR,
  SCHEDULE_ADMIN,
  PRIVACY_OFFICER,
  ADMIN;

  /**
   * The name in Keycloak, which is also the candidate group in diagrams: {@code
   * incident-commander}.
   */
  public String group() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of that name in Keycloak, when it is one of ours. */
  public static Optional<Role> named(String group) {
    return Arrays.stream(values()).filter(role -> role.group().equals(group)).findFirst();
  }
}
