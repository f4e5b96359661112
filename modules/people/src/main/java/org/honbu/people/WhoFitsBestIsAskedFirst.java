package org.honbu.people;

import static org.honbu.people.CommanderScore.Term.CURRENT;
import static org.honbu.people.CommanderScore.Term.LATELY_BUSY;
import static org.honbu.people.CommanderScore.Term.ON_SCHEDULE;
import static org.honbu.people.CommanderScore.Term.OWNS_COMPONENT;
import static org.honbu.people.CommanderScore.Term.REACHABLE;
import static org.honbu.people.CommanderScore.Term.SPREAD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.Words;
import org.honbu.people.CommanderScore.Part;
import org.honbu.people.CommanderScore.Term;

/**
 * Puts those who may come into question as commander in order (DOMAIN DM-6, T07).
 *
 * <p>{@code 40·onSchedule + 20·reachable + 15·current(≤90 d) + W·(1 − share12m/maxShare) −
 * 30·ownsAffectedComponent − 10·min(1, cmdHours30d/10)}, W by severity, hours and kind ({@link
 * CommandNeed#weightOfSpread}). The shares are of the same sum, so that commands are compared with
 * commands: with the most by anybody of the list. Who is not eligible comes last, and who only came
 * into question because the glass is broken after the qualified. How long somebody has been with
 * the company is no term (T19).
 *
 * <p>Between equals: who commanded less, where that counts at all; then a lot that is drawn anew
 * for each incident and always falls the same for one. An order by name would ask the same people
 * first for ever.
 */
public final class WhoFitsBestIsAskedFirst {
  private static final int SCHEDULE_POINTS = 40;
  private static final int REACHABLE_POINTS = 20;
  private static final int CURRENT_POINTS = 15;
  private static final int OWN_AREA_POINTS = -30;
  private static final int BUSY_POINTS = -10;

  /** Hours of command in thirty days with which the term of the busy is full. */
  private static final int BUSY_HOURS = 10;

  private static final Duration CURRENT_FOR = Duration.ofDays(90);
  private static final BigDecimal NOTHING = tenths(BigDecimal.ZERO);
  private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

  private final CommandNeed need;
  private final int mostCommands;

  private WhoFitsBestIsAskedFirst(CommandNeed need, int mostCommands) {
    this.need = need;
    this.mostCommands = mostCommands;
  }

  /** The people in order, who fits best first. */
  public static List<RankedCommander> rank(CommandNeed need, List<CommanderFacts> people) {
    int most = people.stream().mapToInt(one -> one.history().commands()).max().orElse(0);
    var rule = new WhoFitsBestIsAskedFirst(need, most);
    return people.stream()
        .map(one -> new Placed(one, rule.score(one)))
        .sorted(rule.order())
        .map(one -> new RankedCommander(one.facts.person(), one.facts.eligibility(), one.score))
        .toList();
  }

  private record Placed(CommanderFacts facts, CommanderScore score) {
    int group() {
      if (!facts.eligibility().isEligible()) {
        return 2;
      }
      return facts.eligibility().reason() == Eligibility.Reason.BREAK_GLASS ? 1 : 0;
    }
  }

  private Comparator<Placed> order() {
    boolean spreads = need.weightOfSpread() > 0;
    return Comparator.comparingInt(Placed::group)
        .thenComparing(one -> one.score.total(), Comparator.reverseOrder())
        .thenComparingInt(one -> spreads ? one.facts.history().commands() : 0)
        .thenComparing(this::lot)
        .thenComparing(one -> one.facts.person());
  }

  private UUID lot(Placed one) {
    String name = need.incident() + " " + one.facts.person();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private CommanderScore score(CommanderFacts facts) {
    return new CommanderScore(
        List.of(
            schedule(facts),
            reachable(facts),
            current(facts),
            spread(facts),
            ownArea(facts),
            busy(facts)));
  }

  private static Part schedule(CommanderFacts facts) {
    return yesOrNo(
        ON_SCHEDULE,
        facts.onSchedule(),
        SCHEDULE_POINTS,
        facts.onSchedule()
            ? new Words("いまコマンダー当番です", "It is their turn on the commander schedule")
            : new Words("いまは当番ではありません", "It is not their turn on the schedule"));
  }

  private static Part reachable(CommanderFacts facts) {
    return yesOrNo(
        REACHABLE,
        facts.reachable(),
        REACHABLE_POINTS,
        facts.reachable()
            ? new Words("届く連絡先があります", "There is a way to reach them")
            : new Words("届く連絡先がありません", "There is no way to reach them"));
  }

  private Part current(CommanderFacts facts) {
    Optional<Duration> ago =
        facts
            .history()
            .last()
            .map(last -> Duration.between(last, need.at()))
            .filter(since -> since.compareTo(CURRENT_FOR) <= 0);
    return yesOrNo(
        CURRENT,
        ago.isPresent(),
        CURRENT_POINTS,
        ago.map(
                since ->
                    new Words(
                            "最後の指揮は {0} 日前です（訓練を含む）",
                            "Days since their last command, drills included: {0}")
                        .with(since.toDays()))
            .orElse(
                new Words(
                    "90 日以内に指揮した記録がありません（訓練を含む）",
                    "No command on record within 90 days, drills included")));
  }

  private Part spread(CommanderFacts facts) {
    int weight = need.weightOfSpread();
    int commands = facts.history().commands();
    Words why =
        weight == 0
            ? new Words(
                "時間外の重大度 1 では、指揮の多い少ないは数えません",
                "At severity 1 off hours it does not count who commanded how often")
            : new Words(
                    "12 か月に本番を指揮した回数：{0}（最も多い人は {1}）",
                    "Real incidents commanded in 12 months: {0} (the most by anybody: {1})")
                .with(commands, mostCommands);
    BigDecimal points =
        mostCommands == 0
            ? BigDecimal.valueOf(weight)
            : BigDecimal.valueOf((long) weight * (mostCommands - commands))
                .divide(BigDecimal.valueOf(mostCommands), 4, RoundingMode.HALF_UP);
    return new Part(SPREAD, tenths(points), weight, true, why);
  }

  private Part ownArea(CommanderFacts facts) {
    String component = need.component().orElse("");
    if (facts.ownsComponent().isEmpty()) {
      return new Part(
          OWNS_COMPONENT,
          NOTHING,
          OWN_AREA_POINTS,
          false,
          component.isEmpty()
              ? new Words("どこが影響を受けたか、まだわかりません", "It is not known yet what is affected")
              : new Words("{0} の持ち主がわかりません", "It is not known who owns {0}").with(component));
    }
    boolean own = facts.ownsComponent().get();
    return yesOrNo(
        OWNS_COMPONENT,
        own,
        OWN_AREA_POINTS,
        own
            ? new Words(
                    "{0} は自分のチームのものなので、手を動かしたくなりがちです",
                    "{0} is their own team’s, which tempts to work on it oneself")
                .with(component)
            : new Words("{0} は別のチームのものです", "{0} is another team’s").with(component));
  }

  private static Part busy(CommanderFacts facts) {
    BigDecimal hours =
        BigDecimal.valueOf(facts.history().commanded().toMinutes())
            .divide(MINUTES_OF_AN_HOUR, 4, RoundingMode.HALF_UP);
    BigDecimal points =
        hours
            .min(BigDecimal.valueOf(BUSY_HOURS))
            .multiply(BigDecimal.valueOf(BUSY_POINTS))
            .divide(BigDecimal.valueOf(BUSY_HOURS), 4, RoundingMode.HALF_UP);
    return new Part(
        LATELY_BUSY,
        tenths(points),
        BUSY_POINTS,
        true,
        new Words("30 日に指揮した時間：{0} 時間", "Hours of command in 30 days: {0}").with(tenths(hours)));
  }

  private static Part yesOrNo(Term term, boolean yes, int points, Words why) {
    return new Part(term, yes ? tenths(BigDecimal.valueOf(points)) : NOTHING, points, true, why);
  }

  private static BigDecimal tenths(BigDecimal points) {
    return points.setScale(1, RoundingMode.HALF_UP);
  }
}
