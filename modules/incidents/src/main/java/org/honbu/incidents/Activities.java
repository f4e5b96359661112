package org.honbu.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people do to what runs while an incident is open, told by the systems they do it with.
 *
 * <p>Every activity is kept. It concerns the open incidents of its component that are no drills,
 * and those that the person commands: there it stands on the timeline and {@link ActivityHeard} is
 * announced. What a commander does with their own hands is a sign for {@link Care} too.
 */
public interface Activities {

  /**
   * Takes it down.
   *
   * @return its id
   */
  UUID heard(Activity activity);

  Optional<Activity> find(UUID activity);

  /**
   * What was done to the component and told since then, newest first; at most 50.
   *
   * @param since of when it was done
   */
  List<Activity> on(String component, Instant since);
}
