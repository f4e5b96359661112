package org.honbu.workflow.internal;

import org.camunda.bpm.engine.AuthorizationException;
import org.honbu.kernel.Words;

/**
 * A person's act was refused. Tasklist answers 403 with the sentence, in both languages because the
 * engine does not know its reader; everything the act had done is rolled back.
 */
final class Refused extends AuthorizationException {
  static final Words CLOSED =
      new Words("この操作は Honbu では使えません（{0}）", "This is not available in Honbu ({0})");
  static final Words NOT_OFFERED =
      new Words(
          "この作業は、いまのあなたの役割では扱えません", "This task is not offered to you with the roles you have now");
  static final Words PRIVATE =
      new Words(
          "非公開のインシデントです。中身を読めるのは、関わっている人だけです",
          "This incident is private: only those who take part read what its tasks say");
  static final Words NOT_FOR_OTHERS =
      new Words(
          "ほかの人の代わりに引き受けたり、担当を変えたりはできません",
          "You cannot claim for somebody else or change who holds a task");
  static final Words HELD = new Words("{0} さんがすでに引き受けています", "{0} has already claimed this");
  static final Words NOT_HOLDER =
      new Words(
          "先に引き受けてください。完了できるのは引き受けた人だけです",
          "Claim it first: only the person who holds a task can do this");
  static final Words UNASKED =
      new Words("「{0}」はこのフォームの項目ではありません", "“{0}” is not a field of this form");
  static final Words UNREADABLE =
      new Words(
          "「{0}」は文字・数・はい／いいえで答えてください", "“{0}” must be answered with text, a number or yes/no");
  static final Words RACE_LOST =
      new Words("ほかの人が先に進めました。表示を更新してください", "Somebody else was faster. Please refresh");
  static final Words NO_EXPRESSIONS =
      new Words("検索条件に式は使えません", "Expressions cannot be used in a search");

  Refused(Words why, Object... values) {
    super(why.with(values).both());
  }
}
