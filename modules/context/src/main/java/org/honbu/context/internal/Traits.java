package org.honbu.context.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.alerts.Signal;

/**
 * What an incident looks like from outside, as far as two of them can be compared.
 *
 * @param what its title, in one language or in both
 * @param alerts names of the alerts beneath it
 * @param labels of these alerts as {@code name=value}, without those that name one machine or one
 *     run, and without what other traits say already
 */
record Traits(String what, Optional<String> component, Set<String> alerts, Set<String> labels) {
  private static final String ALERT = "alertname=";

  /** Says where it broke, not what: two of the same kind rarely share it. */
  private static final Set<String> NO_TRAIT =
      Set.of("component", "instance", "pod", "host", "node", "run", "ip", "job");

  Traits {
    alerts = Set.copyOf(alerts);
    labels = Set.copyOf(labels);
  }

  static Traits of(String what, Optional<String> component, List<Signal> signals) {
    Set<String> alerts = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (Signal signal : signals) {
      for (String label : signal.labels().split(", ", -1)) {
        if (label.startsWith(ALERT)) {
          alerts.add(label.substring(ALERT.length()));
        } else if (label.contains("=") && !NO_TRAIT.contains(label.replaceFirst("=.*", ""))) {
          labels.add(label);
        }
      }
    }
    return new Traits(what, component, alerts, labels);
  }
}
