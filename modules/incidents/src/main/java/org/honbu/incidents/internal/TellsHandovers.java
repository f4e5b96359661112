package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.HandoverView.End;
import org.honbu.workflow.Facts;

/**
 * Tells the process that a handover began, in the transaction of the act or later (ADR-0005). What
 * was told is noted on the record, so that it is told once.
 */
@ApplicationScoped
class TellsHandovers {
  private final Engine engine;

  @Inject
  TellsHandovers(Engine engine) {
    this.engine = engine;
  }

  /**
   * Tells it, unless it was heard already or nothing follows from it any more.
   *
   * @return whether the process is where the record is
   */
  boolean follow(Handover handover) {
    return handover.isHeard() || !matters(handover) || tell(handover);
  }

  /** One that was taken before the process heard of it still has to be said in the room. */
  private static boolean matters(Handover handover) {
    return handover.isRunning() || handover.endedAs(End.TAKEN) || handover.endedAs(End.NOBODY_LEFT);
  }

  boolean tell(Handover handover) {
    String message = handover.isForced() ? Steps.TAKE_COMMAND : Steps.HANDOVER_REQUESTED;
    Facts facts =
        Facts.of("outgoing", handover.outgoing())
            .and("handover", handover.number())
            .and("forced", handover.isForced());
    boolean heard = engine.tell(message, handover.incident(), facts);
    if (heard) {
      handover.hear();
    }
    return heard;
  }
}
