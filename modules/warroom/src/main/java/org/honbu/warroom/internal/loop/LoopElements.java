package org.honbu.warroom.internal.loop;

import java.util.Set;
import org.honbu.warroom.Round;

/** Ids of {@code CommandLoop}'s elements that code speaks of. */
final class LoopElements {
  static final String PROCESS = "CommandLoop";
  static final String ASSESS = "Activity_AssessSituation";
  static final String DECIDE = "Activity_DecideWhatToDo";
  static final String ASSIGN = "Activity_AssignRoles";
  static final String REVIEW = "Activity_ReviewEffect";
  static final String UPDATE = "Activity_ShareStatus";
  static final String DUE_MOVED = "Message_UpdateDueMoved";

  /** The steps of a round, of which one waits at a time. */
  static final Set<String> OF_A_ROUND = Set.of(ASSESS, DECIDE, ASSIGN, REVIEW);

  private LoopElements() {}

  /** Where the round waits; the clock of telling the room runs beside it. */
  static String of(Round.Step step) {
    return switch (step) {
      case ASSESS -> ASSESS;
      case DECIDE -> DECIDE;
      case ASSIGN -> ASSIGN;
      case UPDATE, REVIEW -> REVIEW;
    };
  }
}
