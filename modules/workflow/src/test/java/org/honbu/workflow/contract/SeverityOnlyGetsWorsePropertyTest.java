package org.honbu.workflow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Making one input of DM-1 worse never makes the severity milder (DOMAIN 2.16). */
class SeverityOnlyGetsWorsePropertyTest {
  /** From the mildest to the worst; ALL and MANY count the same, UNKNOWN as MANY. */
  private static final Map<String, List<Object>> ORDERS =
      Map.of(
          "usersBand", List.of("NONE", "FEW", "SOME", "MANY", "UNKNOWN", "ALL"),
          "componentTier", List.of("INTERNAL", "MINOR", "MAJOR", "CORE"),
          "state", List.of("COSMETIC", "AT_RISK", "DEGRADED", "DOWN"),
          "revenue", List.of("NONE", "REDUCED", "STOPPED"),
          "dataSecurity", List.of("NONE", "SUSPECTED", "CONFIRMED"),
          "workaround", List.of("FULL", "PARTIAL", "NONE"),
          "reports", List.of(0, 1, 2, 4, 5, 6, 50));

  private static final List<String> INPUTS = ORDERS.keySet().stream().sorted().toList();

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void worseInputNeverLowersSeverity(@ForAll("situations") Map<String, Object> situation) {
    int before = severity(situation);
    for (String input : INPUTS) {
      List<Object> order = ORDERS.getOrDefault(input, List.of());
      int next = order.indexOf(situation.getOrDefault(input, "")) + 1;
      if (next < order.size()) {
        var changed = new HashMap<>(situation);
        changed.put(input, order.get(next));
        assertThat(severity(changed)).as("%s → %s", situation, changed).isLessThanOrEqualTo(before);
      }
    }
  }

  @Provide
  Arbitrary<Map<String, Object>> situations() {
    var each = new ArrayList<Arbitrary<Object>>();
    INPUTS.forEach(input -> each.add(Arbitraries.of(ORDERS.getOrDefault(input, List.of()))));
    each.add(Arbitraries.of("SYSTEM", "USER", "CS", "EMPLOYEE"));
    each.add(Arbitraries.of("PEAK", "BUSINESS", "OFF"));
    return Combinators.combine(each)
        .as(
            values -> {
              var situation = new HashMap<String, Object>();
              for (int i = 0; i < INPUTS.size(); i++) {
                situation.put(INPUTS.get(i), values.get(i));
              }
              situation.put("source", values.get(INPUTS.size()));
              situation.put("hours", values.get(INPUTS.size() + 1));
              return situation;
            });
  }

  private static int severity(Map<String, Object> situation) {
    return ((Number) Tables.row("incidents/Severity", situation).getOrDefault("severity", 0))
        .intValue();
  }
}
