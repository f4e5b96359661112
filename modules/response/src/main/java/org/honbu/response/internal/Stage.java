package org.honbu.response.internal;

import java.util.ArrayList;
import java.util.List;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;

/**
 * Where in {@code IncidentResponse} an incident stands, by what its record says.
 *
 * @param steps ids in the diagram to begin before; none: from the beginning
 */
record Stage(List<String> steps) {
  private static final String ANSWER = "Activity_GetFirstAnswer";
  private static final String ROOM = "Activity_RunWarRoom";

  static Stage of(IncidentView view) {
    if (view.severity().isEmpty()) {
      return new Stage(List.of());
    }
    return switch (view.state()) {
      case REPORTED, TRIAGE, INVESTIGATING, IDENTIFIED -> responding(view);
      case MITIGATED, MONITORING ->
          new Stage(List.of(isRoomOpen(view) ? ROOM : "Activity_WatchTeamRecovery"));
      case RESOLVED -> new Stage(List.of("Gateway_Resolved"));
      case FALSE_ALARM -> new Stage(List.of("Activity_CloseFalseAlarm"));
      case POSTMORTEM, CLOSED, MERGED, ABORTED ->
          throw new IllegalArgumentException(view.id() + " has no process: " + view.state());
    };
  }

  /** Unanswered in a room: the calls go on beside it. */
  private static Stage responding(IncidentView view) {
    List<String> steps = new ArrayList<>();
    if (view.answeredBy().isEmpty()) {
      steps.add(ANSWER);
    }
    if (isRoomOpen(view)) {
      steps.add(ROOM);
    }
    if (steps.isEmpty()) {
      steps.add(view.triaged().isPresent() ? "Activity_JudgeProblem" : "Activity_NoteTheAnswer");
    }
    return new Stage(List.copyOf(steps));
  }

  private static boolean isRoomOpen(IncidentView view) {
    return view.room() == Room.OPEN;
  }
}
