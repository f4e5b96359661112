package org.honbu.app.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.honbu.kernel.RestResources;

/** Offers the doors to the web application of the tested server. */
@ApplicationScoped
public class StoryDoorResources implements RestResources {
  @Override
  public Set<Class<?>> resources() {
    return Set.of(StoryDoor.class, TaskDoor.class);
  }
}
