package org.honbu.incidents;

import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * What a module above knows of who takes part in an incident, for {@link Privacy}: whoever was
 * called, asked in, works on it or writes its review may read it. Every bean of this type is asked;
 * one yes is enough, and nothing is written down for it.
 */
public interface TakesPart {

  /** Those of the incidents in which this person takes part or took part, in few queries. */
  Set<IncidentId> among(Set<IncidentId> incidents, PersonId person);
}
