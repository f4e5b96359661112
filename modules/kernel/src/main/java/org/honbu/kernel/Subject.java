package org.honbu.kernel;

/**
 * What a process is about; its value is the business key of every run.
 *
 * <p>Most processes belong to an incident. A user's report has one of its own until it has become
 * an incident, joined one, or turned out to be none.
 */
public sealed interface Subject permits IncidentId, ReportId {

  /** The number as people say it. */
  String value();

  /**
   * Reads back what {@link #value()} wrote.
   *
   * @throws ProblemException {@link Problem#UNREADABLE_ID} when it is neither
   */
  static Subject parse(String value) {
    return ReportId.isOne(value) ? new ReportId(value) : new IncidentId(value);
  }
}
