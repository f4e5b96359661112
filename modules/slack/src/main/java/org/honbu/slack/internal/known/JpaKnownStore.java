package org.honbu.slack.internal.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.kernel.PersonId;

@ApplicationScoped
@Transactional
class JpaKnownStore implements KnownStore {
  @PersistenceContext(unitName = "slack")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  JpaKnownStore() {}

  JpaKnownStore(EntityManager database) {
    this.database = database;
  }

  @Override
  public Optional<Known> bySlackUser(String slackUser) {
    return Optional.ofNullable(database.find(PersonRow.class, slackUser)).map(PersonRow::known);
  }

  @Override
  public Optional<Known> byPerson(PersonId person) {
    return database
        .createQuery(
            "select p from PersonRow p where p.person = ?1 order by p.verifiedAt desc",
            PersonRow.class)
        .setParameter(1, person.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(PersonRow::known);
  }

  @Override
  public void keep(Known known) {
    database.merge(new PersonRow(known));
  }

  @Override
  public void forget(String slackUser) {
    Optional.ofNullable(database.find(PersonRow.class, slackUser)).ifPresent(database::remove);
  }
}
