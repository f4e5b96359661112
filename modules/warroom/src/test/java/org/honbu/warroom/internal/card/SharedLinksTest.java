package org.honbu.warroom.internal.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.card.Scene.AOI;
import static org.honbu.warroom.internal.card.Scene.EMMA;
import static org.honbu.warroom.internal.card.Scene.KEN;
import static org.honbu.warroom.internal.card.Scene.MISAKI;
import static org.honbu.warroom.internal.card.Scene.SAKURA;
import static org.honbu.warroom.internal.card.Scene.TAKUMI;
import static org.honbu.warroom.internal.card.Scene.YUMI;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.ShareOutcome;
import org.honbu.warroom.SharedLink;
import org.honbu.warroom.SharedLinks;
import org.junit.jupiter.api.Test;

class SharedLinksTest {
  private final Scene scene = new Scene();

  private SharedLink made() {
    return ((ShareOutcome.Shared) scene.links.make(scene.id, SharedLinks.DEFAULT, AOI)).link();
  }

  private static String token(SharedLink link) {
    return link.address().getPath().substring(SignedSharedLinks.PATH.length());
  }

  private SharedPage.Answered open(SharedLink link) {
    return scene.page.open(token(link), Locale.JAPANESE);
  }

  /** What somebody sees who made it up. */
  private SharedPage.Answered forged() {
    return scene.page.open("AAAA", Locale.JAPANESE);
  }

  @Test
  void whoLeadsMakesOneAndItStandsOnTheTimeline() {
    for (PersonId person : List.of(AOI, SAKURA, YUMI, TAKUMI)) {
      assertThat(scene.links.make(scene.id, SharedLinks.DEFAULT, person))
          .isInstanceOf(ShareOutcome.Shared.class);
    }

    assertThat(scene.timeline).extracting(TimelineEntry::type).containsOnly("link-made").hasSize(4);
    assertThat(scene.timeline.get(0).words().ja()).contains("11/25 03:40 JST まで");
    assertThat(scene.timeline.get(0).words().en()).contains("good until 25 Nov 03:40 JST");
  }

  @Test
  void nobodyElseMakesOrStopsOne() {
    SharedLink link = made();

    for (PersonId person : List.of(KEN, EMMA, MISAKI)) {
      assertThat(scene.links.make(scene.id, SharedLinks.DEFAULT, person))
          .isInstanceOf(ShareOutcome.NotAllowed.class);
      assertThat(scene.links.revoke(scene.id, link.id(), person))
          .isInstanceOf(Outcome.NotAllowed.class);
      assertThat(scene.links.mayShare(scene.id, person)).isFalse();
    }

    assertThat(scene.timeline).filteredOn(line -> line.type().equals("refused")).hasSize(6);
    assertThat(scene.timeline)
        .last()
        .extracting(line -> line.words().ja())
        .asString()
        .contains("森 拓海");
    assertThat(open(link).status()).isEqualTo(200);
  }

  @Test
  void aLinkLivesAsLongAsItsMakerSaysWithinBounds() {
    assertThat(scene.links.make(scene.id, Duration.ofDays(7), AOI))
        .isInstanceOf(ShareOutcome.Shared.class);
    for (Duration lives : List.of(Duration.ZERO, Duration.ofHours(-3), Duration.ofHours(169))) {
      assertThatThrownBy(() -> scene.links.make(scene.id, lives, AOI))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("HB-8052")
          .hasMessageContaining("hours");
    }
  }

  @Test
  void executivesReadStateImpactAndWhenThereIsNews() {
    scene.promised = Optional.of(scene.time.instant().plus(Duration.ofMinutes(30)));
    scene.phase = PublicPhase.INVESTIGATING;
    scene.happens("published", YUMI, "お知らせしました");

    String html = open(made()).html();

    assertThat(html)
        .contains("原因を調べています", "利用者の 10 % 以上・動くが悪い", "04:10 JST", "SEV2 重大")
        .contains("中村 葵", "小林 由美", "03:40 JST：調査中", "11/25 03:40 JST まで");
    assertThat(scene.page.open(token(made()), Locale.ENGLISH).html())
        .contains("Under investigation", "Aoi Nakamura", "lang=\"en\"");
  }

  @Test
  void nobodyBelowAndNothingOfTheRoomIsShown() {
    scene.what = "高橋健さんの変更で決済が失敗します";
    scene.decide();
    scene.update("kobayashi-db01 が遅い", Duration.ofMinutes(20));
    scene.give(KEN, "DB は原因か", State.ACCEPTED);
    scene.happens("note", KEN, "秘密の行");

    String html = open(made()).html();

    assertThat(html)
        .contains("payment-api の障害")
        .doesNotContain("高橋", "佐藤", "渡辺", "秘密", "DB は原因か", "db01", "前の版に戻す");
    assertThat(html).contains("04:00 JST");
  }

  @Test
  void noRobotKeepsItAndOpeningItChangesNothing() {
    SharedLink link = made();

    String html = open(link).html();

    assertThat(html).contains("noindex").doesNotContain("<script", "/incidents");
    assertThat(opened()).isZero();
    assertThat(scene.timeline).hasSize(1);

    scene.links.opened(token(link));
    scene.links.opened(token(link));
    scene.links.opened("AAAA");
    assertThat(opened()).isEqualTo(2);
    assertThat(scene.timeline).hasSize(1);
  }

  private int opened() {
    return scene.links.of(scene.id).get(0).opened();
  }

  @Test
  void aTamperedLinkAnExpiredAndARevokedOneLookTheSame() {
    SharedLink expires = made();
    SharedLink revoked = made();
    assertThat(open(expires).status()).isEqualTo(200);
    scene.links.revoke(scene.id, revoked.id(), SAKURA);
    SharedPage.Answered nothing = forged();

    assertThat(nothing.status()).isEqualTo(404);
    assertThat(nothing.html())
        .contains("このリンクは開けません", "noindex")
        .doesNotContain("INC-", "/incidents", "/s/", "HB-");
    assertThat(open(revoked)).isEqualTo(nothing);
    assertThat(scene.page.open(token(expires) + "x", Locale.JAPANESE)).isEqualTo(nothing);

    scene.time.passes(SharedLinks.DEFAULT);
    assertThat(open(expires)).isEqualTo(nothing);
    assertThat(scene.links.of(scene.id)).isEmpty();
  }

  @Test
  void aTokenOfAnotherPurposeOpensNothing() {
    SharedLink link = made();
    String answer = scene.tokens.token("honbu:answer:1", link.id(), link.endsAt());

    assertThat(scene.page.open(answer, Locale.JAPANESE)).isEqualTo(forged());
  }

  @Test
  void revokingIsWrittenDownOnce() {
    SharedLink link = made();

    assertThat(scene.links.revoke(scene.id, link.id(), SAKURA)).isInstanceOf(Outcome.Done.class);
    assertThat(scene.links.revoke(scene.id, link.id(), AOI))
        .isInstanceOf(Outcome.AlreadyDone.class);

    assertThat(scene.timeline)
        .extracting(TimelineEntry::type)
        .containsExactly("link-made", "link-revoked");
    assertThatThrownBy(() -> scene.links.revoke(new IncidentId("INC-2026-0002"), link.id(), TAKUMI))
        .hasMessageContaining("HB-8053");
  }

  @Test
  void everyLinkEndsADayAfterTheIncident() {
    SharedLink link =
        ((ShareOutcome.Shared) scene.links.make(scene.id, Duration.ofDays(7), AOI)).link();
    scene.time.passes(Duration.ofHours(2));
    scene.state = IncidentState.RESOLVED;
    scene.standing = Optional.empty();
    scene.resolvedAt = Optional.of(scene.time.instant());

    scene.time.passes(Duration.ofHours(24).minusSeconds(1));
    assertThat(open(link).html()).contains("復旧しました").doesNotContain("次の知らせ");
    scene.time.passes(Duration.ofSeconds(1));
    assertThat(open(link)).isEqualTo(forged());
  }

  @Test
  void dataIncidentsAreNeverSharedAndStopBeingSharedAtOnce() {
    SharedLink before = made();

    for (Impact.DataSecurity harm :
        List.of(Impact.DataSecurity.SUSPECTED, Impact.DataSecurity.CONFIRMED)) {
      scene.data = harm;
      assertThat(scene.links.make(scene.id, SharedLinks.DEFAULT, AOI))
          .isInstanceOf(ShareOutcome.NotNow.class);
      assertThat(open(before)).isEqualTo(forged());
    }
  }

  @Test
  void whatHasEndedForGoodGetsNoNewLink() {
    for (IncidentState over :
        List.of(IncidentState.FALSE_ALARM, IncidentState.MERGED, IncidentState.CLOSED)) {
      scene.state = over;
      assertThat(scene.links.make(scene.id, SharedLinks.DEFAULT, TAKUMI))
          .isInstanceOf(ShareOutcome.NotNow.class);
    }
  }

  @Test
  void aDrillSaysSoEverywhere() {
    scene.kind = Kind.DRILL;
    scene.id = new IncidentId("DRL-2026-03-INC");

    String html = open(made()).html();

    assertThat(html).contains("<title>【訓練】", "frame-drill", "<h1>【訓練】");
    long marked = html.lines().filter(line -> line.contains("【訓練】")).count();
    assertThat(marked).isGreaterThanOrEqualTo(8);
    scene.kind = Kind.REAL;
    assertThat(open(made()).html()).doesNotContain("訓練");
  }

  @Test
  void tenLinksAreEnough() {
    for (int i = 0; i < 10; i++) {
      made();
    }

    assertThat(scene.links.make(scene.id, SharedLinks.DEFAULT, AOI))
        .isInstanceOf(ShareOutcome.NotNow.class);
    scene.links.revoke(scene.id, scene.links.of(scene.id).get(9).id(), AOI);
    assertThat(made()).isNotNull();
  }

  @Test
  void aLoopIsToldToWait() {
    SharedLink link = made();
    for (int i = 0; i < OpeningLimit.A_MINUTE; i++) {
      assertThat(open(link).status()).isEqualTo(200);
    }

    assertThat(open(link).status()).isEqualTo(429);
    assertThat(open(made()).status()).isEqualTo(200);
    scene.time.passes(Duration.ofMinutes(1));
    assertThat(open(link).status()).isEqualTo(200);
  }

  @Test
  void wordsOfPeopleCannotBecomeMarkup() {
    scene.what = "<script>alert(1)</script>{{token}}";

    assertThat(open(made()).html()).contains("&lt;script&gt;").doesNotContain("<script");
  }
}
