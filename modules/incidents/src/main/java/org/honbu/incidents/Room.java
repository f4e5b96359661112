package org.honbu.incidents;

/** Whether the incident has a war room. */
public enum Room {
  NONE,
  OPEN,
  CLOSED
}
