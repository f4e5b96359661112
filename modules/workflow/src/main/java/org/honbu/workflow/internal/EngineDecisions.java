package org.honbu.workflow.internal;

import java.util.List;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** The newest deployed version of a decision table answers. */
record EngineDecisions(EngineRoom room) implements Decisions {

  @Override
  public List<Facts> decide(String table, Facts inputs) {
    return room.asHonbu(
        () ->
            room
                .engine()
                .getDecisionService()
                .evaluateDecisionTableByKey(table)
                .variables(inputs.asMap())
                .evaluate()
                .getResultList()
                .stream()
                .map(EngineFacts::of)
                .toList());
  }
}
