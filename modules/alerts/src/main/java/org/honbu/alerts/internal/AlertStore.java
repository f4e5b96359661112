package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.alerts.DeadLetter;
import org.honbu.alerts.Integration;
import org.honbu.alerts.Signal;
import org.honbu.kernel.IncidentId;

/** Keeps what monitoring said in this module's tables. */
@ApplicationScoped
class AlertStore {
  /** Databases dislike endless lists of parameters. */
  private static final int CHUNK = 500;

  /** So many rows are read one by one: a list makes Hibernate write the query anew each time. */
  private static final int FEW = 4;

  @PersistenceContext(unitName = "alerts")
  EntityManager em;

  Optional<IntegrationRow> integration(String id) {
    return Optional.ofNullable(em.find(IntegrationRow.class, id));
  }

  /** Whose key it is; of two that were given the same key, neither. */
  Optional<IntegrationRow> whose(String key) {
    List<IntegrationRow> found =
        em.createQuery(
                "select i from IntegrationRow i where i.keyHash = :hash", IntegrationRow.class)
            .setParameter("hash", Text.hash(key))
            .setMaxResults(2)
            .getResultList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  List<Integration> integrations() {
    return em.createQuery("select i from IntegrationRow i order by i.id", IntegrationRow.class)
        .getResultStream()
        .map(IntegrationRow::integration)
        .toList();
  }

  void put(IntegrationRow integration) {
    em.merge(integration);
  }

  Optional<CorrelationRow> open(String openKey) {
    return em.createQuery(
            "select c from CorrelationRow c where c.openKey = :key", CorrelationRow.class)
        .setParameter("key", openKey)
        .getResultStream()
        .findFirst();
  }

  /** Waits for whoever is changing the group's signals, and reads it as they left it. */
  void lock(CorrelationRow correlation) {
    em.refresh(correlation, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Fails at once when another delivery holds the same key. */
  void add(CorrelationRow correlation) {
    em.persist(correlation);
    em.flush();
  }

  void flush() {
    em.flush();
  }

  List<SignalRow> signals(UUID correlation, Collection<String> fingerprints) {
    List<String> wanted = List.copyOf(fingerprints);
    if (wanted.size() <= FEW) {
      return wanted.stream()
          .map(fingerprint -> new SignalRow.Key(correlation, fingerprint))
          .flatMap(key -> Optional.ofNullable(em.find(SignalRow.class, key)).stream())
          .toList();
    }
    List<SignalRow> found = new ArrayList<>();
    for (int from = 0; from < wanted.size(); from += CHUNK) {
      found.addAll(
          em.createQuery(
                  "select s from SignalRow s"
                      + " where s.correlation = :correlation and s.fingerprint in :wanted",
                  SignalRow.class)
              .setParameter("correlation", correlation)
              .setParameter("wanted", wanted.subList(from, Math.min(from + CHUNK, wanted.size())))
              .getResultList());
    }
    return found;
  }

  void refresh(SignalRow signal) {
    em.refresh(signal);
  }

  void add(SignalRow signal) {
    em.persist(signal);
  }

  void heard(SignalRow.Key signal, long times, Instant last) {
    em.createNativeQuery(
            "update {h-schema}signal set heard_times = heard_times + :times, heard_at = :last"
                + " where correlation_id = :correlation and fingerprint = :fingerprint")
        .setParameter("times", times)
        .setParameter("last", last)
        .setParameter("correlation", signal.correlation())
        .setParameter("fingerprint", signal.fingerprint())
        .executeUpdate();
  }

  List<Signal> signals(IncidentId incident) {
    return em.createQuery(
            "select s, c.integration from SignalRow s join CorrelationRow c on c.id = s.correlation"
                + " where c.incident = :incident"
                + " order by case when s.clearedAt is null then 0 else 1 end, s.firstAt desc",
            Object[].class)
        .setParameter("incident", incident.value())
        .getResultStream()
        .map(row -> ((SignalRow) row[0]).signal((String) row[1]))
        .toList();
  }

  Map<IncidentId, List<Signal>> signals(Collection<IncidentId> incidents) {
    List<String> wanted = incidents.stream().map(IncidentId::value).distinct().toList();
    Map<IncidentId, List<Signal>> found = new HashMap<>();
    for (int from = 0; from < wanted.size(); from += CHUNK) {
      em.createQuery(
              "select s, c.integration, c.incident from SignalRow s"
                  + " join CorrelationRow c on c.id = s.correlation where c.incident in :wanted",
              Object[].class)
          .setParameter("wanted", wanted.subList(from, Math.min(from + CHUNK, wanted.size())))
          .getResultStream()
          .forEach(
              row ->
                  found
                      .computeIfAbsent(
                          new IncidentId((String) row[2]), incident -> new ArrayList<>())
                      .add(((SignalRow) row[0]).signal((String) row[1])));
    }
    return found;
  }

  Optional<DeliveryRow> delivery(String integration, String idempotencyKey) {
    return em.createQuery(
            "select d from DeliveryRow d"
                + " where d.integration = :integration and d.idempotencyHash = :hash",
            DeliveryRow.class)
        .setParameter("integration", integration)
        .setParameter("hash", Text.hash(idempotencyKey))
        .getResultStream()
        .findFirst();
  }

  List<byte[]> bodies(IncidentId incident, int most) {
    return em.createQuery(
            "select d from DeliveryRow d where d.incident = :incident order by d.receivedAt",
            DeliveryRow.class)
        .setParameter("incident", incident.value())
        .setMaxResults(most)
        .getResultStream()
        .map(DeliveryRow::body)
        .toList();
  }

  void add(DeliveryRow delivery) {
    em.persist(delivery);
    em.flush();
  }

  Optional<DeadLetterRow> deadLetter(String integration, byte[] body) {
    return em.createQuery(
            "select d from DeadLetterRow d"
                + " where d.integration = :integration and d.bodyHash = :hash",
            DeadLetterRow.class)
        .setParameter("integration", integration)
        .setParameter("hash", Text.hash(body))
        .getResultStream()
        .findFirst();
  }

  void add(DeadLetterRow letter) {
    em.persist(letter);
    em.flush();
  }

  long countDeadLetters(String integration) {
    return em.createQuery(
            "select count(d) from DeadLetterRow d where d.integration = :integration", Long.class)
        .setParameter("integration", integration)
        .getSingleResult();
  }

  int forgetDeadLettersBefore(Instant then) {
    return em.createQuery("delete from DeadLetterRow d where d.lastAt < :then")
        .setParameter("then", then)
        .executeUpdate();
  }

  List<DeadLetter> deadLetters(int most) {
    return em.createQuery(
            "select d from DeadLetterRow d order by d.lastAt desc", DeadLetterRow.class)
        .setMaxResults(most)
        .getResultStream()
        .map(DeadLetterRow::letter)
        .toList();
  }

  Optional<byte[]> deadLetterBody(UUID letter) {
    return Optional.ofNullable(em.find(DeadLetterRow.class, letter)).map(DeadLetterRow::body);
  }
}
