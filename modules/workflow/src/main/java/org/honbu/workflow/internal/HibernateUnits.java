package org.honbu.workflow.internal;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Knows every persistence unit of the application, so that all can be compared with their tables
 * after the migration; units start before any bean, on a database that may still be empty.
 *
 * <p>Hibernate finds it by {@code META-INF/services}; that is why what it knows is static.
 */
public final class HibernateUnits implements Integrator {
  private static final Map<String, SessionFactoryImplementor> UNITS = new ConcurrentHashMap<>();

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
    UNITS.put(factory.getUuid(), factory);
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    UNITS.remove(factory.getUuid());
  }

  /**
   * Compares all units with the tables.
   *
   * @return the names of their schemas
   * @throws org.hibernate.tool.schema.spi.SchemaManagementException naming the first difference
   */
  static Set<String> compareAll() {
    var compared = new TreeSet<String>();
    for (SessionFactoryImplementor unit : UNITS.values()) {
      unit.getSchemaManager().validateMappedObjects();
      compared.add(String.valueOf(unit.getSessionFactoryOptions().getDefaultSchema()));
    }
    return compared;
  }
}
