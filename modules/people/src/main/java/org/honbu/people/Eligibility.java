package org.honbu.people;

import java.util.Arrays;
import java.util.Optional;
import org.honbu.kernel.Words;

/**
 * Whether somebody comes into question as the commander of one incident, and why.
 *
 * @param why in kind words, for everybody who may see who comes into question
 */
public record Eligibility(Verdict verdict, Reason reason, Words why) {

  /** The answers of the table {@code CommanderEligibility}. */
  public enum Verdict {
    ELIGIBLE,
    /** Only with somebody experienced beside them. */
    WITH_COACH,
    NOT_ELIGIBLE
  }

  /** The reasons Honbu has words of its own for. */
  public enum Reason {
    QUALIFIED("コマンダーの役割があります", "Holds the commander role"),
    BREAK_GLASS("ほかに来る人がいないため、対応者も暫定で引き受けられます", "Nobody came, so responders may take it as acting"),
    DRILL("訓練なので、見習いの人も指揮できます", "In a drill, people in training command too"),
    COACHED("コーチと一緒なら指揮できます", "May command with a coach beside them"),
    ON_LEAVE("休暇中です", "On leave"),
    DECLINED("今回は見送りです", "Not this time"),
    COMMANDS_ANOTHER("別の重大なインシデントを指揮しています", "Commands another major incident"),
    NEEDS_REST("深夜に呼ばれたばかりなので、休んでもらいます", "Was called in the night, so rests"),
    NOT_QUALIFIED("コマンダーの役割がまだありません", "Does not hold the commander role yet"),
    ANNOUNCES("この件のアナウンスを担当しています", "Announces here"),
    NEEDS_COACH(
        "コーチと一緒なら指揮できますが、一人ではまだ引き受けられません",
        "Could command with a coach, and cannot take it alone yet"),
    /** One that process owners wrote into their table; the note beside the row says it. */
    OTHER("決定表によります", "By the decision table");

    private final String ja;
    private final String en;

    Reason(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words words() {
      return new Words(ja, en);
    }

    /** The reason a table names so. */
    public static Optional<Reason> named(String name) {
      return Arrays.stream(values()).filter(reason -> reason.name().equals(name)).findFirst();
    }
  }

  /** For a reason Honbu has words for. */
  public static Eligibility of(Verdict verdict, Reason reason) {
    return new Eligibility(verdict, reason, reason.words());
  }

  /** Not, for a reason Honbu has words for. */
  public static Eligibility not(Reason reason) {
    return of(Verdict.NOT_ELIGIBLE, reason);
  }

  public boolean isEligible() {
    return verdict != Verdict.NOT_ELIGIBLE;
  }
}
