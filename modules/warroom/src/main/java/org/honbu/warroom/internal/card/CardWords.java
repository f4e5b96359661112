package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.honbu.incidents.Activity;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Impact;
import org.honbu.incidents.ImpactWords;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Words;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.CatchUpCard;
import org.honbu.warroom.CatchUpCard.About;
import org.honbu.warroom.CatchUpCard.Line;
import org.honbu.warroom.ClosedTopic;
import org.honbu.warroom.Decision;
import org.honbu.warroom.Topic;
import org.honbu.warroom.internal.Sentences;

/** Says what the card knows in at most eight lines, each to be read in one breath. */
@ApplicationScoped
class CardWords {
  private static final int LONGEST = 120;
  private static final int ENOUGH = 3;
  private static final Words NOTHING_YET = new Words("まだありません", "Nothing yet");

  private final Called called;
  private final Clock clock;
  private final ZoneId zone;

  @Inject
  CardWords(
      Called called,
      Clock clock,
      @ConfigProperty(name = "honbu.web.time.zone", defaultValue = "Asia/Tokyo") ZoneId zone) {
    this.called = called;
    this.clock = clock;
    this.zone = zone;
  }

  List<Line> lines(CatchUpCard card) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(About.BROKEN, broken(card.incident())));
    lines.add(new Line(About.SINCE, since(card)));
    lines.add(new Line(About.COMMAND, command(card)));
    if (card.incident().room() != Room.NONE) {
      lines.add(new Line(About.PLAN, card.decision().map(this::plan).orElse(NOTHING_YET)));
      lines.add(new Line(About.EXCLUDED, excluded(card)));
      lines.add(new Line(About.WORK, work(card)));
    }
    lines.add(new Line(About.TOLD, told(card)));
    lines.add(new Line(About.CHANGED, changed(card)));
    return List.copyOf(lines);
  }

  /** 「決済が止まりました。重大度 2 重大・調査中。利用者の 10 % 以上・動くが悪い」 */
  private static Words broken(IncidentView incident) {
    Words severity =
        incident
            .severity()
            .map(
                now ->
                    Called.fill(
                        new Words("SEV{0} {1}", "SEV{0} {1}"),
                        Called.written(String.valueOf(now.level())),
                        now.label()))
            .orElse(new Words("重大度は未判定", "not rated yet"));
    return Called.fill(
        new Words("{0}。{1}・{2}。{3}", "{0}. {1}, {2}. {3}"),
        brief(Called.written(incident.what())),
        severity,
        incident.state().label(),
        impact(incident.impact()));
  }

  /** One sentence, also while nothing is known. */
  static Words impact(Impact impact) {
    boolean known =
        impact.users() != Impact.Users.UNKNOWN || impact.condition() != Impact.Condition.UNKNOWN;
    return known
        ? ImpactWords.of(impact)
        : new Words("影響は確かめています", "The impact is being confirmed");
  }

  private Words since(CatchUpCard card) {
    Words began =
        Called.fill(new Words("{0} から（{1}）", "{0} ({1})"), at(card.since()), ago(card.since()));
    return card.incident()
        .times()
        .mitigatedAt()
        .filter(at -> card.incident().state().compareTo(IncidentState.MITIGATED) >= 0)
        .map(
            at ->
                Called.fill(
                    new Words("{0}。{1} に影響は止まりました", "{0}. The impact stopped at {1}"),
                    began,
                    at(at)))
        .orElse(began);
  }

  private Words command(CatchUpCard card) {
    IncidentView incident = card.incident();
    List<Words> all = new ArrayList<>();
    incident.seat().ifPresent(seat -> all.add(commander(seat)));
    incident
        .deputy()
        .ifPresent(who -> all.add(part(new Words("副 {0}", "deputy {0}"), called.of(who))));
    if (incident.seat().isPresent()) {
      all.add(
          incident
              .announcer()
              .map(who -> part(new Words("アナウンス {0}", "announcer {0}"), called.of(who)))
              .orElse(new Words("アナウンス担当はまだいません", "nobody announces yet")));
    }
    if (!card.onCall().isEmpty()) {
      all.add(part(new Words("当番 {0}", "on call {0}"), called.of(card.onCall())));
    }
    return all.isEmpty() ? new Words("まだ誰もいません", "Nobody yet") : sentence(all);
  }

  private Words commander(CommandSeat seat) {
    return part(
        seat.standing() == Standing.ACTING
            ? new Words("暫定コマンダー {0}", "acting commander {0}")
            : new Words("コマンダー {0}", "commander {0}"),
        called.of(seat.holder()));
  }

  private Words plan(Decision decided) {
    return Called.fill(
        new Words("{0}。まず {1}／調べる {2}／対応 {3}", "{0}. First: {1}. Look at: {2}. Respond: {3}"),
        brief(Called.written(decided.decision())),
        brief(Called.written(decided.whatFirst())),
        brief(Called.written(decided.whereToLook())),
        brief(Called.written(decided.howToRespond())));
  }

  private static Words excluded(CatchUpCard card) {
    List<String> questions =
        Stream.concat(
                card.excluded().stream().map(Assignment::outcome),
                card.ruledOut().stream().map(ClosedTopic::question))
            .toList();
    return questions.isEmpty()
        ? new Words("まだ何も除外していません", "Nothing is ruled out yet")
        : some(questions, one -> brief(Called.written(one)));
  }

  private Words work(CatchUpCard card) {
    Words work =
        card.openWork().isEmpty()
            ? new Words("進行中の仕事はありません", "No work is under way")
            : some(card.openWork(), this::piece);
    if (card.topics().isEmpty()) {
      return work;
    }
    Words floor =
        card.topics().stream()
            .filter(Topic::floor)
            .findFirst()
            .map(topic -> part(new Words("（いまは {0}）", " (now: {0})"), Called.written(topic.name())))
            .orElse(new Words("", ""));
    return Called.fill(
        new Words("{0}。話題 {1} 件{2}", "{0}. Topics: {1}{2}"),
        work,
        Called.written(String.valueOf(card.topics().size())),
        floor);
  }

  private Words piece(Assignment work) {
    Words what =
        Called.fill(
            new Words("{0}（{1}）", "{0} ({1})"),
            brief(Called.written(work.outcome())),
            called.of(work.owner()));
    return work.endsAt()
        .map(ends -> Called.fill(new Words("{0} {1} まで", "{0} until {1}"), what, at(ends)))
        .orElse(what);
  }

  /** What is promised first: on a phone the end of a line may be out of sight. */
  private Words told(CatchUpCard card) {
    List<Words> all = new ArrayList<>();
    card.promises()
        .room()
        .ifPresent(next -> all.add(part(new Words("次の共有 {0}", "next update {0}"), at(next))));
    card.promises()
        .users()
        .ifPresent(
            next -> all.add(part(new Words("次のお知らせ {0}", "users hear again {0}"), at(next))));
    all.add(users(card));
    card.lastUpdate()
        .ifPresent(
            update ->
                all.add(
                    Called.fill(
                        new Words("{0} の共有：{1}", "at {0}: {1}"),
                        at(update.at()),
                        brief(Called.written(update.conditions())))));
    return sentence(all);
  }

  private Words users(CatchUpCard card) {
    PublicPhase phase = card.incident().publicPhase();
    if (phase == PublicPhase.NONE) {
      return new Words("利用者へのお知らせはまだです", "users were told nothing yet");
    }
    return Called.fill(
        new Words("利用者へのお知らせ {0}：{1}", "users were told at {0}: {1}"),
        card.promises().toldUsers().map(this::at).orElse(Called.written("—")),
        phase.label());
  }

  private Words changed(CatchUpCard card) {
    if (card.incident().component().isEmpty()) {
      return new Words("どこの障害かまだわかりません", "It is not known yet where it is");
    }
    if (card.changes().isEmpty()) {
      return new Words("24 時間の変更は届いていません", "No change was told of within 24 hours");
    }
    return some(card.changes(), this::change);
  }

  /** Without a name: who did it is no part of what is broken. */
  private Words change(Activity change) {
    return Called.fill(new Words("{0} {1}", "{0} {1}"), at(change.at()), change.work().label());
  }

  /** 14:05 JST, with the day when it is not today. */
  Words at(Instant moment) {
    boolean today =
        LocalDate.ofInstant(moment, zone).equals(LocalDate.ofInstant(clock.instant(), zone));
    return today
        ? new Words(format("HH:mm z", moment), format("HH:mm z", moment))
        : new Words(format("M/d HH:mm z", moment), format("d MMM HH:mm z", moment));
  }

  private String format(String pattern, Instant moment) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone).format(moment);
  }

  /** How long ago it was, roughly. */
  Words ago(Instant then) {
    Duration since = Duration.between(then, clock.instant());
    if (since.toMinutes() < 60) {
      return new Words("{0} 分前", "{0} min ago").with(Math.max(0, since.toMinutes()));
    }
    return since.toDays() < 2
        ? new Words("{0} 時間 {1} 分前", "{0} h {1} min ago")
            .with(since.toHours(), since.toMinutesPart())
        : new Words("{0} 日前", "{0} days ago").with(since.toDays());
  }

  private static Words part(Words sentence, Words value) {
    return Called.fill(sentence, value);
  }

  /** The first few and how many more there are. */
  private static <T> Words some(List<T> all, Function<T, Words> say) {
    Words first = joined(all.stream().limit(ENOUGH).toList(), say);
    int more = all.size() - ENOUGH;
    return more <= 0
        ? first
        : new Words(first.ja() + "、ほか " + more + " 件", first.en() + "; " + more + " more");
  }

  /** The parts as one line; English begins it with a capital. */
  private static Words sentence(List<Words> parts) {
    Words all = joined(parts, words -> words);
    return new Words(
        all.ja(), all.en().substring(0, 1).toUpperCase(Locale.ENGLISH) + all.en().substring(1));
  }

  private static <T> Words joined(List<T> all, Function<T, Words> say) {
    return new Words(
        all.stream().map(say).map(Words::ja).collect(Collectors.joining("、")),
        all.stream().map(say).map(Words::en).collect(Collectors.joining("; ")));
  }

  /** So much of it that the line stays one. */
  private static Words brief(Words said) {
    return new Words(brief(said.ja()), brief(said.en()));
  }

  private static String brief(String written) {
    String said = Sentences.withoutStop(written);
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
  }
}
