package org.honbu.testkit.needs;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides on a test marked with {@link Needs}. */
final class NeedsCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<String> programs =
        AnnotationSupport.findAnnotation(context.getElement(), Needs.class).stream()
            .flatMap(needs -> Arrays.stream(needs.value()))
            .toList();
    return Machine.here()
        .lacks(programs)
        .map(why -> ConditionEvaluationResult.disabled(NotRun.MARK + why))
        .orElseGet(() -> ConditionEvaluationResult.enabled("everything it needs is here"));
  }
}
