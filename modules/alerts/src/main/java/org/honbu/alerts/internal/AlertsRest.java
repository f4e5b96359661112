package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;

/** Offers this module's REST resources. */
@ApplicationScoped
public class AlertsRest implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(
        AlertsResource.class,
        ActivityResource.class,
        DeadLettersResource.class,
        ReportsResource.class);
  }
}
