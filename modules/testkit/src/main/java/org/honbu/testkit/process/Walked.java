package org.honbu.testkit.process;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which elements and arrows a test class has walked, with the classes nested in it; after the
 * class, every one of its processes must have been walked wholly, or the missing ones are named as
 * people see them.
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
    boolean isPart = context.getRequiredTestClass().isAnnotationPresent(Nested.class);
    if (!isPart && context.getExecutionException().isEmpty()) {
      Assertions.assertThat(all.keySet().stream().map(id -> id.split("#", 2)[0]))
          .as("diagrams that were deployed in this class")
          .containsAll(processes);
      Assertions.assertThat(missing()).as("elements no test of this class has walked").isEmpty();
    }
  }

  /** An engine of this class knows this diagram: labels by id. */
  void meets(String process, Map<String, String> elements) {
    if (processes.contains(process)) {
      elements.forEach(
          (id, label) ->
              all.put(
                  process + "#" + id,
                  label.replace("null", "") + " (" + process + ", " + id + ")"));
    }
  }

  void walks(String process, String id) {
    if (processes.contains(process)) {
      walked.add(process + "#" + id);
    }
  }
}
