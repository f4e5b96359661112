package org.honbu.incidents;

/** What the public was told last, in the words of status pages. */
public enum PublicPhase {
  NONE,
  INVESTIGATING,
  IDENTIFIED,
  MONITORING,
  RESOLVED
}
