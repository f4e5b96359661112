package org.honbu.announcements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * How far the report of one incident to the authority is.
 *
 * @param knownAt when it became known that data may be harmed; the dates count from here
 * @param stage what is owed next
 * @param malicious whether intent may be malicious, which gives the final report longer
 * @param ending how it ended; empty while something is owed
 * @param filings what was filed, newest first
 */
public record RegulatorReport(
    IncidentId incident,
    Kind kind,
    Stage stage,
    Instant knownAt,
    Dates preliminary,
    Dates last,
    boolean malicious,
    Optional<Ending> ending,
    List<Filing> filings) {

  public RegulatorReport {
    filings = List.copyOf(filings);
  }

  /** The dates of what is owed now. */
  public Dates dates() {
    return stage == Stage.FINAL ? last : preliminary;
  }

  /** What is owed. */
  public enum Stage {
    /** 速報. */
    PRELIMINARY,
    /** 確報. */
    FINAL,
    ENDED;

    public Words label() {
      return switch (this) {
        case PRELIMINARY -> new Words("速報", "Preliminary report");
        case FINAL -> new Words("確報", "Final report");
        case ENDED -> new Words("終わり", "Ended");
      };
    }
  }

  /** Why nothing is owed any more. */
  public enum Ending {
    REPORTED("報告しました", "It was reported"),
    NOT_NEEDED("報告は要らないと判断しました", "It was judged that no report is needed"),
    NO_HARM("データの被害はないと改められました", "No data was harmed after all"),
    FALSE_ALARM("誤検知でした", "It was a false alarm"),
    MERGED("統合先のインシデントで報告します", "The incident it became part of reports"),
    ABORTED("訓練が中止されました", "The drill was aborted");

    private final String ja;
    private final String en;

    Ending(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }

  /**
   * When people are reminded, and by when it must be there.
   *
   * @param remindAt the soft date
   * @param dueAt the hard date
   */
  public record Dates(Instant remindAt, Instant dueAt) {}

  /**
   * What was filed.
   *
   * @param sentAt when it was sent; empty when it was judged not to be needed
   * @param reason why it is not needed; empty when it was sent
   */
  public record Filing(
      Stage stage,
      Optional<Instant> sentAt,
      String reportedTo,
      String reference,
      String reason,
      PersonId by,
      Instant at) {}
}
