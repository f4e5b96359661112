package org.honbu.statuspage.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;

/** Keeps what the public was told. Joins the caller's transaction. */
interface StatusStore {

  Optional<PublicIncidentRow> incident(IncidentId incident);

  void add(PublicIncidentRow incident);

  /** Newest first. */
  List<PublicIncidentRow> newest(int limit);

  Optional<PublicUpdateRow> update(UUID announcement);

  /** Oldest first. */
  List<PublicUpdateRow> updatesOf(List<String> incidents);

  void add(PublicUpdateRow update);

  /** In the page's order. */
  List<ShownComponentRow> shown();

  Optional<ShownComponentRow> shown(String component);

  void add(ShownComponentRow component);

  void remove(ShownComponentRow component);

  /** Another one whenever anything that is shown has changed; costs little to ask. */
  String fingerprint();

  /**
   * Sends what was changed to the database now, so that a conflict shows before anything else
   * happens.
   */
  void flush();
}
