package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaSubscriberStore implements SubscriberStore {
  @PersistenceContext(unitName = "statuspage")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  JpaSubscriberStore() {}

  JpaSubscriberStore(EntityManager database) {
    this.database = database;
  }

  @Override
  public SubscriberRow locked(UUID id, String address, Locale reader, Instant now) {
    return lockedIfThere(address)
        .orElseGet(
            () -> {
              addUnlessSomebodyIsFaster(id, address, reader, now);
              return lockedIfThere(address).orElseThrow();
            });
  }

  private void addUnlessSomebodyIsFaster(UUID id, String address, Locale reader, Instant now) {
    database
        .createQuery(
            "insert into SubscriberRow (id, version, address, language, askedAt, asked)"
                + " values (?1, 0, ?2, ?3, ?4, 0) on conflict do nothing")
        .setParameter(1, id)
        .setParameter(2, address)
        .setParameter(3, reader.getLanguage())
        .setParameter(4, now)
        .executeUpdate();
  }

  private Optional<SubscriberRow> lockedIfThere(String address) {
    return database
        .createQuery("select s from SubscriberRow s where s.address = ?1", SubscriberRow.class)
        .setParameter(1, address)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<SubscriberRow> find(UUID id) {
    return Optional.ofNullable(database.find(SubscriberRow.class, id));
  }

  @Override
  public Optional<SubscriberRow> locked(UUID id) {
    return Optional.ofNullable(
        database.find(SubscriberRow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public void remove(SubscriberRow subscriber) {
    database.remove(subscriber);
  }

  @Override
  public List<SubscriberRow> confirmedAfter(UUID id, int limit) {
    return database
        .createQuery(
            "select s from SubscriberRow s where s.confirmedAt is not null and s.id > ?1"
                + " order by s.id",
            SubscriberRow.class)
        .setParameter(1, id)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  @SuppressWarnings("unchecked") // A native query says only by its class what it gives.
  public List<SubscriberRow> unconfirmed(Instant askedBefore, int limit) {
    return database
        .createNativeQuery(
            "select * from statuspage.subscriber where confirmed_at is null and asked_at < ?1"
                + " order by asked_at limit ?2 for update skip locked",
            SubscriberRow.class)
        .setParameter(1, askedBefore)
        .setParameter(2, limit)
        .getResultList();
  }
}
