package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.honbu.incidents.PartQuestions;
import org.honbu.incidents.TakesPart;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Whoever was called may read the incident, whatever they answered: they were told of it. */
@ApplicationScoped
@Transactional
class WhoWasCalledTakesPart implements TakesPart {
  private static final PartQuestions QUESTIONS =
      new PartQuestions(
          "select r.incident from Run r join r.called c"
              + " where r.incident in ?1 and c.person = ?2");

  @PersistenceContext(unitName = "escalation")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  WhoWasCalledTakesPart() {}

  WhoWasCalledTakesPart(EntityManager database) {
    this.database = database;
  }

  @Override
  public Set<IncidentId> among(Set<IncidentId> incidents, PersonId person) {
    return QUESTIONS.ask(database, incidents, person);
  }
}
