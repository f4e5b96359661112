package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.alerts.internal.Support.EMMA;
import static org.honbu.alerts.internal.Support.HARUKA;
import static org.honbu.alerts.internal.Support.YUMI;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.honbu.alerts.Report;
import org.honbu.alerts.ReportTriage;
import org.honbu.alerts.ReportTriage.Symptom;
import org.honbu.alerts.ReportTriage.Verdict;
import org.honbu.alerts.Reports.Outcome;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Source;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.ReportId;
import org.honbu.kernel.TeamId;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignalIntakeProcessTest {
  @RegisterExtension static final Walked walked = Walked.everyElementOf("SignalIntake");

  private static final Duration REMIND = Duration.ofMinutes(10);
  private static final Duration FORWARD = Duration.ofMinutes(20);
  private static final IncidentId OPEN = new IncidentId("INC-2026-0077");

  private final Support support = new Support(walked);

  @AfterEach
  void close() {
    support.close();
  }

  @Test
  void aReportWaitsForCustomerSupportAndForNobodyElse() {
    ReportId report = support.hears("カードで払えません", "payment-api");

    assertThat(report).isEqualTo(new ReportId("REP-2026-0001"));
    assertThat(support.engine.tasklist("haruka").sees()).containsExactly(ReportActs.STEP);
    assertThat(support.engine.tasklist("misaki").sees()).isEmpty();
    assertThat(support.incidents.declared).isEmpty();
  }

  @Test
  void hearingOfAReportTwiceStartsNothingTwice() {
    support.hears("カードで払えません", null);
    support.starts(SupportHours.ALWAYS);

    assertThat(support.engine.tasklist("haruka").sees()).hasSize(1);
  }

  @Test
  void aTriageAtTheInstantTheIntakeStartsWaitsForItsTaskAndEndsIt() {
    var triages = new ArrayList<CompletableFuture<Outcome>>();
    var wentFirst = new ArrayList<Boolean>();

    ReportId report =
        support.hearsAndMeanwhile(
            "Cannot pay",
            heard -> {
              triages.add(support.triagesBeside(heard, says(Verdict.INCIDENT), HARUKA));
              wentFirst.add(isDoneWithin(Duration.ofMillis(500), triages.get(0)));
            });
    Outcome outcome = triages.get(0).join();
    support.engine.settle();

    assertThat(wentFirst).as("triaged between look and start").containsExactly(false);
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(support.engine.isOver(report)).as("nobody is asked for what was done").isTrue();
  }

  private static boolean isDoneWithin(Duration time, CompletableFuture<Outcome> work) {
    return work.thenApply(done -> true)
        .completeOnTimeout(false, time.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  @Test
  void supportIsRemindedAtTenMinutesOnce() {
    ReportId report = support.hears("Cannot pay", null);

    support.passes(REMIND.minusSeconds(1));
    assertThat(support.said()).as("at 9:59").isEmpty();
    support.passes(Duration.ofMinutes(5));
    assertThat(support.said())
        .containsExactly(
            "#support [" + report + "] 10 minutes have passed. Please triage: Cannot pay");
  }

  @Test
  void whatNobodyTriagedGoesToTheOwnersOnCallAtTwentyMinutes() {
    ReportId report = support.hears("カードで払えません", "payment-api");

    support.passes(FORWARD.minusSeconds(1));
    assertThat(support.incidents.declared).as("at 19:59").isEmpty();
    support.passes(Duration.ofSeconds(1));

    Declaration declared = support.incidents.declared.get(0);
    assertThat(declared.what()).isEqualTo("【未トリアージ】カードで払えません");
    assertThat(declared.source()).isEqualTo(Source.USER);
    assertThat(declared.team()).contains(new TeamId("payments"));
    assertThat(declared.detectedAt()).isEqualTo(support.report(report).receivedAt());
    assertThat(support.report(report).wentOnUntriaged()).isTrue();
    assertThat(support.report(report).state()).isEqualTo(Report.State.DECLARED);
    assertThat(support.incidents.attached).containsExactly("INC-2026-0001 " + report);
    assertThat(support.engine.isOver(report)).isTrue();
    assertThat(support.said())
        .contains("#support [" + report + "] went on to the on-call untriaged: カードで払えません");
  }

  @Test
  void whatNobodyTriagedJoinsTheOpenIncidentOfItsComponent() {
    support.openOn.put("payment-api", OPEN);
    ReportId report = support.hears("カードで払えません", "payment-api");

    support.passes(FORWARD);

    assertThat(support.report(report).incident()).contains(OPEN);
    assertThat(support.report(report).state()).isEqualTo(Report.State.ATTACHED);
    assertThat(support.incidents.declared).isEmpty();
    assertThat(support.incidents.attached).containsExactly(OPEN + " " + report);
  }

  @Test
  void outsideSupportsHoursAReportGoesOnAtOnce() {
    // The test's clock stands at noon on a Wednesday in Tokyo.
    ReportId report = support.hears("カードで払えません", null, SupportHours.parse("13:00-19:00"));

    assertThat(support.report(report).state()).isEqualTo(Report.State.DECLARED);
    assertThat(support.said()).hasSize(1);
  }

  @Test
  void supportDeclaresThroughOurOwnDoor() {
    ReportId report = support.hears("カードで払えません", "payment-api");

    Outcome outcome = support.triages(report, says(Verdict.INCIDENT), HARUKA);

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    Declaration declared = support.incidents.declared.get(0);
    assertThat(declared.what()).isEqualTo("カードで払えません");
    assertThat(declared.source()).isEqualTo(Source.CS);
    assertThat(declared.impact().users()).isEqualTo(Impact.Users.FEW);
    assertThat(support.report(report).wentOnUntriaged()).isFalse();
    assertThat(support.engine.isOver(report)).isTrue();
    support.passes(FORWARD);
    assertThat(support.incidents.declared).hasSize(1);
    assertThat(support.said()).isEmpty();
  }

  @Test
  void supportAttachesInTasklist() {
    ReportId report = support.hears("カードで払えません", null);
    var haruka = support.engine.tasklist("haruka");
    haruka.claim(ReportActs.STEP);

    var answer =
        haruka.complete(
            ReportActs.STEP,
            Facts.of("verdict", "ATTACH")
                .and("duplicateOf", OPEN)
                .and("reportCount", 4)
                .and("symptom", "CANNOT_USE"));
    support.engine.settle();

    assertThat(answer.sentence()).isEmpty();
    assertThat(support.report(report).incident()).contains(OPEN);
    assertThat(support.report(report).triage().orElseThrow().by()).isEqualTo(HARUKA);
    assertThat(support.report(report).triage().orElseThrow().said().customers()).isEqualTo(4);
    assertThat(support.incidents.attached).containsExactly(OPEN + " " + report);
  }

  @Test
  void whatIsNoIncidentStaysWithItsReason() {
    ReportId report = support.hears("使い方を教えてください", null);

    support.triages(report, says(Verdict.NO_INCIDENT), HARUKA);

    assertThat(support.report(report).state()).isEqualTo(Report.State.DISMISSED);
    assertThat(support.report(report).triage().orElseThrow().said().note()).isEqualTo("様子");
    assertThat(support.incidents.declared).isEmpty();
    assertThat(support.incidents.attached).isEmpty();
  }

  @Test
  void whatIsNoIncidentNeedsAReasonInTasklistToo() {
    support.hears("使い方を教えてください", null);
    var haruka = support.engine.tasklist("haruka");
    haruka.claim(ReportActs.STEP);

    var answer = haruka.complete(ReportActs.STEP, Facts.of("verdict", "NO_INCIDENT"));

    assertThat(answer.done()).isFalse();
    assertThat(answer.sentence()).contains("detail");
    assertThat(haruka.sees()).containsExactly(ReportActs.STEP);
  }

  @Test
  void theSecondOfTwoPeopleHearsWhoWasFirst() {
    ReportId report = support.hears("カードで払えません", null);
    support.triages(report, says(Verdict.INCIDENT), HARUKA);

    Outcome second = support.triages(report, says(Verdict.NO_INCIDENT), YUMI);

    assertThat(((Outcome.TooLate) second).why().en()).isEqualTo("haruka triaged it before you");
    assertThat(support.incidents.declared).hasSize(1);
  }

  @Test
  void whoeverTriagesAfterItWentOnHearsSo() {
    ReportId report = support.hears("カードで払えません", null);
    support.passes(FORWARD);

    Outcome late = support.triages(report, says(Verdict.NO_INCIDENT), HARUKA);

    assertThat(((Outcome.TooLate) late).why().en()).contains("untriaged");
  }

  @Test
  void aTriageThatOvertookTheProcessIsFiledAtOnce() {
    ReportId report = support.hears("カードで払えません", null);
    support.engine.processes().stop(report, "as if it had not begun");
    support.triages(report, says(Verdict.INCIDENT), HARUKA);
    assertThat(support.incidents.declared).isEmpty();

    support.starts(SupportHours.ALWAYS);
    support.engine.settle();

    assertThat(support.report(report).state()).isEqualTo(Report.State.DECLARED);
    assertThat(support.report(report).wentOnUntriaged()).isFalse();
  }

  @Test
  void nobodyElseTriages() {
    ReportId report = support.hears("カードで払えません", null);

    assertThat(support.triages(report, says(Verdict.INCIDENT), EMMA))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(support.engine.tasklist("emma").claim(ReportActs.STEP).done()).isFalse();
    assertThat(support.report(report).state()).isEqualTo(Report.State.WAITING);
  }

  @Test
  void aReportJoinsNeitherAnEndedIncidentNorADrill() {
    ReportId report = support.hears("カードで払えません", null);
    support.incidents.end(OPEN.value());
    var drill = new IncidentId("DRL-2026-03-INC");
    support.drills.add(drill);

    for (IncidentId wrong : new IncidentId[] {OPEN, drill}) {
      assertThatThrownBy(() -> support.triages(report, attach(wrong), HARUKA))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> {
                assertThat(refused.problem()).isEqualTo(AlertProblems.NOT_OPEN);
                assertThat(refused.problem().owner()).isEqualTo(Problem.Owner.CALLER);
              });
    }
    assertThat(support.report(report).state()).isEqualTo(Report.State.WAITING);
  }

  @Test
  void anIncidentThatEndedMeanwhileIsDeclaredAgain() {
    ReportId report = support.hears("まだ払えません", null);
    support.engine.processes().stop(report, "as if it had not begun");
    support.triages(report, attach(OPEN), HARUKA);
    support.incidents.end(OPEN.value());

    support.starts(SupportHours.ALWAYS);
    support.engine.settle();

    assertThat(support.report(report).state()).isEqualTo(Report.State.DECLARED);
  }

  @Test
  void filingTwiceDeclaresOnce() {
    ReportId report = support.hears("カードで払えません", null);
    support.passes(FORWARD);

    support.database.inTransaction(() -> support.acts.file(report));

    assertThat(support.incidents.declared).hasSize(1);
    assertThat(support.incidents.attached).hasSize(1);
  }

  @Test
  void numbersFollowOneAnother() {
    support.hears("一つ目", null);

    assertThat(support.hears("二つ目", null)).isEqualTo(new ReportId("REP-2026-0002"));
  }

  @Test
  void aReportOfNothingIsRefused() {
    assertThatThrownBy(() -> support.hears("  ", null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.field()).isEqualTo(Optional.of("what")));
  }

  private static ReportTriage says(Verdict verdict) {
    return new ReportTriage(verdict, Optional.empty(), 1, Symptom.CANNOT_USE, "様子");
  }

  private static ReportTriage attach(IncidentId to) {
    return new ReportTriage(Verdict.ATTACH, Optional.of(to), 1, Symptom.CANNOT_USE, "");
  }
}
