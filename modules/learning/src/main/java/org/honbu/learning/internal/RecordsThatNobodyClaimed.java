package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.NobodyClaimed;
import org.honbu.kernel.Kind;
import org.honbu.outbox.FactHandler;

/** A13: that nobody took command is for the process to mend. A drill's gap is its review's. */
@ApplicationScoped
class RecordsThatNobodyClaimed implements FactHandler<NobodyClaimed> {
  private final GapActs gaps;

  @Inject
  RecordsThatNobodyClaimed(GapActs gaps) {
    this.gaps = gaps;
  }

  @Override
  public String name() {
    return "learning.records-that-nobody-claimed";
  }

  @Override
  public Class<NobodyClaimed> fact() {
    return NobodyClaimed.class;
  }

  @Override
  public void on(NobodyClaimed nobody) {
    if (nobody.kind() == Kind.REAL) {
      gaps.found(nobody.incident(), Gap.NO_COMMANDER);
    }
  }
}
