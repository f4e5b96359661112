package org.honbu.incidents;

/** How somebody commands. */
public enum Standing {
  /** 暫定: until a qualified person claims, or the process confirms them. */
  ACTING,
  /** 正式 */
  HELD
}
