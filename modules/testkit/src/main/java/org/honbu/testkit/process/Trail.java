package org.honbu.testkit.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Every element and arrow of an engine's diagrams; tells who watches when one is walked. */
final class Trail extends AbstractBpmnParseListener {
  private final Map<String, Map<String, String>> labels = new TreeMap<>();
  private List<Walked> watchers = List.of();

  /** From now on these watch, and no others. */
  void watchedBy(List<Walked> next) {
    watchers = List.copyOf(next);
    labels.forEach((process, elements) -> watchers.forEach(w -> w.meets(process, elements)));
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    var elements = new TreeMap<String, String>();
    listen(process.getKey(), process, elements);
    labels.put(process.getKey(), elements);
    watchers.forEach(watcher -> watcher.meets(process.getKey(), elements));
  }

  private void listen(String process, ScopeImpl scope, Map<String, String> elements) {
    for (ActivityImpl activity : scope.getActivities()) {
      if (!activity.getId().contains("#multiInstanceBody")) {
        elements.put(activity.getId(), String.valueOf(activity.getName()));
        activity.addListener(ExecutionListener.EVENTNAME_START, mark(process, activity.getId()));
      }
      activity
          .getOutgoingTransitions()
          .forEach(
              arrow -> {
                elements.put(arrow.getId(), "→ " + arrow.getProperty("name"));
                ((TransitionImpl) arrow)
                    .addListener(ExecutionListener.EVENTNAME_TAKE, mark(process, arrow.getId()));
              });
      listen(process, activity, elements);
    }
  }

  private ExecutionListener mark(String process, String id) {
    return execution -> watchers.forEach(watcher -> watcher.walks(process, id));
  }
}
