package org.honbu.workflow;

/**
 * Says that a module has tables of its own; one bean of it stands in each such module.
 *
 * <p>At start, before the engine and before any request is answered well, the migrator creates the
 * schema where it is missing, runs the module's Flyway history from {@code classpath:db/<schema>}
 * in it, and then has Hibernate compare every persistence unit with the tables. A difference stops
 * the start.
 */
public interface OwnsSchema {

  /** The module's name, in lower case: its schema, its folder below {@code db}, its unit. */
  String schema();
}
