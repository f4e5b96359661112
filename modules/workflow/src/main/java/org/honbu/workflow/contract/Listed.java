package org.honbu.workflow.contract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The handlers a diagram may name, from {@code bpmn/handlers.csv}.
 *
 * @param module who offers it
 * @param gives facts the process has afterwards
 */
record Listed(String name, String module, Set<String> gives) {

  /**
   * Modules by layer; a folder uses handlers of its own module or of one below (ARCHITECTURE 2).
   */
  private static final Map<String, Integer> LAYERS =
      Map.of(
          "people", 1,
          "incidents", 2,
          "notifications", 2,
          "alerts", 3,
          "escalation", 3,
          "announcements", 3,
          "warroom", 3,
          "learning", 3,
          "response", 4,
          "drills", 5);

  /** The handlers this build of Honbu has. */
  static Map<String, Listed> packed() {
    var all = new HashMap<String, Listed>();
    Packed.lines("handlers.csv")
        .map(line -> List.of(line.split(",", -1)))
        .filter(cells -> cells.size() == 6)
        .forEach(
            cells ->
                all.put(cells.get(0), new Listed(cells.get(0), cells.get(1), facts(cells.get(5)))));
    return Map.copyOf(all);
  }

  static Set<String> facts(String text) {
    return Arrays.stream(text.split("[ ,]+"))
        .filter(fact -> !fact.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean mayBeUsedIn(String folder) {
    return reaches(folder, module);
  }

  /** Whether a folder's diagrams may use what another module offers. */
  static boolean reaches(String folder, String module) {
    return folder.equals(module)
        || LAYERS.getOrDefault(folder, 0) > LAYERS.getOrDefault(module, Integer.MAX_VALUE);
  }
}
