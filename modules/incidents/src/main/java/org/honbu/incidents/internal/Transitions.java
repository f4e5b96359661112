package org.honbu.incidents.internal;

import static org.honbu.incidents.IncidentState.ABORTED;
import static org.honbu.incidents.IncidentState.CLOSED;
import static org.honbu.incidents.IncidentState.FALSE_ALARM;
import static org.honbu.incidents.IncidentState.IDENTIFIED;
import static org.honbu.incidents.IncidentState.INVESTIGATING;
import static org.honbu.incidents.IncidentState.MERGED;
import static org.honbu.incidents.IncidentState.MITIGATED;
import static org.honbu.incidents.IncidentState.MONITORING;
import static org.honbu.incidents.IncidentState.POSTMORTEM;
import static org.honbu.incidents.IncidentState.RESOLVED;
import static org.honbu.incidents.IncidentState.TRIAGE;

import java.util.EnumSet;
import java.util.Set;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.ProblemException;

/** Which states follow which (DOMAIN ST-1…12). */
final class Transitions {
  private Transitions() {}

  static Set<IncidentState> from(IncidentState state) {
    return switch (state) {
      case REPORTED -> EnumSet.of(TRIAGE, MERGED, ABORTED);
      case TRIAGE -> EnumSet.of(INVESTIGATING, FALSE_ALARM, MERGED, ABORTED);
      case INVESTIGATING -> EnumSet.of(IDENTIFIED, MITIGATED, FALSE_ALARM, MERGED, ABORTED);
      case IDENTIFIED -> EnumSet.of(MITIGATED, FALSE_ALARM, MERGED, ABORTED);
      case MITIGATED -> EnumSet.of(MONITORING, INVESTIGATING, MERGED, ABORTED);
      case MONITORING -> EnumSet.of(RESOLVED, INVESTIGATING, MERGED, ABORTED);
      case RESOLVED -> EnumSet.of(POSTMORTEM, CLOSED, INVESTIGATING);
      case POSTMORTEM, FALSE_ALARM -> EnumSet.of(CLOSED);
      case CLOSED, MERGED, ABORTED -> EnumSet.noneOf(IncidentState.class);
    };
  }

  /**
   * Refuses a step that is not drawn (ST-G4).
   *
   * @throws ProblemException {@link IncidentProblems#ILLEGAL_STEP}
   */
  static void check(String incident, IncidentState from, IncidentState to) {
    if (!from(from).contains(to)) {
      throw new ProblemException(
          IncidentProblems.ILLEGAL_STEP, incident, from.label().both(), to.label().both());
    }
  }
}
