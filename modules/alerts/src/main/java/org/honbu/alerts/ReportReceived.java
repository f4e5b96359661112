package org.honbu.alerts;

import java.time.Instant;
import org.honbu.kernel.Kind;
import org.honbu.kernel.ReportId;
import org.honbu.outbox.Fact;

/** Somebody told us what they see. */
public record ReportReceived(ReportId report, Kind kind, Instant at) implements Fact {}
