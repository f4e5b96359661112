package org.honbu.warroom;

import java.util.List;
import org.honbu.kernel.IncidentId;

/** Who does what by when (DOMAIN 2.6). A piece of work without an owner cannot exist. */
public interface Assignments {

  /** All of the incident, oldest first. */
  List<Assignment> of(IncidentId incident);
}
