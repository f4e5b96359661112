package org.honbu.warroom.internal.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.warroom.internal.card.Scene.AOI;
import static org.honbu.warroom.internal.card.Scene.EMMA;
import static org.honbu.warroom.internal.card.Scene.KEN;
import static org.honbu.warroom.internal.card.Scene.MISAKI;
import static org.honbu.warroom.internal.card.Scene.SAKURA;
import static org.honbu.warroom.internal.card.Scene.YUMI;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Work;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Assignment.Answered;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.CatchUpCard;
import org.honbu.warroom.CatchUpCard.About;
import org.honbu.warroom.ClosedTopic;
import org.honbu.warroom.Stance;
import org.honbu.warroom.TopicResult;
import org.honbu.warroom.Way;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private final Scene scene = new Scene();

  private CatchUpCard card(PersonId reader) {
    return scene.catchUp.of(scene.id, reader);
  }

  private Map<About, String> lines(Locale reader) {
    return card(EMMA).lines().stream()
        .collect(Collectors.toMap(CatchUpCard.Line::about, line -> line.text().in(reader)));
  }

  @Test
  void eightLinesAnswerWhoeverArrives() {
    scene.decide();
    scene.update("失敗は 18 %", Duration.ofMinutes(20));
    scene.give(KEN, "DB は原因か", State.DONE, Optional.of(Answered.EXCLUDED));
    scene.give(KEN, "直前のデプロイは原因か", State.ACCEPTED);
    scene.give(MISAKI, "キャッシュは原因か", State.DONE, Optional.of(Answered.FOUND));
    scene.change(Work.SSH, Scene.BEGAN);
    scene.change(Work.DEPLOY, Scene.BEGAN.minus(Duration.ofMinutes(3)));
    scene.change(Work.ROLLBACK, Scene.BEGAN.minus(Duration.ofDays(2)));
    scene.phase = PublicPhase.INVESTIGATING;
    scene.happens("published", YUMI, "利用者にお知らせしました：調査中");
    scene.promised = Optional.of(scene.time.instant().plus(Duration.ofMinutes(30)));

    Map<About, String> said = lines(Locale.JAPANESE);

    assertThat(said).hasSize(8);
    assertThat(said.get(About.BROKEN)).isEqualTo("カード決済が失敗します。SEV2 重大・調査中。利用者の 10 % 以上・動くが悪い");
    assertThat(said.get(About.SINCE)).isEqualTo("03:05 JST から（35 分前）");
    assertThat(said.get(About.COMMAND))
        .isEqualTo("コマンダー 中村 葵 さん、副 渡辺 さくら さん、アナウンス 小林 由美 さん、当番 佐藤 美咲 さん");
    assertThat(said.get(About.PLAN)).startsWith("前の版に戻す。まず 決済の戻し");
    assertThat(said.get(About.EXCLUDED)).isEqualTo("DB は原因か");
    assertThat(said.get(About.WORK)).isEqualTo("直前のデプロイは原因か（高橋 健 さん） 03:55 JST まで");
    assertThat(said.get(About.TOLD))
        .isEqualTo(
            "次の共有 04:00 JST、次のお知らせ 04:10 JST、利用者へのお知らせ 03:40 JST：調査中、03:40 JST の共有：失敗は 18 %");
    assertThat(said.get(About.CHANGED)).isEqualTo("03:02 JST デプロイ");
    assertThat(lines(Locale.ENGLISH).get(About.COMMAND)).startsWith("Commander Aoi Nakamura");
  }

  @Test
  void whatATopicRuledOutStandsBesideWhatWorkRuledOut() {
    scene.give(KEN, "DB は原因か", State.DONE, Optional.of(Answered.EXCLUDED));
    scene.closed.add(closed("接続プールは原因か", TopicResult.EXCLUDED));
    scene.closed.add(closed("いつ戻るか", TopicResult.ANSWERED));
    scene.closed.add(closed("移設するか", TopicResult.PARKED));

    assertThat(lines(Locale.JAPANESE)).containsEntry(About.EXCLUDED, "DB は原因か、接続プールは原因か");
    assertThat(new CardDocument.Writer(scene.people, Locale.ENGLISH).card(card(EMMA)).ruledOut())
        .containsExactly("接続プールは原因か: 接続数は平常");
  }

  private ClosedTopic closed(String question, TopicResult result) {
    return new ClosedTopic("Alpha", question, result, "接続数は平常", scene.time.instant());
  }

  @Test
  void nothingIsSaidAloudToo() {
    assertThat(lines(Locale.ENGLISH))
        .containsEntry(About.EXCLUDED, "Nothing is ruled out yet")
        .containsEntry(About.WORK, "No work is under way")
        .containsEntry(About.CHANGED, "No change was told of within 24 hours")
        .containsEntry(About.TOLD, "Users were told nothing yet");
  }

  @Test
  void longWordsAndManyThingsStayOneLineEach() {
    for (int i = 0; i < 12; i++) {
      scene.give(KEN, "長い問い\n".repeat(30), State.ACCEPTED);
    }

    CatchUpCard card = card(EMMA);

    assertThat(card.lines()).hasSizeLessThanOrEqualTo(8);
    assertThat(card.lines()).allMatch(line -> !line.text().ja().contains("\n"));
    assertThat(lines(Locale.JAPANESE).get(About.WORK)).endsWith("、ほか 9 件");
  }

  @Test
  void aDrillIsToldNothingOfTheRealThing() {
    scene.change(Work.DEPLOY, scene.time.instant());
    scene.kind = Kind.DRILL;
    scene.id = new IncidentId("DRL-2026-03-INC");

    assertThat(card(EMMA).changes()).isEmpty();
    assertThat(CardText.of(card(EMMA), Locale.JAPANESE, "03:40 JST").lines())
        .filteredOn(line -> !line.isBlank())
        .allMatch(line -> line.contains("【訓練】"));
  }

  @Test
  void aTextForTheChatNamesTheIncidentAndNothingOfTheReader() {
    scene.catchUp.looked(scene.id, EMMA);

    String text = CardText.of(card(EMMA), Locale.ENGLISH, "03:40 JST");

    assertThat(text).startsWith("Catch up: INC-2026-0001 (03:40 JST)\n\n- What is broken: ");
    assertThat(text).doesNotContain("Emma");
  }

  @Test
  void withoutARoomOnlyWhatIsThereIsSaid() {
    scene.standing = Optional.empty();

    assertThat(lines(Locale.JAPANESE))
        .doesNotContainKeys(About.PLAN, About.EXCLUDED, About.WORK)
        .containsEntry(About.COMMAND, "当番 高橋 健 さん");
    assertThat(ways(EMMA)).containsExactly(Way.ESCALATE, Way.SAY_WHAT_YOU_KNOW, Way.READ_ON);
  }

  @Test
  void theFirstTimeEverybodyArrives() {
    assertThat(card(EMMA).visit())
        .isEqualTo(new CatchUpCard.Visit(true, Optional.empty(), List.of()));
  }

  @Test
  void whoStaysIsNotInterruptedAndWhoComesBackHearsWhatTheyMissed() {
    scene.catchUp.looked(scene.id, EMMA);
    scene.time.passes(TEN_MINUTES);
    assertThat(card(EMMA).visit().arriving()).isFalse();

    scene.happens("note", KEN, "戻し始めました");
    scene.happens("note", EMMA, "自分で書いた行");
    scene.time.passes(Duration.ofSeconds(1));
    CatchUpCard.Visit back = card(EMMA).visit();

    assertThat(back.arriving()).isTrue();
    assertThat(back.missed()).extracting(line -> line.words().ja()).containsExactly("戻し始めました");
  }

  @Test
  void whatWasMissedStaysReadableForTheWholeVisit() {
    scene.catchUp.looked(scene.id, EMMA);
    scene.time.passes(Duration.ofHours(1));
    scene.happens("note", KEN, "戻し始めました");
    scene.time.passes(Duration.ofMinutes(1));

    scene.catchUp.looked(scene.id, EMMA);
    scene.time.passes(Duration.ofMinutes(9));
    scene.catchUp.looked(scene.id, EMMA);

    assertThat(card(EMMA).visit().arriving()).isFalse();
    assertThat(card(EMMA).visit().missed()).extracting(TimelineEntry::type).containsExactly("note");
    assertThat(card(KEN).visit().before()).isEmpty();
  }

  private List<Way> ways(PersonId reader) {
    return card(reader).ways();
  }

  @Test
  void whoComesInIsTakenByTheHand() {
    assertThat(ways(EMMA))
        .containsExactly(Way.COME_IN, Way.SMALL_HELP, Way.SAY_WHAT_YOU_KNOW, Way.READ_ON);

    scene.comesIn(EMMA, Stance.OBSERVE);
    assertThat(ways(EMMA))
        .containsExactly(Way.OFFER_HANDS, Way.SMALL_HELP, Way.SAY_WHAT_YOU_KNOW, Way.READ_ON);

    scene.comesIn(EMMA, Stance.FREE);
    assertThat(ways(EMMA)).containsExactly(Way.SMALL_HELP, Way.SAY_WHAT_YOU_KNOW, Way.READ_ON);
  }

  @Test
  void whatWaitsForSomebodyComesFirst() {
    scene.comesIn(KEN, Stance.FREE);
    scene.give(KEN, "デプロイは原因か", State.PROPOSED);
    assertThat(ways(KEN)).startsWith(Way.REPLY_TO_WORK).doesNotContain(Way.SMALL_HELP);

    scene.work.clear();
    scene.give(KEN, "デプロイは原因か", State.ACCEPTED);
    assertThat(ways(KEN)).startsWith(Way.REPORT_WORK);

    scene.work.clear();
    scene.state = IncidentState.MITIGATED;
    assertThat(ways(KEN)).startsWith(Way.VERIFY);
    assertThat(ways(AOI)).doesNotContain(Way.VERIFY);
  }

  @Test
  void theCommanderIsRemindedOfTheLoop() {
    assertThat(ways(AOI))
        .containsExactly(Way.DECIDE, Way.TELL_THE_ROOM, Way.GIVE_WORK, Way.SAY_WHAT_YOU_KNOW);

    scene.decide();
    assertThat(ways(AOI)).startsWith(Way.TELL_THE_ROOM);

    scene.time.passes(TEN_MINUTES);
    assertThat(ways(AOI)).startsWith(Way.DECIDE);
  }

  @Test
  void openDutiesAreOfferedToWhoMayTakeThem() {
    scene.standing = Optional.of(Standing.ACTING);
    scene.announcer = Optional.empty();

    assertThat(ways(SAKURA)).contains(Way.LEAD);
    assertThat(ways(YUMI)).contains(Way.ANNOUNCE).doesNotContain(Way.LEAD);
    assertThat(ways(EMMA)).doesNotContain(Way.LEAD, Way.ANNOUNCE);
    assertThat(ways(AOI)).doesNotContain(Way.LEAD);
  }

  @Test
  void nobodyIsEverShownMoreThanFourWays() {
    scene.standing = Optional.of(Standing.ACTING);
    scene.announcer = Optional.empty();
    scene.state = IncidentState.MITIGATED;
    scene.give(SAKURA, "一", State.PROPOSED);
    scene.give(SAKURA, "二", State.ACCEPTED);

    for (PersonId reader : List.of(MISAKI, AOI, SAKURA, YUMI, KEN, EMMA)) {
      assertThat(ways(reader)).hasSizeBetween(1, 4);
    }
  }

  @Test
  void afterTheEndOneReads() {
    scene.state = IncidentState.RESOLVED;
    scene.standing = Optional.empty();
    scene.resolvedAt = Optional.of(scene.time.instant());
    scene.promised = Optional.of(scene.time.instant());

    assertThat(ways(KEN)).containsExactly(Way.READ_ON);
    assertThat(card(KEN).promises().users()).isEmpty();
    assertThat(Way.values()).allMatch(way -> way.act().isPresent() != way.place().isPresent());
  }
}
