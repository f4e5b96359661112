package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaHeardStore implements HeardStore {
  @PersistenceContext(unitName = "slack")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  JpaHeardStore() {}

  JpaHeardStore(EntityManager database) {
    this.database = database;
  }

  @Override
  public boolean keep(Heard heard) {
    if (database.find(HeardRow.class, heard.id()) != null) {
      return false;
    }
    database.persist(new HeardRow(heard));
    database.flush();
    return true;
  }

  @Override
  public Optional<Heard> claim(Instant now, Duration lease) {
    List<?> due =
        database
            .createNativeQuery(
                "select * from slack.heard where state = 'WAITING' and due_at <= ?1"
                    + " order by heard_at, id limit 1 for update skip locked",
                HeardRow.class)
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .getResultList();
    return due.stream()
        .map(HeardRow.class::cast)
        .findFirst()
        .map(
            row -> {
              row.leased(now.plus(lease));
              database.flush();
              return row.heard();
            });
  }

  @Override
  public void acted(Heard heard, String answer) {
    row(heard).ifPresent(row -> row.acted(answer));
    database.flush();
  }

  @Override
  public void later(Heard heard, Instant due) {
    row(heard).ifPresent(row -> row.later(due));
  }

  @Override
  public void over(Heard heard, End end) {
    row(heard).ifPresent(row -> row.over(end));
  }

  private Optional<HeardRow> row(Heard heard) {
    return Optional.ofNullable(database.find(HeardRow.class, heard.id()));
  }
}
