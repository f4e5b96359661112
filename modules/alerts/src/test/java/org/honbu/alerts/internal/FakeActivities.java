package org.honbu.alerts.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;

/** Remembers what it was told of people's work. */
final class FakeActivities implements Activities {
  private final Map<UUID, Activity> heard = new LinkedHashMap<>();
  private Runnable whenHeard = () -> {};

  @Override
  public synchronized UUID heard(Activity activity) {
    whenHeard.run();
    UUID id = new UUID(7, heard.size() + 1);
    heard.put(id, activity);
    return id;
  }

  @Override
  public synchronized Optional<Activity> find(UUID activity) {
    return Optional.ofNullable(heard.get(activity));
  }

  @Override
  public synchronized List<Activity> on(String component, Instant since) {
    return heard.values().stream()
        .filter(one -> one.component().equals(Optional.of(component)) && !one.at().isBefore(since))
        .sorted(Comparator.comparing(Activity::at).reversed())
        .toList();
  }

  synchronized List<Activity> all() {
    return List.copyOf(heard.values());
  }

  /** Does it in the middle of each hearing. */
  void whenHeard(Runnable work) {
    whenHeard = work;
  }
}
