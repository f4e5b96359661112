package org.honbu.learning.internal;

import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.Kind;
import org.junit.jupiter.api.Test;

/** What goes on while people still respond is none of this module's business. */
class FollowsTheIncidentTest {

  @Test
  void aMoveOfAnOpenIncidentTouchesNothing() {
    var desk =
        new Desk(
            () -> {
              throw new AssertionError("no process is looked at");
            });
    desk.state = IncidentState.INVESTIGATING;

    new FollowsTheIncident(desk.book, desk.process, desk.gaps, desk.writing)
        .on(
            new IncidentMoved(
                Desk.INCIDENT,
                Kind.REAL,
                IncidentState.TRIAGE,
                IncidentState.INVESTIGATING,
                desk.resolvedAt));
  }
}
