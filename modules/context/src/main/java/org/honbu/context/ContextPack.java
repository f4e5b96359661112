package org.honbu.context;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.ContactPoint;
import org.honbu.people.OnCallLevel;

/**
 * What is known about the thing that broke.
 *
 * @param component as somebody named it
 * @param owner the team that answers for it: the catalogue's, else the incident's
 * @param onCall who would be called now, first rung first
 * @param runbook what to do when it fails
 * @param docs how it is built
 * @param link where the alert or the reporter points to
 * @param needs what the component stands on
 * @param neededBy what stands on it, and suffers with it
 * @param changes of the last day before it began and since; of the component itself first, then of
 *     what it needs, each newest first
 * @param similar the most alike first; at most 3
 * @param missing what nobody has written down
 */
public record ContextPack(
    IncidentId incident,
    Optional<String> component,
    TeamId owner,
    List<OnCall> onCall,
    Optional<URI> runbook,
    Optional<URI> docs,
    Optional<String> link,
    List<Neighbour> needs,
    List<Neighbour> neededBy,
    List<RecentChange> changes,
    List<SimilarIncident> similar,
    List<Missing> missing) {

  /**
   * Somebody on call.
   *
   * @param ways to reach them, for those who may know; the one that rings first
   */
  public record OnCall(PersonId person, OnCallLevel level, List<ContactPoint> ways) {}

  /**
   * A component next to it.
   *
   * @param owner empty when the catalogue does not know it
   * @param broken the open incident on it
   */
  public record Neighbour(String id, Optional<TeamId> owner, Optional<IncidentId> broken) {}

  /**
   * A change.
   *
   * @param itself whether it was made to the component, not to something it needs
   * @param lastBefore whether it is the last before things broke: look here first
   */
  public record RecentChange(Change change, boolean itself, boolean lastBefore) {}

  /**
   * Something like it that is over.
   *
   * @param likeness why it is held to be alike, the heaviest reason first
   * @param cause the line of its timeline that says so
   * @param remedy what stopped the harm then, else what was said at its end
   */
  public record SimilarIncident(
      IncidentId id,
      String what,
      Instant resolvedAt,
      List<Term> likeness,
      Optional<TimelineEntry> cause,
      Optional<TimelineEntry> remedy) {

    /** 0 to 100. */
    public int points() {
      return likeness.stream().mapToInt(Term::points).sum();
    }
  }

  /**
   * One reason why two incidents are alike.
   *
   * @param points 1 to the reason's most
   */
  public record Term(Likeness reason, int points) {}
}
