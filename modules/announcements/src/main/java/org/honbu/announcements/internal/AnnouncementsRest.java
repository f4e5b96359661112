package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;

/** Offers this module's REST resources. */
@ApplicationScoped
public class AnnouncementsRest implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(
        AnnouncementsResource.class,
        AnnouncerResource.class,
        PrivacyResource.class,
        RegulatorResource.class);
  }
}
