package org.honbu.alerts.internal;

import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;

/**
 * What became of a delivery.
 *
 * @param incident where it belongs; empty when it only takes back what nobody responds to any more
 * @param repeats signals that said again what was known
 */
record Accepted(Optional<IncidentId> incident, List<SignalRow.Key> repeats) {}
