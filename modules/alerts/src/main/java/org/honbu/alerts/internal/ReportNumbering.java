package org.honbu.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import org.honbu.kernel.ReportId;

/** Gives report numbers, one after another within a year (UTC); used under its row's lock. */
@Entity
@Table(name = "report_numbering")
class ReportNumbering {
  static final int ONLY = 1;

  @Id private int id;

  @Column(name = "for_year")
  private int year;

  @Column(name = "last_given")
  private int last;

  protected ReportNumbering() {}

  ReportId next(Instant now) {
    int current = now.atOffset(ZoneOffset.UTC).getYear();
    last = current == year ? last + 1 : 1;
    year = current;
    return new ReportId("REP-%04d-%04d".formatted(year, last));
  }
}
