package org.honbu.people;

import java.time.Instant;

/** How far the directory can be trusted now; shown to operators. */
public sealed interface DirectoryState {

  /** Keycloak answered lately. */
  record Fresh(Instant loadedAt) implements DirectoryState {}

  /**
   * Keycloak does not answer; the last good copy serves.
   *
   * @param loadedAt when that copy was read
   * @param why the first line of the last failure
   */
  record Stale(Instant loadedAt, String why) implements DirectoryState {}

  /**
   * There is no copy, or it is too old to trust: nobody has any role until Keycloak answers.
   *
   * @param why the first line of the last failure
   */
  record Blind(String why) implements DirectoryState {}
}
