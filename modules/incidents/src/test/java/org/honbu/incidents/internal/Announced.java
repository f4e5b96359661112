package org.honbu.incidents.internal;

import java.util.ArrayList;
import java.util.List;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;

/** Keeps what was announced. */
final class Announced implements Outbox {
  final List<Fact> all = new ArrayList<>();
  final List<Fact> noHurry = new ArrayList<>();

  @Override
  public void announce(Fact fact, Subject subject) {
    all.add(fact);
  }

  @Override
  public void mention(Fact fact, Subject subject) {
    noHurry.add(fact);
    announce(fact, subject);
  }

  @Override
  public List<Stuck> stuck() {
    return List.of();
  }

  @Override
  public void retry(long place) {
    throw new UnsupportedOperationException("nothing is stuck");
  }

  <F extends Fact> List<F> told(Class<F> fact) {
    return all.stream().filter(fact::isInstance).map(fact::cast).toList();
  }
}
