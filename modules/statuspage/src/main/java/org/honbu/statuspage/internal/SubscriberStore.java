package org.honbu.statuspage.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Keeps who wants to hear by e-mail. Joins the caller's transaction. */
interface SubscriberStore {

  /**
   * The row of this address, locked; made when there is none.
   *
   * @param id of a new one
   */
  SubscriberRow locked(UUID id, String address, Locale reader, Instant now);

  Optional<SubscriberRow> find(UUID id);

  /** The row of this id, locked: who comes second sees what the first did. */
  Optional<SubscriberRow> locked(UUID id);

  void remove(SubscriberRow subscriber);

  /** The next who confirmed, by id. */
  List<SubscriberRow> confirmedAfter(UUID id, int limit);

  /** Who never confirmed, the first of them, locked; without those somebody else holds. */
  List<SubscriberRow> unconfirmed(Instant askedBefore, int limit);
}
