package org.honbu.outbox;

/**
 * Wants to hear of one kind of fact. Implementations are {@code @ApplicationScoped} beans in their
 * module's {@code internal} package.
 */
public interface FactHandler<F extends Fact> {

  /**
   * The handler's name in stored rows, {@code <module>.<what it does>}: unique, and never changed
   * while rows may be waiting.
   */
  String name();

  /** The one kind of fact it hears. */
  Class<F> fact();

  /**
   * Acts on the fact. Runs in a transaction of its own that also strikes the fact off the list:
   * both happen or neither. Whatever it throws puts the fact back for a later try, so nothing that
   * cannot be rolled back belongs here.
   */
  void on(F fact);
}
