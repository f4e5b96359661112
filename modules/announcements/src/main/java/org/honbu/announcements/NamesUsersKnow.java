package org.honbu.announcements;

import java.util.Optional;
import org.honbu.kernel.Words;

/** What users call the parts of our service; whoever shows these parts to them knows. */
public interface NamesUsersKnow {

  /**
   * The name of a component as users know it.
   *
   * @param component as the catalogue names it
   * @return empty when users do not know it
   */
  Optional<Words> of(String component);
}
