package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.learning.ActionItem;
import org.honbu.learning.Postmortem;

/** Reviews and action items in this module's tables. */
@ApplicationScoped
class JpaLearningStore implements LearningStore {
  private static final int POSTMORTEMS = 200;
  private static final int ITEMS = 500;

  @PersistenceContext(unitName = "learning")
  EntityManager em;

  @Override
  public void add(PostmortemRow row) {
    em.persist(row);
  }

  @Override
  public void add(ActionItemRow row) {
    em.persist(row);
  }

  @Override
  public Optional<PostmortemRow> postmortem(IncidentId incident) {
    return Optional.ofNullable(em.find(PostmortemRow.class, incident.value()));
  }

  @Override
  public Optional<ActionItemRow> item(UUID id) {
    return Optional.ofNullable(em.find(ActionItemRow.class, id));
  }

  @Override
  public List<ActionItemRow> items(IncidentId incident) {
    return em.createQuery(
            "select i from ActionItemRow i where i.incident = :incident order by i.place",
            ActionItemRow.class)
        .setParameter("incident", incident.value())
        .getResultList();
  }

  @Override
  public List<PostmortemRow> openPostmortems() {
    return em.createQuery(
            "select p from PostmortemRow p where p.state <> :closed order by p.dueAt, p.incident",
            PostmortemRow.class)
        .setParameter("closed", Postmortem.State.CLOSED)
        .setMaxResults(POSTMORTEMS)
        .getResultList();
  }

  @Override
  public List<ActionItemRow> openItems() {
    return em.createQuery(
            "select i from ActionItemRow i where i.state = :open order by i.dueAt, i.id",
            ActionItemRow.class)
        .setParameter("open", ActionItem.State.OPEN)
        .setMaxResults(ITEMS)
        .getResultList();
  }

  @Override
  public void flush() {
    em.flush();
  }
}
