package org.honbu.warroom;

import java.util.Optional;
import org.honbu.kernel.Words;

/**
 * Something a reader of the catch-up card may do: an act of the incident's page, or a place on it.
 * A way is a courtesy; the façade of the act decides.
 */
public enum Way {
  ANSWER("answer", "", "応答する", "I have it"),
  REPLY_TO_WORK("", "your-work", "頼まれた仕事に返事をする", "Answer the work you were asked for"),
  REPORT_WORK("", "your-work", "仕事の報告をする", "Report on your work"),
  LEAD("take-command", "", "指揮を引き受ける", "Take command"),
  ANNOUNCE("take-announcing", "", "アナウンスを引き受ける", "Take announcing"),
  DECIDE("", "loop", "方針を決める", "Decide how to go on"),
  TELL_THE_ROOM("", "loop", "状況を共有する", "Tell the room how it stands"),
  GIVE_WORK("", "work", "仕事を頼む", "Give somebody work"),
  VERIFY("verify", "", "影響が止まったと確かめる", "Verify that the impact has stopped"),
  ESCALATE("escalate", "", "エスカレする（理由は要りません）", "Escalate; no reason needed"),
  COME_IN("", "joining", "見学か手空きで入る", "Come in, to watch or to help"),
  OFFER_HANDS("", "joining", "手空きに変える", "Say that you are free to help"),
  SMALL_HELP("", "help", "いまできる手伝いを見る", "See what you could help with"),
  SAY_WHAT_YOU_KNOW("", "note", "知っていることを書く", "Write what you know"),
  READ_ON("", "timeline", "時系列を読む", "Read the timeline");

  private final String act;
  private final String place;
  private final String ja;
  private final String en;

  Way(String act, String place, String ja, String en) {
    this.act = act;
    this.place = place;
    this.ja = ja;
    this.en = en;
  }

  public Words words() {
    return new Words(ja, en);
  }

  /** The act of the incident's page, when it takes one tap. */
  public Optional<String> act() {
    return act.isEmpty() ? Optional.empty() : Optional.of(act);
  }

  /** The region of the incident's page where it is done, when it takes more. */
  public Optional<String> place() {
    return place.isEmpty() ? Optional.empty() : Optional.of(place);
  }
}
