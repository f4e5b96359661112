package org.honbu.alerts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;

/**
 * Shows what monitoring said, and says who may speak.
 *
 * <p>Who may call is the caller's check. Notices themselves come in by REST only.
 */
public interface Alerts {

  /** Signals of the incident, those that still fire first, then the newest first. */
  List<Signal> signals(IncidentId incident);

  /** What monitoring said of each of them, in one look; nothing of those it said nothing of. */
  Map<IncidentId, List<Signal>> signals(Collection<IncidentId> incidents);

  /**
   * What monitoring said, word for word, oldest first: each delivery that brought something new to
   * the incident, at most 50.
   */
  List<byte[]> said(IncidentId incident);

  /** What could not be read, the last heard first; at most 200. For admins. */
  List<DeadLetter> deadLetters();

  /** The words of a dead letter as they came, at most 1 MiB. For admins: they may name people. */
  Optional<byte[]> deadLetterBody(UUID deadLetter);

  /** Who may speak, by id. */
  List<Integration> integrations();

  /**
   * Lets a monitoring system speak, or gives it a new key; the old key stops working at once.
   *
   * @return its key, shown only now
   */
  String admit(String id, String name);
}
