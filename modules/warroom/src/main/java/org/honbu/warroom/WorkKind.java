package org.honbu.warroom;

/** What kind of work it is (DOMAIN 2.6). */
public enum WorkKind {
  INVESTIGATE,
  OPERATE,
  COMMUNICATE,
  RECORD,
  COORDINATE,
  WATCH,
  REPRODUCE
}
