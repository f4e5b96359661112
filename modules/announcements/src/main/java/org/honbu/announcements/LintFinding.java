package org.honbu.announcements;

import org.honbu.kernel.Words;

/**
 * Something in a draft that users should not be told so (TP-L).
 *
 * @param field where it stands
 * @param found the words it is about, as they were written; empty when something is missing
 * @param why why not, and what to write instead
 */
public record LintFinding(Rule rule, Field field, String found, Words why) {

  /** The place, the words and the reason in one sentence. */
  public Words sentence() {
    return found.isEmpty()
        ? new Words("{0}：{1}", "{0}: {1}").with(field.label(), why)
        : new Words("{0}「{1}」：{2}", "{0}, “{1}”: {2}").with(field.label(), found, why);
  }

  /** What a message must not say. */
  public enum Rule {
    /** A time of recovery is promised. */
    RECOVERY_PROMISED,
    /** A host, an address, a ticket or somebody of the organisation is named. */
    INTERNAL_NAME,
    NO_NEXT_TIME,
    /** The text promises another time than the field. */
    NEXT_TIME_DIFFERS,
    BLAME,
    /** It says that all has stopped, and it has not. */
    OUTAGE_WORD,
    /** The two languages give different numbers or times. */
    NUMBERS_DIFFER,
    TOO_LONG,
    /** A place of a template was left open. */
    UNFINISHED
  }

  /** A field of the draft. */
  public enum Field {
    TEXT_JA("本文（日本語）", "Text in Japanese"),
    TEXT_EN("本文（英語）", "Text in English"),
    NEXT("次のお知らせ", "Next update");

    private final String ja;
    private final String en;

    Field(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    /** Its name, as the forms say it. */
    public Words label() {
      return new Words(ja, en);
    }
  }
}
