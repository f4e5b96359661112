package org.honbu.incidents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.Words;

/** What a note on the timeline is. */
public enum NoteTag {
  NOTE("メモ", "Note"),
  FINDING("わかったこと", "Finding"),
  EVIDENCE("証拠", "Evidence"),
  DECISION("決めたこと", "Decision"),
  UPDATE("状況の共有", "Update");

  private final String ja;
  private final String en;

  NoteTag(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }

  /** The type of its timeline line: {@code note}, {@code note-finding}… */
  public String type() {
    return this == NOTE ? "note" : "note-" + name().toLowerCase(Locale.ROOT);
  }

  /** Whether it comes from looking for the cause, which is not the commander's part. */
  public boolean isInvestigation() {
    return this == FINDING || this == EVIDENCE;
  }

  public static Optional<NoteTag> named(String name) {
    return Arrays.stream(values()).filter(tag -> tag.name().equalsIgnoreCase(name)).findFirst();
  }
}
