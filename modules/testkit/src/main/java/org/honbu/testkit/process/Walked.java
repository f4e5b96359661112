package org.honbu.testkit.process;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which elements and arrows a test class has walked; after the class, every one of its processes
 * must have been walked wholly, or the missing ones are named as people see them.
 */
public final class Walked implements AfterAllCallback {
  private final Set<String> processes;
  private final Map<String, String> all = new TreeMap<>();
  private final Set<String> walked = ConcurrentHashMap.newKeySet();

  private Walked(Set<String> processes) {
    this.processes = processes;
  }

  /**
   * Promises that a class walks these diagrams wholly.
   *
   * @param processes their ids
   */
  public static Walked everyElementOf(String... processes) {
    return new Walked(new LinkedHashSet<>(Arrays.asList(processes)));
  }

  /** Ids of elements and arrows walked so far, as {@code Process#Element}. */
  public Set<String> walked() {
    return Set.copyOf(walked);
  }

  /** Labels and ids of what no test has walked yet. */
  public Set<String> missing() {
    return all.entrySet().stream()
        .filter(element -> !walked.contains(element.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      Assertions.assertThat(all.keySet().stream().map(id -> id.split("#", 2)[0]))
          .as("diagrams that were deployed in this class")
          .containsAll(processes);
      Assertions.assertThat(missing()).as("elements no test of this class has walked").isEmpty();
    }
  }

  /** Listens to every element of the processes this class promised. */
  AbstractBpmnParseListener listener() {
    return new AbstractBpmnParseListener() {
      @Override
      public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (processes.contains(process.getKey())) {
          watch(process.getKey(), process);
        }
      }
    };
  }

  private void watch(String process, ScopeImpl scope) {
    for (ActivityImpl activity : scope.getActivities()) {
      if (!activity.getId().contains("#multiInstanceBody")) {
        note(process, activity.getId(), String.valueOf(activity.getName()));
        activity.addListener(ExecutionListener.EVENTNAME_START, mark(process, activity.getId()));
      }
      activity
          .getOutgoingTransitions()
          .forEach(
              arrow -> {
                var transition = (org.camunda.bpm.engine.impl.pvm.process.TransitionImpl) arrow;
                note(process, arrow.getId(), "→ " + arrow.getProperty("name"));
                transition.addListener(
                    ExecutionListener.EVENTNAME_TAKE, mark(process, arrow.getId()));
              });
      watch(process, activity);
    }
  }

  private void note(String process, String id, String label) {
    all.put(process + "#" + id, label.replace("null", "") + " (" + process + ", " + id + ")");
  }

  private ExecutionListener mark(String process, String id) {
    return execution -> walked.add(process + "#" + id);
  }
}
