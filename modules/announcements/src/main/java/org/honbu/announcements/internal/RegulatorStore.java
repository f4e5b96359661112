package org.honbu.announcements.internal;

import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;

/** Keeps the reports to authorities. */
interface RegulatorStore {

  Optional<RegulatorReportRow> find(IncidentId incident);

  /** All that are still owed. */
  List<RegulatorReportRow> open();

  void add(RegulatorReportRow row);

  /** Writes what was changed now, so that a conflict is known before the process moves. */
  void flush();
}
