package org.honbu.warroom;

import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;

/**
 * What the commander does round after round: assess, decide, assign, tell, look again (DOMAIN 2.4).
 */
public interface CommandLoop {

  /** What was decided last. */
  Optional<Decision> decision(IncidentId incident);

  /** What the room was told, newest first. */
  List<StatusUpdate> updates(IncidentId incident);
}
