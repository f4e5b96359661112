package org.honbu.workflow.internal;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.honbu.workflow.OwnsSchema;

/**
 * Brings every schema up to this release before anything uses it: first the engine's, then each
 * module's; afterwards Hibernate compares its units with the tables.
 *
 * <p>Two nodes may start together: Flyway's own lock lets one of them migrate.
 */
@ApplicationScoped
class Migrator {
  private static final Logger LOG = Logger.getLogger(Migrator.class.getName());
  private final Instance<OwnsSchema> modules;

  @Resource(lookup = "java:jboss/datasources/HonbuDS")
  private DataSource database;

  @Inject
  Migrator(Instance<OwnsSchema> modules) {
    this.modules = modules;
  }

  void migrate(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Startup start) {
    var vendor = Vendor.of(database);
    migrate(database, vendor, "engine", "classpath:db/engine/" + vendor.folder());
    List<String> schemas = new ArrayList<>(List.of("engine"));
    for (OwnsSchema module : modules) {
      migrate(database, vendor, module.schema(), "classpath:db/" + module.schema());
      schemas.add(module.schema());
    }
    LOG.log(Level.INFO, "Schemas are up to date on {0}: {1}", new Object[] {vendor, schemas});
  }

  void compare(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 10) Startup start) {
    LOG.log(Level.INFO, "Tables fit the entities of {0}", HibernateUnits.compareAll());
  }

  static void migrate(DataSource database, Vendor vendor, String schema, String location) {
    String folded = vendor.fold(schema);
    Flyway.configure(Migrator.class.getClassLoader())
        .dataSource(database)
        .schemas(folded)
        .defaultSchema(folded)
        .createSchemas(true)
        .locations(location)
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }
}
