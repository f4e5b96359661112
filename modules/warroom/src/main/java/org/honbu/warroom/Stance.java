package org.honbu.warroom;

/** How somebody who came in can help. */
public enum Stance {
  /** 見学: looks on, gets no work and no nagging. */
  OBSERVE,
  /** 手空き: can be given work. */
  FREE,
  /** 情報あり: knows something about it. */
  HAVE_CONTEXT
}
