package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.alerts.Alerts;
import org.honbu.alerts.DeadLetter;
import org.honbu.alerts.Integration;
import org.honbu.alerts.Signal;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;

/** Answers from our own rows. */
@ApplicationScoped
class LiveAlerts implements Alerts {
  private static final int MOST_LETTERS = 200;
  private static final int MOST_BODIES = 50;

  private final AlertStore store;
  private final Ids ids;
  private final Clock clock;

  @Inject
  LiveAlerts(AlertStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public List<Signal> signals(IncidentId incident) {
    return store.signals(incident);
  }

  @Override
  public Map<IncidentId, List<Signal>> signals(Collection<IncidentId> incidents) {
    return store.signals(incidents);
  }

  @Override
  public List<byte[]> said(IncidentId incident) {
    return store.bodies(incident, MOST_BODIES);
  }

  @Override
  public List<DeadLetter> deadLetters() {
    return store.deadLetters(MOST_LETTERS);
  }

  @Override
  public Optional<byte[]> deadLetterBody(UUID deadLetter) {
    return store.deadLetterBody(deadLetter);
  }

  @Override
  public List<Integration> integrations() {
    return store.integrations();
  }

  @Override
  @Transactional
  public String admit(String id, String name) {
    String key = ids.secret();
    admit(id, name, key);
    return key;
  }

  /** Admits with a key that is known beforehand: for the sample integration. */
  @Transactional
  void admit(String id, String name, String key) {
    if (!id.matches("[a-z0-9-]{1,48}")) {
      throw new ProblemException(Problem.UNREADABLE_ID, "integration", id);
    }
    store.put(new IntegrationRow(id, Text.clean(name, 100), key, clock.instant()));
  }
}
