package org.honbu.outbox.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.honbu.outbox.Fact;
import org.honbu.outbox.FactHandler;

/** Who wants to hear of which fact. */
@ApplicationScoped
class Handlers {
  private final Iterable<FactHandler<?>> beans;
  private volatile Map<String, FactHandler<?>> byName = Map.of();

  @Inject
  Handlers(@Any Instance<FactHandler<?>> beans) {
    this((Iterable<FactHandler<?>>) beans);
  }

  Handlers(Iterable<FactHandler<?>> beans) {
    this.beans = beans;
  }

  Optional<FactHandler<?>> named(String name) {
    return Optional.ofNullable(all().get(name));
  }

  List<String> namesFor(Class<? extends Fact> fact) {
    return all().values().stream()
        .filter(handler -> handler.fact() == fact)
        .map(FactHandler::name)
        .toList();
  }

  /**
   * Read once, at the first use: handlers use façades that use the outbox, so it cannot be earlier.
   */
  private Map<String, FactHandler<?>> all() {
    if (byName.isEmpty()) {
      var found = new TreeMap<String, FactHandler<?>>();
      for (FactHandler<?> handler : beans) {
        if (found.put(handler.name(), handler) != null) {
          throw new IllegalStateException("two fact handlers are named " + handler.name());
        }
      }
      byName = found;
    }
    return byName;
  }
}
