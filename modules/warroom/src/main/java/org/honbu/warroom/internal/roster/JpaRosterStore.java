package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

@ApplicationScoped
class JpaRosterStore implements RosterStore {
  @PersistenceContext(unitName = "warroom")
  EntityManager entities;

  @Override
  public List<MemberRow> members(IncidentId incident) {
    return entities
        .createQuery(
            "select m from MemberRow m where m.incident = :incident order by m.since, m.id",
            MemberRow.class)
        .setParameter("incident", incident.value())
        .getResultList();
  }

  @Override
  public Optional<MemberRow> member(IncidentId incident, PersonId person) {
    return entities
        .createQuery(
            "select m from MemberRow m where m.incident = :incident and m.person = :person",
            MemberRow.class)
        .setParameter("incident", incident.value())
        .setParameter("person", person.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<SummonsRow> summons(IncidentId incident) {
    return entities
        .createQuery(
            "select s from SummonsRow s where s.incident = :incident order by s.number",
            SummonsRow.class)
        .setParameter("incident", incident.value())
        .getResultList();
  }

  @Override
  public Optional<SummonsRow> summons(IncidentId incident, int number) {
    return entities
        .createQuery(
            "select s from SummonsRow s where s.incident = :incident and s.number = :number",
            SummonsRow.class)
        .setParameter("incident", incident.value())
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<HelpingRow> helping(IncidentId incident) {
    return entities
        .createQuery(
            "select h from HelpingRow h where h.incident = :incident and h.doneAt is null"
                + " order by h.since",
            HelpingRow.class)
        .setParameter("incident", incident.value())
        .getResultList();
  }

  @Override
  public void add(MemberRow row) {
    entities.persist(row);
  }

  @Override
  public void add(SummonsRow row) {
    entities.persist(row);
  }

  @Override
  public void add(HelpingRow row) {
    entities.persist(row);
  }

  @Override
  public void flush() {
    entities.flush();
  }
}
