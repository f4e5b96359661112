package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what was said again, in memory, and writes the sums once a second: a hundred repeats a
 * second must not queue for one row. A crash forgets at most one second of counting, and nothing
 * else.
 */
@ApplicationScoped
class Repeats {
  private final AlertStore store;
  private final Map<SignalRow.Key, Heard> heard = new HashMap<>();

  @Inject
  Repeats(AlertStore store) {
    this.store = store;
  }

  private record Heard(long times, Instant last) {
    Heard and(Heard more) {
      return new Heard(times + more.times, last.isAfter(more.last) ? last : more.last);
    }
  }

  void count(Collection<SignalRow.Key> signals, Instant now) {
    synchronized (heard) {
      signals.forEach(signal -> add(signal, new Heard(1, now)));
    }
  }

  private void add(SignalRow.Key signal, Heard more) {
    heard.merge(signal, more, Heard::and);
  }

  /** Writes the sums, always in the same order, so that two writers never wait for each other. */
  @Transactional
  void write() {
    Map<SignalRow.Key, Heard> sums = new TreeMap<>();
    synchronized (heard) {
      sums.putAll(heard);
      heard.clear();
    }
    try {
      sums.forEach((signal, sum) -> store.heard(signal, sum.times(), sum.last()));
    } catch (RuntimeException unwritten) {
      synchronized (heard) {
        sums.forEach(this::add);
      }
      throw unwritten;
    }
  }
}
