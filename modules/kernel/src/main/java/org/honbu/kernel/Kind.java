package org.honbu.kernel;

/**
 * Whether people respond for real or practise. Set once, on the server, and never changed (DOMAIN
 * ISO-1).
 */
public enum Kind {
  REAL,
  DRILL
}
