package org.honbu.incidents;

import org.honbu.kernel.Words;

/** Why a problem is large enough for a war room (DOMAIN DM-4). */
public enum LargeReason {
  L_SEV("重大度 1、または人が確かめた重大度 2", "Severity 1, or severity 2 confirmed by a person"),
  L_MULTI("複数のチームが必要", "More than one team is needed"),
  L_VISIBLE("お客様に見えていて、15 分たっても原因不明", "Customers see it and the cause is unknown after 15 minutes"),
  L_60M("60 分たっても解決していない", "Unsolved after 60 minutes"),
  L_DATA("データやセキュリティの疑い", "Data or security may be affected"),
  L_REPORTS("30 分に 5 件以上の問い合わせ", "Five or more customers within 30 minutes"),
  L_EXTERNAL("報道・役員・監督官庁・大口のお客様", "Press, executives, regulators or major accounts"),
  L_HUMAN("人がエスカレを押した", "A person pressed escalate");

  private final String ja;
  private final String en;

  LargeReason(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }
}
