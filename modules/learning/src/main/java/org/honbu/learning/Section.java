package org.honbu.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.Words;

/**
 * A part of the review that people write (TP-7, and the short form of DOMAIN 2.10). Its header, the
 * facts of its timeline and its action items come from the record and are not written here.
 *
 * <p>The prompts ask what and how, never why somebody did something.
 */
public enum Section {
  SUMMARY(
      1,
      "概要",
      "Summary",
      "何が起き、誰が困り、どう終わったか。3 文で",
      "What happened, who was affected and how it ended, in three sentences"),
  IMPACT(
      2,
      "影響",
      "Impact",
      "人数・機能・期間・問い合わせ件数・売上や SLO・データ",
      "People, features, duration, tickets, revenue or SLO, data"),
  TIMELINE(
      3,
      "時系列",
      "Timeline",
      "記録にない事実と、そのとき分かっていなかったこと。根拠のリンクも",
      "Facts that are not on record, and what nobody knew at that moment; links to evidence"),
  DETECTION(
      4,
      "検知はどうだったか",
      "How it was noticed",
      "何に注目していたか。何が見えていなかったか",
      "What were people looking at? What could they not see?"),
  RESPONSE(
      5,
      "対応はどうだったか",
      "How the response went",
      "指揮・アサイン・告知・話題分け・交代・手を動かした場面。助けを求めたきっかけは",
      "Command, work, announcements, topics, handovers, hands at work. What made people ask for help?"),
  FACTORS(
      6,
      "寄与要因",
      "Contributing factors",
      "二つ以上。しくみ・道具・状況を書く。人の名前は書かない",
      "Two or more. Write of systems, tools and circumstances, not of people"),
  WENT_WELL(7, "うまくいったこと", "What went well", "次も続けたいことは", "What should be done again?"),
  DIFFICULT(8, "困ったこと", "What was difficult", "予想と違ったのは", "What was other than expected?"),
  LUCKY(9, "運がよかったこと", "Where we were lucky", "次は当てにできないことは", "What cannot be counted on again?"),
  LEARNED(
      10,
      "学び・驚き",
      "What we learned",
      "そのとき何が目的だったか。いま分かったことは",
      "What was the goal at that moment? What is known now?"),
  DRILL(12, "訓練シナリオ化するか", "A drill of it?", "訓練にするなら、どの場面を", "If it becomes a drill: which scene?"),
  MESSAGES(
      13,
      "対外メッセージ",
      "Messages to users",
      "利用者への説明で直したいこと",
      "What should be said differently to users?"),
  APPENDIX(14, "付録", "Appendix", "グラフやログへのリンク", "Links to graphs and logs"),
  WHY_CALLED(
      1,
      "なぜ呼ばれたか",
      "Why we were called",
      "何が鳴り、何を見て本物だと思えたか",
      "What rang, and what made it look real?"),
  MAKE_CHEAPER(
      2,
      "次はどうすれば軽く済むか",
      "What would make the call cheaper",
      "しきい値・文面・確かめ方で変えられることは",
      "What could change: thresholds, wording, how to check?");

  /** The longest text of one section, in characters. */
  public static final int LONGEST = 4000;

  private final int number;
  private final String ja;
  private final String en;
  private final String promptJa;
  private final String promptEn;

  Section(int number, String ja, String en, String promptJa, String promptEn) {
    this.number = number;
    this.ja = ja;
    this.en = en;
    this.promptJa = promptJa;
    this.promptEn = promptEn;
  }

  /** Its place in the document; 11 is left to the action items. */
  public int number() {
    return number;
  }

  public Words title() {
    return new Words(ja, en);
  }

  /** What to think of when writing it. */
  public Words prompt() {
    return new Words(promptJa, promptEn);
  }

  /** The sections of a form, in the document's order. */
  public static List<Section> of(Postmortem.Form form) {
    return Arrays.stream(values()).filter(section -> section.form() == form).toList();
  }

  private Postmortem.Form form() {
    return this == WHY_CALLED || this == MAKE_CHEAPER
        ? Postmortem.Form.SHORT
        : Postmortem.Form.FULL;
  }

  /** The section of that name, in capitals or not. */
  public static Optional<Section> named(String name) {
    return Arrays.stream(values())
        .filter(section -> section.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
