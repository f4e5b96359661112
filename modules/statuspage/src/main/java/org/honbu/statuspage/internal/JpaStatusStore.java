package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;

@ApplicationScoped
class JpaStatusStore implements StatusStore {
  @PersistenceContext(unitName = "statuspage")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  JpaStatusStore() {}

  JpaStatusStore(EntityManager database) {
    this.database = database;
  }

  @Override
  public Optional<PublicIncidentRow> incident(IncidentId incident) {
    return Optional.ofNullable(database.find(PublicIncidentRow.class, incident.value()));
  }

  @Override
  public void add(PublicIncidentRow incident) {
    database.persist(incident);
  }

  @Override
  public List<PublicIncidentRow> newest(int limit) {
    return database
        .createQuery(
            "select i from PublicIncidentRow i order by i.publishedAt desc, i.publicId",
            PublicIncidentRow.class)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public Optional<PublicUpdateRow> update(UUID announcement) {
    return Optional.ofNullable(database.find(PublicUpdateRow.class, announcement));
  }

  @Override
  public List<PublicUpdateRow> updatesOf(List<String> incidents) {
    return incidents.isEmpty()
        ? List.of()
        : database
            .createQuery(
                "select u from PublicUpdateRow u where u.incident in ?1 order by u.number",
                PublicUpdateRow.class)
            .setParameter(1, incidents)
            .getResultList();
  }

  @Override
  public void add(PublicUpdateRow update) {
    database.persist(update);
  }

  @Override
  public List<ShownComponentRow> shown() {
    return database
        .createQuery(
            "select c from ShownComponentRow c order by c.place, c.component",
            ShownComponentRow.class)
        .getResultList();
  }

  @Override
  public Optional<ShownComponentRow> shown(String component) {
    return Optional.ofNullable(database.find(ShownComponentRow.class, component));
  }

  @Override
  public void add(ShownComponentRow component) {
    database.persist(component);
  }

  @Override
  public void remove(ShownComponentRow component) {
    database.remove(component);
  }

  @Override
  public String fingerprint() {
    Object[] incidents = sum("PublicIncidentRow");
    Object[] components = sum("ShownComponentRow");
    return Arrays.toString(incidents) + Arrays.toString(components);
  }

  private Object[] sum(String entity) {
    return database
        .createQuery(
            "select count(r), coalesce(sum(r.version), 0), max(r.changedAt) from " + entity + " r",
            Object[].class)
        .getSingleResult();
  }

  @Override
  public void flush() {
    database.flush();
  }
}
