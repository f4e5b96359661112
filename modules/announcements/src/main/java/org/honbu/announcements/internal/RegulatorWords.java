package org.honbu.announcements.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.honbu.announcements.RegulatorReport.Dates;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;

/** What people read about a report to the authority; a drill always says that it is one. */
final class RegulatorWords {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'JST'", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Tokyo"));

  private RegulatorWords() {}

  static Words begun(RegulatorReportRow row) {
    return in(
        row.kind(),
        new Words(
                "データの被害か疑いがあるため、当局への報告の期限が決まりました。速報：{0} が目安、遅くとも {1}。"
                    + "日本の実務にもとづく目安で、法律の助言ではありません",
                "Data is harmed or may be: the dates for telling the authority are set. Preliminary"
                    + " report: by {0}, at the latest {1}. Japanese practice, not legal advice")
            .with(at(row.dates().remindAt()), at(row.dates().dueAt())));
  }

  static Words due(RegulatorReportRow row, int told) {
    Dates dates = row.dates();
    Words stage = row.stage().label();
    if (told == 1) {
      return in(
          row.kind(),
          new Words(
                  "当局への{0}がまだ提出されていません。遅くとも {1} までに提出してください",
                  "{0} to the authority: not sent yet. Send it by {1} at the latest")
              .with(stage, at(dates.dueAt())));
    }
    return in(
        row.kind(),
        new Words(
                "当局への{0}の期限（{1}）を過ぎました。プロセスオーナーも提出できます",
                "{0} to the authority: the date ({1}) has passed. A process owner may send it, too")
            .with(stage, at(dates.dueAt())));
  }

  static Words sent(Kind kind, Stage stage, Instant when, String to, String reference) {
    return in(
        kind,
        new Words("当局への{0}を {1} に提出しました：{2}（{3}）", "{0} to the authority sent at {1}: {2} ({3})")
            .with(stage.label(), at(when), to, reference));
  }

  static Words notNeeded(Kind kind, Stage stage, String reason) {
    return in(
        kind,
        new Words("当局への{0}は要らないと判断しました：{1}", "{0} to the authority is not needed: {1}")
            .with(stage.label(), reason));
  }

  static Words calledOff(RegulatorReportRow row, Words why) {
    return in(
        row.kind(),
        new Words("当局への報告を取りやめました：{0}", "Nothing is to be reported to the authority: {0}")
            .with(why));
  }

  static Words goesOn(RegulatorReportRow row) {
    return in(
        row.kind(),
        new Words(
                "当局への{0}がまた必要になりました。遅くとも {1}",
                "{0} to the authority is owed again, by {1} at the latest")
            .with(row.stage().label(), at(row.dates().dueAt())));
  }

  /** For the task's form. */
  static Words dates(RegulatorReportRow row) {
    return in(
        row.kind(),
        new Words("知った時：{0}。目安：{1}。遅くとも：{2}", "Known at: {0}. Aim for: {1}. At the latest: {2}")
            .with(at(row.knownAt()), at(row.dates().remindAt()), at(row.dates().dueAt())));
  }

  private static String at(Instant moment) {
    return MINUTE.format(moment);
  }

  private static Words in(Kind kind, Words words) {
    return switch (kind) {
      case REAL -> words;
      case DRILL -> new Words("【訓練・提出しません】" + words.ja(), "[Drill: submit nothing] " + words.en());
    };
  }
}
