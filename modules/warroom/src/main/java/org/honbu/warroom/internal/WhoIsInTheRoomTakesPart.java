package org.honbu.warroom.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.honbu.incidents.PartQuestions;
import org.honbu.incidents.TakesPart;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Whoever came in, was asked in, got a piece of work, offered a hand, or leads or joined a topic
 * may read the incident; who left knows it already.
 */
@ApplicationScoped
@Transactional
public class WhoIsInTheRoomTakesPart implements TakesPart {
  private static final PartQuestions QUESTIONS =
      new PartQuestions(
          "select m.incident from MemberRow m where m.incident in ?1 and m.person = ?2",
          "select s.incident from SummonsRow s join s.asked a"
              + " where s.incident in ?1 and a.person = ?2 and a.askedAt is not null",
          "select h.incident from HelpingRow h where h.incident in ?1 and h.person = ?2",
          "select w.incident from AssignmentRow w where w.incident in ?1 and w.owner = ?2",
          "select c.incident from CallRow c join c.volunteers v"
              + " where c.incident in ?1 and v.person = ?2",
          "select t.incident from TopicRow t where t.incident in ?1 and t.lead = ?2",
          "select t.incident from TopicMember t where t.incident in ?1 and t.person = ?2");

  @PersistenceContext(unitName = "warroom")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  public WhoIsInTheRoomTakesPart() {}

  public WhoIsInTheRoomTakesPart(EntityManager database) {
    this.database = database;
  }

  @Override
  public Set<IncidentId> among(Set<IncidentId> incidents, PersonId person) {
    return QUESTIONS.ask(database, incidents, person);
  }
}
