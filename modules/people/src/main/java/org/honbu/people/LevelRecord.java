package org.honbu.people;

import java.util.List;

/**
 * What somebody has done so far, for their own eyes.
 *
 * @param level by what is on record here and by the role they were granted, whichever is further
 * @param incidents how many real incidents they came into the room of
 * @param contributions what they did there, the newest first
 */
public record LevelRecord(Level level, int incidents, List<Contribution> contributions) {

  public LevelRecord {
    contributions = List.copyOf(contributions);
  }
}
