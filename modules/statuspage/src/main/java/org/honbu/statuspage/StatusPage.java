package org.honbu.statuspage;

import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;

/**
 * What users see: the status page, its feed, its API, its copy and its e-mails.
 *
 * <p>All of it is drawn from announcements that were published, of real incidents only. Nobody
 * writes on the page by hand; what is decided here is which components users know, and by what
 * name. A component without such a name is not shown.
 */
public interface StatusPage {

  /** What users see listed, in the page's order. */
  List<ShownComponent> shown();

  /**
   * Shows a component to users, or changes its name or place.
   *
   * @param by a process owner or an admin
   */
  Outcome show(ShownComponent component, PersonId by);

  /** Takes a component off the page; its past incidents stay, without its name. */
  Outcome hide(String component, PersonId by);

  /** Where users read of this incident; empty while they were told nothing. */
  Optional<String> pathOf(IncidentId incident);

  /** How an act ended. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    /**
     * Nothing was changed.
     *
     * @param values fill the problem's words
     */
    record Refused(Problem problem, List<Object> values) implements Outcome {}
  }
}
