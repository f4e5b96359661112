package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** In the database. */
@ApplicationScoped
class JpaCardStore implements CardStore {
  @PersistenceContext(unitName = "warroom")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  JpaCardStore() {}

  JpaCardStore(EntityManager database) {
    this.database = database;
  }

  @Override
  public Optional<LastLook> look(IncidentId incident, PersonId person) {
    return Optional.ofNullable(database.find(LastLook.class, LastLook.Key.of(incident, person)));
  }

  @Override
  public void addFirst(LastLook look) {
    database
        .createQuery(
            "insert into LastLook (incident, person, lastAt) values (?1, ?2, ?3)"
                + " on conflict do nothing")
        .setParameter(1, look.key().incident())
        .setParameter(2, look.key().person())
        .setParameter(3, look.lastAt())
        .executeUpdate();
  }

  @Override
  public Optional<SharedLinkRow> link(UUID id) {
    return Optional.ofNullable(database.find(SharedLinkRow.class, id));
  }

  @Override
  public List<SharedLinkRow> links(IncidentId incident) {
    return database
        .createQuery(
            "select l from SharedLinkRow l where l.incident = ?1 order by l.madeAt desc, l.id desc",
            SharedLinkRow.class)
        .setParameter(1, incident.value())
        .getResultList();
  }

  @Override
  public void add(SharedLinkRow link) {
    database.persist(link);
  }

  @Override
  public void countOpening(UUID link) {
    database
        .createQuery("update SharedLinkRow l set l.opened = l.opened + 1 where l.id = ?1")
        .setParameter(1, link)
        .executeUpdate();
  }

  @Override
  public void flush() {
    database.flush();
  }
}
