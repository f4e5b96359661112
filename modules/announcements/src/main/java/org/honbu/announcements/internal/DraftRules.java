package org.honbu.announcements.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.announcements.internal.lint.Lint;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** The rules a message must pass, each a sentence; an answer is the reason why not. */
final class DraftRules {
  /** People promise whole minutes. */
  private static final Duration ROUNDING = Duration.ofMinutes(1);

  private DraftRules() {}

  static Optional<Words> onlyTheAnnouncerDrafts(Optional<PersonId> announcer, PersonId author) {
    if (announcer.isEmpty()) {
      return no("先に「アナウンスする」を引き受けてください", "Take “Announce” first");
    }
    return announcer.get().equals(author)
        ? Optional.empty()
        : no("アナウンス担当だけが文章を書けます", "Only the announcer writes the text");
  }

  static Optional<Words> aMessageSaysSomethingInBothLanguages(Draft draft) {
    if (draft.text().ja().isBlank()) {
      return no("日本語の文章を書いてください", "Write the Japanese text");
    }
    if (draft.text().en().isBlank()) {
      return no("英語の文章を書いてください", "Write the English text");
    }
    boolean fits =
        draft.text().ja().length() <= Lint.LONGEST_JAPANESE
            && draft.text().en().length() <= Lint.LONGEST_ENGLISH;
    return fits
        ? Optional.empty()
        : no("日本語は 400 字、英語は 800 字までです", "At most 400 characters in Japanese, 800 in English");
  }

  static Optional<Words> aMessagePromisesTheNext(Draft draft, Instant now) {
    if (draft.phase().closes()) {
      return Optional.empty();
    }
    if (draft.next().isEmpty()) {
      return no("次のお知らせの時刻を入れてください", "Say when the next update comes");
    }
    return draft.next().get().isAfter(now)
        ? Optional.empty()
        : no("次のお知らせの時刻が過ぎています", "The time of the next update has passed");
  }

  /** Nobody promises users to hear later than the rhythm of this severity lets them wait. */
  static Optional<Words> aPromiseKeepsTheRhythm(Draft draft, Instant now, Duration within) {
    Instant latest = now.plus(within).plus(ROUNDING);
    return draft
        .next()
        .filter(next -> !draft.phase().closes() && next.isAfter(latest))
        .map(
            next ->
                new Words(
                        "次のお知らせは {0} までにしてください（いまの間隔は {1} 分）",
                        "Promise the next update by {0}: the rhythm is {1} minutes now")
                    .with(Templates.time(now.plus(within)), within.toMinutes()));
  }

  /** TP-4c: users see both as one, so there must be one to correct. */
  static Optional<Words> aCorrectionNamesWhatWasWrong(Draft draft, List<Announcement> all) {
    if (draft.phase() != Phase.CORRECTION) {
      return draft.corrects().isEmpty()
          ? Optional.empty()
          : no("訂正でないお知らせは、前のお知らせを指せません", "Only a correction names an earlier message");
    }
    boolean known =
        draft.corrects().stream()
            .anyMatch(
                wrong ->
                    all.stream()
                        .anyMatch(
                            said -> said.id().equals(wrong) && said.state() == State.PUBLISHED));
    return known
        ? Optional.empty()
        : no("どのお知らせを訂正するかを選んでください", "Choose the published message that you correct");
  }

  static Optional<Words> onlyTheCommanderLetsThrough(
      Duties.Situation situation, Announcement held, PersonId by) {
    if (held.author().equals(by)) {
      return no("自分で書いた文章は通せません", "You cannot let your own text through");
    }
    return situation.commander().filter(by::equals).isPresent()
        ? Optional.empty()
        : no("このまま通せるのはコマンダーだけです", "Only the commander lets it through as it is");
  }

  static Optional<Words> nobodyApprovesTheirOwnText(Announcement pending, PersonId approver) {
    return pending.author().equals(approver)
        ? no("自分で書いた文章は承認できません", "You cannot approve your own text")
        : Optional.empty();
  }

  /** It may have come back since the text was written; users must not read that it is over. */
  static Optional<Words> usersHearThatItIsOverOnceItIs(
      Duties.Situation situation, Announcement pending) {
    IncidentState state = situation.course().state();
    boolean stillHarms =
        switch (state) {
          case REPORTED, TRIAGE, INVESTIGATING, IDENTIFIED -> true;
          case MITIGATED, MONITORING, RESOLVED, POSTMORTEM, CLOSED, FALSE_ALARM, MERGED, ABORTED ->
              false;
        };
    return pending.phase() == Phase.RESOLVED && stillHarms
        ? Optional.of(
            new Words(
                    "いまは「{0}」で、影響は止まっていません。「復旧」のお知らせは、影響が止まってから承認してください",
                    "It is not over: the incident is “{0}”. Approve “resolved” once its impact has"
                        + " stopped")
                .with(state.label()))
        : Optional.empty();
  }

  static Optional<Words> onlyCommanderAndDeputyApprove(
      Duties.Situation situation, PersonId approver) {
    return Stream.concat(situation.commander().stream(), situation.deputy().stream())
            .anyMatch(approver::equals)
        ? Optional.empty()
        : no("承認できるのはコマンダーと副コマンダーです", "Only the commander and the deputy approve");
  }

  static Optional<Words> anApprovalIsForThisText(Announcement pending, String hash) {
    return pending.hash().equals(hash)
        ? Optional.empty()
        : no("文章が変わったので、承認はやり直しです", "The text changed, so approval starts again");
  }

  /** What was written for inside is not for users, and the other way round (DM-5). */
  static Optional<Words> itIsForWhomItWasWritten(Announcement pending, Audience now) {
    return pending.audience() == now
        ? Optional.empty()
        : Optional.of(
            new Words(
                    "知らせる相手が変わりました：{0}。もう一度書いてもらってください",
                    "Whom it is for has changed: {1}. Have it written anew")
                .with(now.label().ja(), now.label().en()));
  }

  /** Where the table leaves the status page to whoever approves, they say so; nowhere else. */
  static Optional<Words> whereItGoesIsSaid(
      Announcement pending, Reach.Need need, Optional<Audience> chosen) {
    if (need.statusPageIsAsked()) {
      return chosen.filter(audience -> audience != Audience.INSIDE).isPresent()
          ? Optional.empty()
          : no("ステータスページにも出すかどうかを選んでください", "Say whether it goes on the status page, too");
    }
    return chosen.filter(audience -> audience != pending.audience()).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Words("出し先はここでは選べません：{0}", "Whom it is for is not to be chosen here: {1}")
                .with(pending.audience().label().ja(), pending.audience().label().en()));
  }

  private static Optional<Words> no(String ja, String en) {
    return Optional.of(new Words(ja, en));
  }
}
