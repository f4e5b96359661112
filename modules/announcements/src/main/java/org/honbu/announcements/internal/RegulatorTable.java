package org.honbu.announcements.internal;

import java.time.Duration;

/** When an authority must be told (TM34). */
interface RegulatorTable {

  /** Where nobody says otherwise; the table has its row. */
  String HERE = "JP";

  /** The dates, counted from when harm became known. */
  Row of(String jurisdiction, boolean malicious);

  /**
   * What the table says, counted from when harm became known.
   *
   * @param remindAfter the soft date of the preliminary report
   * @param preliminaryWithin its hard date
   * @param finalRemindAfter the soft date of the final report
   * @param finalWithin its hard date
   */
  record Row(
      Duration remindAfter,
      Duration preliminaryWithin,
      Duration finalRemindAfter,
      Duration finalWithin) {}
}
