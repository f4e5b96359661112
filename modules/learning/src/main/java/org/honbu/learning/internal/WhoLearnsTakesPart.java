package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.honbu.incidents.PartQuestions;
import org.honbu.incidents.TakesPart;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Whoever leads the review of an incident, or changes something because of it, may read it. */
@ApplicationScoped
@Transactional
class WhoLearnsTakesPart implements TakesPart {
  private static final PartQuestions QUESTIONS =
      new PartQuestions(
          "select p.incident from PostmortemRow p"
              + " where p.incident in ?1 and (p.owner = ?2 or p.facilitator = ?2)",
          "select i.incident from ActionItemRow i where i.incident in ?1 and i.owner = ?2");

  @PersistenceContext(unitName = "learning")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  WhoLearnsTakesPart() {}

  WhoLearnsTakesPart(EntityManager database) {
    this.database = database;
  }

  @Override
  public Set<IncidentId> among(Set<IncidentId> incidents, PersonId person) {
    return QUESTIONS.ask(database, incidents, person);
  }
}
