package org.honbu.announcements.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.honbu.announcements.Announcement;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Times;
import org.honbu.kernel.Words;

/**
 * The messages to users as they are prepared from the record (TP-1 to TP-4c). Times are JST, as
 * users read them, and always named. What nobody knows yet is said to be unknown.
 */
final class Templates {
  private static final DateTimeFormatter JST =
      DateTimeFormatter.ofPattern("HH:mm 'JST'").withZone(ZoneId.of("Asia/Tokyo"));

  private static final Words FIRST =
      new Words(
          "現在、{0}がご利用しづらい状況を確認しており、調査を進めています。{1} ごろから発生しています。"
              + "影響範囲は確認中です。ご不便をおかけし申し訳ございません。次のお知らせは {2} 予定です。",
          "We are investigating a problem affecting {0} since about {1}. We are still confirming"
              + " the scope. We are sorry for the disruption. Next update by {2}.");
  private static final Words UPDATE =
      new Words(
          "【続報 {0}】{1}の不具合について。影響：{2}（対象：{3}）。状況：{4}。回避策：{5}。次のお知らせは {6} 予定です。",
          "Update {0}: {1}. Impact: {2} (who: {3}). Status: {4}. Workaround: {5}. Next update by"
              + " {6}.");
  private static final Words MITIGATED =
      new Words(
          "{0} に対処を行い、現在、{1}はご利用いただける状態です。引き続き経過を確認しており、{2} ごろまでに改めてお知らせします。",
          "A mitigation was applied at {0} and {1} is usable again. We are monitoring and will post"
              + " again by {2}.");
  private static final Words RECURRED =
      new Words(
          "{0}の不具合が {1} ごろから再び発生しています。先のお知らせから状況が変わりました。調査と対処を進めています。"
              + "ご不便をおかけし申し訳ございません。次のお知らせは {2} 予定です。",
          "The problem with {0} is back since about {1}: things have changed since our last update."
              + " We are working on it. We are sorry for the disruption. Next update by {2}.");
  private static final Words RESOLVED =
      new Words(
          "{0}の不具合は {1} に復旧しました。影響期間：{2}〜{3}。{4} お客様側での操作は必要ありません。"
              + "ご不便をおかけしましたことをお詫び申し上げます。原因と再発防止は後日お知らせします。",
          "The problem with {0} was resolved at {1}. Affected period {2}–{3}. {4} You need not do"
              + " anything. We are sorry. We will share what we learned.");
  private static final Words NO_IMPACT =
      new Words(
          "先ほどお知らせした件は調査の結果、サービスへの影響はありませんでした。お騒がせしました。",
          "After investigation there was no impact. Apologies for the noise.");
  private static final Words CORRECTION =
      new Words(
          "{0} のお知らせを訂正します。誤：［誤っていた内容］。正：［正しい内容］（{1} ごろから）。" + "申し訳ございません。次のお知らせは {2} 予定です。",
          "We correct what we said at {0}. Wrong: [what was wrong]. Right: [what is right], since"
              + " about {1}. We are sorry. Next update by {2}.");

  private static final Words MACRO =
      new Words("お問い合わせいただきありがとうございます。\n{0}", "Thank you for contacting us.\n{1}");

  private static final Words NO_DATA_LOST =
      new Words("データの欠損等は確認されていません。", "No loss of data was found.");
  private static final Words DATA_CHECKED =
      new Words("データへの影響は確認中です。", "We are checking whether data is affected.");

  private Templates() {}

  static Words first(Duties.Situation situation, Instant next) {
    return FIRST.with(feature(situation), time(situation.since()), time(next));
  }

  /**
   * A further message.
   *
   * @param number counts those after the first, from 2
   */
  static Words update(Duties.Situation situation, int number, Instant next) {
    Impact impact = situation.course().impact();
    return UPDATE.with(
        number,
        feature(situation),
        condition(impact.condition()),
        who(impact.users()),
        status(situation),
        workaround(impact.workaround()),
        time(next));
  }

  static Words mitigated(Duties.Situation situation, Instant now, Instant next) {
    return MITIGATED.with(
        time(situation.course().times().mitigatedAt().orElse(now)), feature(situation), time(next));
  }

  /** It came back; when exactly is not on record, so now. */
  static Words recurred(Duties.Situation situation, Instant now, Instant next) {
    return RECURRED.with(feature(situation), time(now), time(next));
  }

  static Words resolved(Duties.Situation situation, Instant now) {
    Times times = situation.course().times();
    Instant stopped = times.mitigatedAt().orElse(now);
    boolean safe = situation.course().impact().dataSecurity() == Impact.DataSecurity.NONE;
    return RESOLVED.with(
        feature(situation),
        time(times.resolvedAt().or(times::monitoringAt).orElse(stopped)),
        time(situation.since()),
        time(stopped),
        safe ? NO_DATA_LOST : DATA_CHECKED);
  }

  static Words noImpact() {
    return NO_IMPACT;
  }

  /** Two places are left open; the draft is held until they are filled. */
  static Words correction(Duties.Situation situation, Announcement wrong, Instant next) {
    return CORRECTION.with(
        time(wrong.publishedAt().orElse(wrong.draftedAt())), time(situation.since()), time(next));
  }

  /** What customer support pastes into its answer to somebody who asks. */
  static Words macro(Announcement announcement) {
    Words told = withItsPromise(announcement);
    return MACRO.with(told.ja(), told.en());
  }

  /** The text as it goes out: when the next one comes is said, whether its author did or not. */
  static Words withItsPromise(Announcement announcement) {
    return announcement
        .next()
        .map(Templates::time)
        .map(
            time ->
                new Words(
                    promising(announcement.text().ja(), time, " 次のお知らせは {0} 予定です。"),
                    promising(announcement.text().en(), time, " Next update by {0}.")))
        .orElse(announcement.text());
  }

  private static String promising(String text, String time, String sentence) {
    String clock = time.substring(0, time.indexOf(' '));
    return text.contains(clock) ? text : text + sentence.replace("{0}", time);
  }

  /** As users read it. */
  static String time(Instant instant) {
    return JST.format(instant);
  }

  private static Words feature(Duties.Situation situation) {
    Words name = situation.component().orElseGet(() -> new Words("サービス", "our service"));
    return new Words(apart(name.ja()), name.en());
  }

  /** Japanese words stand side by side; a Latin name keeps its distance. */
  private static String apart(String name) {
    return name.codePointBefore(name.length()) < 0x80 ? name + " " : name;
  }

  private static Words condition(Impact.Condition condition) {
    return switch (condition) {
      case DOWN -> new Words("ご利用いただけない状況です", "it cannot be used");
      case DEGRADED -> new Words("ご利用しづらい状況です", "it is degraded");
      case AT_RISK -> new Words("ご利用しづらくなるおそれがあります", "it may become degraded");
      case COSMETIC -> new Words("表示が崩れることがあります", "parts may look wrong");
      case OK -> new Words("ご利用いただけます", "it can be used");
      case UNKNOWN -> new Words("確認中です", "being confirmed");
    };
  }

  private static Words who(Impact.Users users) {
    return switch (users) {
      case ALL -> new Words("多くのお客様", "most users");
      case MANY, SOME -> new Words("一部のお客様", "some users");
      case FEW -> new Words("ごく一部のお客様", "a few users");
      case NONE -> new Words("確認されていません", "none found");
      case UNKNOWN -> new Words("確認中", "being confirmed");
    };
  }

  private static Words status(Duties.Situation situation) {
    return switch (situation.course().state()) {
      case IDENTIFIED ->
          new Words("原因がわかり、対処を進めています", "the cause is known and we are working on it");
      case MITIGATED, MONITORING ->
          new Words("対処を行い、経過を確認しています", "mitigated, and we are watching it");
      case RESOLVED, POSTMORTEM, CLOSED -> new Words("復旧しました", "resolved");
      case REPORTED, TRIAGE, INVESTIGATING, FALSE_ALARM, MERGED, ABORTED ->
          new Words("調査を続けています", "we are still investigating");
    };
  }

  private static Words workaround(Impact.Workaround workaround) {
    return switch (workaround) {
      case FULL, PARTIAL -> new Words("［回避の方法］", "[how to get around it]");
      case NONE -> new Words("現時点で回避策はありません", "none at this time");
      case UNKNOWN -> new Words("確認中です", "being confirmed");
    };
  }
}
