package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.NOW;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Announcements.Outcome;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.internal.lint.Lint;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

/** What could be said is filled in from the record (TP-1 to TP-4c). */
class ProposalsTest {
  private final AnnouncementWorld world = new AnnouncementWorld(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void theFirstMessageNamesTheComponentSinceWhenAndWhenNext() {
    Draft first = world.proposals.of(INCIDENT).get(0);

    assertThat(first.phase()).isEqualTo(Phase.INITIAL);
    assertThat(first.text().ja()).contains("決済", "10:00 JST ごろから", "次のお知らせは 10:20 JST");
    assertThat(first.text().en()).contains("Payments since about 10:00 JST", "10:20 JST");
    assertThat(first.next()).contains(NOW.plusSeconds(1200));
  }

  @Test
  void anUpdateSaysTheHarmAsFarAsItIsKnown() {
    told();
    become(IncidentState.IDENTIFIED, Impact.Condition.DEGRADED, false);

    Draft update = world.proposals.of(INCIDENT).get(0);

    assertThat(update.phase()).isEqualTo(Phase.UPDATE);
    assertThat(update.text().ja())
        .contains("【続報 2】", "ご利用しづらい状況です", "多くのお客様", "原因がわかり", "現時点で回避策はありません");
    assertThat(update.text().en()).contains("Update 2", "degraded", "most users", "none at this");
  }

  @Test
  void whatFitsNowStandsFirst() {
    told();
    become(IncidentState.MITIGATED, Impact.Condition.OK, false);
    assertThat(first()).isEqualTo(Phase.MITIGATED);
    become(IncidentState.MONITORING, Impact.Condition.OK, false);
    assertThat(first()).isEqualTo(Phase.RESOLVED);
    become(IncidentState.INVESTIGATING, Impact.Condition.OK, true);
    assertThat(first()).isEqualTo(Phase.NO_IMPACT);
  }

  @Test
  void thereIsNothingToCorrectOrTakeBackBeforeSomethingWasSaid() {
    assertThat(world.proposals.of(INCIDENT))
        .extracting(Draft::phase)
        .containsExactly(Phase.INITIAL, Phase.MITIGATED, Phase.RESOLVED);
  }

  @Test
  void theCorrectionNamesTheLastMessageAndWaitsForItsWords() {
    Announcement wrong = told();

    Draft correction = of(Phase.CORRECTION);

    assertThat(correction.corrects()).contains(wrong.id());
    assertThat(findings(correction))
        .extracting(LintFinding::rule)
        .containsOnly(LintFinding.Rule.UNFINISHED);
  }

  /** Our own words pass our own lint, whatever is known. */
  @Test
  void everyOtherProposalPassesTheLint() {
    told();
    for (IncidentState state : IncidentState.values()) {
      for (Impact.Condition condition : Impact.Condition.values()) {
        become(state, condition, false);
        assertThat(world.proposals.of(INCIDENT))
            .filteredOn(draft -> draft.phase() != Phase.CORRECTION)
            .allSatisfy(draft -> assertThat(findings(draft)).as(draft.toString()).isEmpty());
      }
    }
  }

  private List<LintFinding> findings(Draft draft) {
    return Lint.read(draft, new Lint.Known(List.of(), false));
  }

  private Phase first() {
    return world.proposals.of(INCIDENT).get(0).phase();
  }

  private Draft of(Phase phase) {
    return world.proposals.of(INCIDENT).stream()
        .filter(draft -> draft.phase() == phase)
        .findFirst()
        .orElseThrow();
  }

  private void become(IncidentState state, Impact.Condition condition, boolean falseAlarm) {
    var impact =
        new Impact(
            Impact.Users.ALL,
            Impact.Function.CORE,
            condition,
            Impact.Revenue.UNKNOWN,
            Impact.DataSecurity.NONE,
            Impact.Workaround.NONE,
            Impact.Urgency.NONE);
    world.course = new Duties.Course(state, impact, AnnouncementWorld.times(), falseAlarm);
  }

  private Announcement told() {
    var draft =
        new Draft(
            Phase.INITIAL, new Words("調べています", "Investigating"), Optional.of(NOW.plusSeconds(60)));
    var outcome = (Outcome.Done) world.desk.draft(INCIDENT, draft, YUMI);
    world.desk.approve(
        INCIDENT,
        outcome.announcement().id(),
        outcome.announcement().hash(),
        Optional.empty(),
        AOI);
    return world.desk.publishApproved(INCIDENT).orElseThrow();
  }
}
