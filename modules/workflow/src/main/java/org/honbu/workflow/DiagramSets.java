package org.honbu.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.contract.Violation;

/**
 * The sets of diagrams, tables and forms that were loaded, of which the newest is in force: what
 * begins now follows it, what is open keeps the set it began with.
 *
 * <p>A set is loaded as a whole or not at all, by one node at a time. A process owner's set stays
 * in force over restarts, until a release brings another set of its own (ADR-0006).
 */
public interface DiagramSets {

  /**
   * Loads a process owner's set after the checks of {@code check-diagrams}. Loading again what is
   * in force does nothing. Who may, the caller decides.
   *
   * @param files content by path below {@code bpmn/}
   */
  Outcome apply(Map<String, String> files, PersonId by);

  /** Puts the release's own set back in force. */
  Loaded applyRelease(PersonId by);

  /** Every set that was ever in force, the present one first: who loaded what and when. */
  List<Loaded> history();

  /** What came of a wish to load a set. */
  sealed interface Outcome {
    /** It is in force. */
    record InForce(Loaded set) implements Outcome {}

    /** Nothing was loaded. */
    record Refused(List<Violation> why) implements Outcome {}
  }

  /** Where a set came from. */
  enum Origin {
    RELEASE,
    APPLIED
  }

  /**
   * A set that was loaded.
   *
   * @param number counts up from 1
   * @param digest SHA-256 of all names and contents
   * @param by login of who loaded it; {@code honbu} for the start of a release
   */
  record Loaded(int number, Origin origin, String digest, String by, Instant at) {}
}
