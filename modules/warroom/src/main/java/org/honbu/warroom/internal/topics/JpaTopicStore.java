package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.honbu.kernel.IncidentId;

@ApplicationScoped
class JpaTopicStore implements TopicStore {
  @PersistenceContext(unitName = "warroom")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  JpaTopicStore() {}

  JpaTopicStore(EntityManager database) {
    this.database = database;
  }

  @Override
  public List<TopicRow> topics(IncidentId incident) {
    return of(
        "select t from TopicRow t where t.incident = ?1 order by t.number",
        TopicRow.class,
        incident);
  }

  @Override
  public List<TopicMember> members(IncidentId incident) {
    return of(
        "select m from TopicMember m where m.incident = ?1 order by m.since, m.person",
        TopicMember.class,
        incident);
  }

  @Override
  public List<ParkedRow> parked(IncidentId incident) {
    return of(
        "select p from ParkedRow p where p.incident = ?1 order by p.parkedAt, p.id",
        ParkedRow.class,
        incident);
  }

  private <T> List<T> of(String question, Class<T> type, IncidentId incident) {
    return database.createQuery(question, type).setParameter(1, incident.value()).getResultList();
  }

  @Override
  public void add(Object row) {
    database.persist(row);
  }

  @Override
  public void remove(TopicMember member) {
    database.remove(member);
  }

  @Override
  public void flush() {
    database.flush();
  }

  @Override
  public void readAfresh() {
    database.flush();
    database.clear();
  }
}
