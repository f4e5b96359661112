package org.honbu.incidents;

import org.honbu.kernel.Words;

/** Where an incident stands (DOMAIN ST-1…12). Changed only by the façades of this module. */
public enum IncidentState {
  REPORTED("受付", "Reported"),
  TRIAGE("トリアージ中", "Triage"),
  INVESTIGATING("調査中", "Investigating"),
  IDENTIFIED("原因特定", "Identified"),
  MITIGATED("暫定復旧", "Mitigated"),
  MONITORING("経過観察", "Monitoring"),
  RESOLVED("復旧", "Resolved"),
  POSTMORTEM("振り返り中", "Postmortem"),
  CLOSED("完了", "Closed"),
  FALSE_ALARM("誤検知", "False alarm"),
  MERGED("統合済", "Merged"),
  ABORTED("訓練中止", "Drill aborted");

  private final String ja;
  private final String en;

  IncidentState(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }

  /** Whether people still respond: everything before {@link #RESOLVED}. */
  public boolean isOpen() {
    return compareTo(RESOLVED) < 0;
  }

  /** Whether nothing changes any more, but that a merge is {@linkplain Merges taken apart}. */
  public boolean isFinal() {
    return this == CLOSED || this == MERGED || this == ABORTED;
  }
}
