package org.honbu.incidents;

import java.util.List;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Ranks who could command an incident next (DOMAIN DM-6). Ranking assigns nobody. */
public interface NextCommander {

  /**
   * Who may command it and does not yet, best first.
   *
   * @param except people not to ask
   */
  List<PersonId> candidates(IncidentId incident, Set<PersonId> except);
}
