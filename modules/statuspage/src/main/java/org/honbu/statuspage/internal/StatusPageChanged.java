package org.honbu.statuspage.internal;

import java.time.Instant;
import org.honbu.outbox.Fact;
import org.honbu.outbox.OneWaits;
import org.honbu.outbox.Subject;

/** What users see has changed: copies are to be written. */
@OneWaits
public record StatusPageChanged(Instant at) implements Fact {
  static final Subject LINE = new Subject("status-page");
}
