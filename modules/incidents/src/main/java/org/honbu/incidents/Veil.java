package org.honbu.incidents;

import java.util.Set;
import org.honbu.kernel.IncidentId;

/**
 * What one reader may not see of some incidents.
 *
 * @param privates those that are private, whoever reads
 * @param hidden those of them that this reader may not read
 */
public record Veil(Set<IncidentId> privates, Set<IncidentId> hidden) {
  public static final Veil NONE = new Veil(Set.of(), Set.of());

  public Veil {
    privates = Set.copyOf(privates);
    hidden = Set.copyOf(hidden);
  }

  public boolean isPrivate(IncidentId incident) {
    return privates.contains(incident);
  }

  /** What it is, as this reader may hear it. */
  public String title(BoardRow row) {
    return hides(row.id()) ? Privacy.TITLE.both() : row.what();
  }

  public boolean hides(IncidentId incident) {
    return hidden.contains(incident);
  }
}
