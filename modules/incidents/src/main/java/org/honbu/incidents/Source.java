package org.honbu.incidents;

/** Who noticed first. */
public enum Source {
  SYSTEM,
  USER,
  CS,
  EMPLOYEE
}
