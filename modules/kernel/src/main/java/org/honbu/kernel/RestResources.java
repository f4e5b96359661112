package org.honbu.kernel;

import java.util.Set;

/**
 * A module's JAX-RS resources, offered to the web application, which serves them under {@code
 * /api/v1}.
 *
 * <p>One public {@code @ApplicationScoped} bean per module. The resources themselves stay in the
 * module's {@code internal} package: public classes, each with a scope annotation.
 */
public interface RestResources {

  Set<Class<?>> resources();
}
