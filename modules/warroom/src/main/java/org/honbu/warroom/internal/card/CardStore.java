package org.honbu.warroom.internal.card;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Where looks and links stand; joins the running transaction. */
interface CardStore {
  Optional<LastLook> look(IncidentId incident, PersonId person);

  /** Keeps the first look, unless another page of the same person was faster. */
  void addFirst(LastLook look);

  Optional<SharedLinkRow> link(UUID id);

  /** Every link of the incident, newest first. */
  List<SharedLinkRow> links(IncidentId incident);

  void add(SharedLinkRow link);

  /** One more opening, whoever else counts at the same time. */
  void countOpening(UUID link);

  void flush();
}
