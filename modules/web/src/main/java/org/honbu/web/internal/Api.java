package org.honbu.web.internal;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Set;
import org.honbu.kernel.RestResources;

/** The root of the REST API: serves what every module offers. */
@ApplicationPath("/api/v1")
public class Api extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new LinkedHashSet<>(Set.of(ProblemMapper.class));
    Instance<RestResources> offers =
        CDI.current().select(RestResources.class, Any.Literal.INSTANCE);
    offers.forEach(offer -> classes.addAll(offer.resources()));
    return classes;
  }
}
