package org.honbu.incidents;

/**
 * How much people respond to right now.
 *
 * @param real incidents that are none of a drill
 * @param rooms war rooms of theirs
 * @param ledByActing those of the rooms in which nobody commands but an acting commander
 * @param drills incidents of drills
 */
public record OpenCount(long real, long rooms, long ledByActing, long drills) {
  public long all() {
    return real + drills;
  }
}
