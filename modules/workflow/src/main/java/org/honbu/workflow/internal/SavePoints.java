package org.honbu.workflow.internal;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryConditionalEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ErrorEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessStartConditionalEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateConditionalEventBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateThrowNoneEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskDelegateExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SubProcessActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.TerminateEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ThrowEscalationEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement.CallableElementBinding;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Sets what process owners leave empty: every automatic step is a transaction of its own, a called
 * process has its caller's incident and its caller's release.
 *
 * <p>Also the second wall: an element whose behaviour is not listed here does not load, whatever
 * its XML looked like.
 */
final class SavePoints extends AbstractBpmnParseListener {
  /** When a failed step is tried again; then it stalls and operators are shown it. */
  static final String RETRIES = "PT5S,PT30S,PT2M,PT10M";

  private static final FailedJobRetryConfiguration TRIES = ParseUtil.parseRetryIntervals(RETRIES);

  private static final Set<Class<?>> STEPS =
      Set.of(
          ServiceTaskDelegateExpressionActivityBehavior.class,
          DmnBusinessRuleTaskActivityBehavior.class);

  private static final Set<Class<?>> OTHERS =
      Set.of(
          BoundaryConditionalEventActivityBehavior.class,
          BoundaryEventActivityBehavior.class,
          CallActivityBehavior.class,
          ErrorEndEventActivityBehavior.class,
          EventBasedGatewayActivityBehavior.class,
          EventSubProcessActivityBehavior.class,
          EventSubProcessStartConditionalEventActivityBehavior.class,
          EventSubProcessStartEventActivityBehavior.class,
          ExclusiveGatewayActivityBehavior.class,
          IntermediateCatchEventActivityBehavior.class,
          IntermediateConditionalEventBehavior.class,
          IntermediateThrowNoneEventActivityBehavior.class,
          NoneEndEventActivityBehavior.class,
          NoneStartEventActivityBehavior.class,
          ParallelGatewayActivityBehavior.class,
          ParallelMultiInstanceActivityBehavior.class,
          ReceiveTaskActivityBehavior.class,
          SequentialMultiInstanceActivityBehavior.class,
          SubProcessActivityBehavior.class,
          TerminateEndEventActivityBehavior.class,
          ThrowEscalationEventActivityBehavior.class,
          UserTaskActivityBehavior.class);

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    process.getActivities().forEach(this::furnish);
  }

  private void furnish(ActivityImpl activity) {
    @Nullable Object behaviour = activity.getActivityBehavior();
    if (behaviour != null) {
      if (STEPS.contains(behaviour.getClass())) {
        activity.setAsyncBefore(true, true);
        // The engine's own listener saw a step without a job, and would try three times at once.
        activity.getProperties().set(DefaultFailedJobParseListener.FAILED_JOB_CONFIGURATION, TRIES);
      } else if (!OTHERS.contains(behaviour.getClass())) {
        throw new ProcessEngineException(
            activity.getId() + ": " + behaviour.getClass().getSimpleName() + " is not allowed");
      }
    }
    if (behaviour instanceof CallableElementActivityBehavior call) {
      call.getCallableElement().setBinding(CallableElementBinding.DEPLOYMENT);
      call.getCallableElement().setBusinessKeyValueProvider(new CallersSubject());
    }
    activity.getActivities().forEach(this::furnish);
  }

  /** The caller's business key, without an expression that reaches into the execution. */
  private static final class CallersSubject implements ParameterValueProvider {
    @Override
    public Object getValue(VariableScope scope) {
      return ((ExecutionEntity) scope).getProcessBusinessKey();
    }

    @Override
    public boolean isDynamic() {
      return true;
    }
  }
}
