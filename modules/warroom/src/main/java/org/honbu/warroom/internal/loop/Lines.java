package org.honbu.warroom.internal.loop;

import static org.honbu.warroom.internal.Sentences.withoutStop;

import org.honbu.kernel.Words;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.Decision;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.StatusUpdate;

/** The sentences of the loop, for the timeline and the room. */
final class Lines {
  /** Characters a line of the timeline may have. */
  private static final int LENGTH = 1000;

  private Lines() {}

  static Words assessed(AssessSituation seen) {
    Words trend = seen.trend().label();
    return fit(
        new Words(
            "状況把握：%s。範囲：%s。%s%s"
                .formatted(
                    withoutStop(seen.symptoms()),
                    withoutStop(seen.scope()),
                    trend.ja(),
                    part("。不明：", seen.notKnown())),
            "Assessed: %s. Scope: %s. %s%s"
                .formatted(
                    withoutStop(seen.symptoms()),
                    withoutStop(seen.scope()),
                    trend.en(),
                    part(". Not known: ", seen.notKnown()))));
  }

  static Words decided(Decision now) {
    String review = LoopVoice.clock(now.reviewAt());
    return fit(
        new Words(
            "判断：%s。何から：%s。どこを：%s。どう：%s%s。%s に見直す"
                .formatted(
                    withoutStop(now.decision()),
                    withoutStop(now.whatFirst()),
                    withoutStop(now.whereToLook()),
                    withoutStop(now.howToRespond()),
                    part("。プラン B：", now.planB().orElse("")),
                    review),
            "Decision: %s. First: %s. Look at: %s. Respond: %s%s. Reviewed at %s"
                .formatted(
                    withoutStop(now.decision()),
                    withoutStop(now.whatFirst()),
                    withoutStop(now.whereToLook()),
                    withoutStop(now.howToRespond()),
                    part(". Plan B: ", now.planB().orElse("")),
                    review)));
  }

  static Words waits(String reason) {
    return new Words("いまは待ち：" + reason, "Waiting for now: " + reason);
  }

  static Words told(StatusUpdate now) {
    String next = LoopVoice.clock(now.nextAt());
    return fit(
        new Words(
            "状況共有：%s。していること：%s。要るもの：%s。次は %s"
                .formatted(
                    withoutStop(now.conditions()),
                    withoutStop(now.actions()),
                    withoutStop(now.needs()),
                    next),
            "Update: %s. Under way: %s. Needed: %s. Next by %s"
                .formatted(
                    withoutStop(now.conditions()),
                    withoutStop(now.actions()),
                    withoutStop(now.needs()),
                    next)));
  }

  static Words reviewed(ReviewEffect found) {
    Words effect = found.effect().label();
    Words next = found.next().label();
    return fit(
        new Words(
            "効果確認：%s（%s）→ %s".formatted(effect.ja(), found.evidence(), next.ja()),
            "Review: %s (%s) → %s".formatted(effect.en(), found.evidence(), next.en())));
  }

  static Words aims(String all) {
    return all.isEmpty()
        ? new Words("当面の目標をなくしました", "There are no objectives now")
        : fit(new Words("当面の目標：" + all, "Objectives: " + all));
  }

  private static String part(String before, String text) {
    return text.isEmpty() ? "" : before + text;
  }

  private static Words fit(Words said) {
    return new Words(fit(said.ja()), fit(said.en()));
  }

  private static String fit(String text) {
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + "…";
  }
}
