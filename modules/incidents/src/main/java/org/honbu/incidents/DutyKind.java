package org.honbu.incidents;

/** A part somebody plays in one incident, from–to. */
public enum DutyKind {
  ONCALL,
  COMMANDER,
  DEPUTY,
  ANNOUNCER,
  RESPONDER
}
