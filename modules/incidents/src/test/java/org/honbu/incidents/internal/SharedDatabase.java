package org.honbu.incidents.internal;

import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A real database that serves class after class: starting one takes seconds. It is closed when the
 * last class of the run is over, so each test has incidents and people of its own.
 */
final class SharedDatabase implements BeforeAllCallback {
  private final String kind;
  private final Supplier<RealDatabase> starting;
  private @Nullable RealDatabase database;

  private SharedDatabase(String kind, Supplier<RealDatabase> starting) {
    this.kind = kind;
    this.starting = starting;
  }

  static SharedDatabase h2() {
    return new SharedDatabase("H2", RealDatabase::h2);
  }

  static SharedDatabase postgres() {
    return new SharedDatabase("PostgreSQL", RealDatabase::postgres);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    database =
        context
            .getRoot()
            .getStore(Namespace.create(SharedDatabase.class))
            .getOrComputeIfAbsent(kind, first -> starting.get(), RealDatabase.class);
  }

  /** Runs the work in a transaction; whatever it throws rolls back and comes out. */
  <T> T in(Function<EntityManager, T> work) {
    return Objects.requireNonNull(database).in(work);
  }

  /** How many statements the work takes; nobody else works meanwhile. */
  long statementsOf(Runnable work) {
    return Objects.requireNonNull(database).statementsOf(work);
  }
}
