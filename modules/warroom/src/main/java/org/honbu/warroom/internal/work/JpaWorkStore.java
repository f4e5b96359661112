package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Work in this module's tables. */
@ApplicationScoped
class JpaWorkStore implements WorkStore {
  @PersistenceContext(unitName = "warroom")
  EntityManager em;

  @Override
  public void add(AssignmentRow row) {
    em.persist(row);
  }

  @Override
  public void add(CallRow row) {
    em.persist(row);
  }

  @Override
  public List<AssignmentRow> work(IncidentId incident) {
    return em.createQuery(
            "select w from AssignmentRow w where w.incident = :incident order by w.place",
            AssignmentRow.class)
        .setParameter("incident", incident.value())
        .getResultList();
  }

  @Override
  public List<CallRow> calls(IncidentId incident) {
    return em.createQuery(
            "select c from CallRow c where c.incident = :incident order by c.place", CallRow.class)
        .setParameter("incident", incident.value())
        .getResultList();
  }

  @Override
  public Optional<AssignmentRow> work(UUID id) {
    return Optional.ofNullable(em.find(AssignmentRow.class, id));
  }

  @Override
  public Optional<CallRow> call(UUID id) {
    return Optional.ofNullable(em.find(CallRow.class, id));
  }

  @Override
  public Map<PersonId, Long> taken(Collection<PersonId> people) {
    Map<PersonId, Long> taken = new HashMap<>();
    people.forEach(person -> taken.put(person, 0L));
    if (!people.isEmpty()) {
      em.createQuery(
              "select w.owner, count(w) from AssignmentRow w"
                  + " where w.owner in :people and w.acceptedAt is not null group by w.owner",
              Object[].class)
          .setParameter("people", people.stream().map(PersonId::value).toList())
          .getResultList()
          .forEach(row -> taken.put(new PersonId((String) row[0]), (Long) row[1]));
    }
    return taken;
  }

  @Override
  public void flush() {
    em.flush();
  }
}
