package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.TOMOKO;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport;
import org.honbu.announcements.RegulatorReport.Ending;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports.Sent;
import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.testkit.process.Cast;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The clock of the law: from the moment harm is known to the final report (A34, TM34). */
class RegulatorProcessTest {
  private static final PersonId MEI = new PersonId("mei");
  private static final IncidentId OTHER = new IncidentId("INC-2026-0002");
  private static final String PRELIMINARY = RegulatorProcess.PRELIMINARY;
  private static final String FINAL = RegulatorProcess.FINAL;
  private static final Facts SENT =
      Facts.of("answer", "SENT").and("reportedTo", "個人情報保護委員会").and("reference", "R8-001");

  @RegisterExtension static final Walked WALKED = Walked.everyElementOf("RegulatorReport");

  private final EngineClock clock = new EngineClock();
  private final AnnouncementWorld world = new AnnouncementWorld(clock);
  private final RegulatorTable table =
      (jurisdiction, malicious) -> decided().of(jurisdiction, malicious);
  private final RegulatorActs acts =
      new RegulatorActs(
          world.filed, world.notebook, world.heads, table, world.situations, world.crew, clock);
  private final Cast cast = Cast.demo();
  private final EngineHarness engine =
      EngineHarness.of(
              "RegulatorReport.bpmn",
              "RegulatorDates.dmn",
              "send-preliminary-report.form",
              "send-final-report.form")
          .people(cast)
          .handler(new RegulatorHandlers.LookAtReport(world.filed, clock))
          .handler(
              new RegulatorHandlers.RemindOfReport(
                  world.filed, world.situations, world.crew, world.whisper, clock))
          .rule(new RegulatorTaskRules(acts))
          .watchedBy(WALKED)
          .start();
  private final RegulatorProcess process =
      new RegulatorProcess(engine.processes(), engine.humanTasks());
  private final RegulatorCourse course =
      new RegulatorCourse(
          world.filed, table, process, world.situations, world.crew, world.whisper, clock);
  private final RecordedRegulatorReports reports = new RecordedRegulatorReports(acts, process);
  private Instant known = Instant.EPOCH;

  private DecidedRegulatorDates decided() {
    return new DecidedRegulatorDates(engine.decisions());
  }

  @BeforeEach
  void mei() {
    clock.follow(engine);
    known = clock.instant();
    cast.give("tomoko", "process-owner");
    world.officers = List.of(MEI);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void theDatesCountFromWhenHarmBecameKnownAndTheOfficerSendsBothReports() {
    harmIsKnown();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(PRELIMINARY);
    assertThat(report().preliminary())
        .isEqualTo(
            new RegulatorReport.Dates(
                known.plus(Duration.ofDays(3)), known.plus(Duration.ofDays(5))));
    assertThat(report().last())
        .isEqualTo(
            new RegulatorReport.Dates(
                known.plus(Duration.ofDays(23)), known.plus(Duration.ofDays(30))));
    assertThat(world.whispers).singleElement().asString().startsWith("mei: Data is harmed");

    engine.time().passes(Duration.ofDays(1));
    assertThat(send(PRELIMINARY, "mei", SENT).done()).isTrue();
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(FINAL);
    assertThat(report().filings()).singleElement().satisfies(this::isThePreliminaryReport);
    assertThat(world.acts).contains("regulator-sent mei");

    assertThat(send(FINAL, "mei", SENT.and("reference", "R8-001-2")).done()).isTrue();
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(report().ending()).contains(Ending.REPORTED);
    harmIsKnown();
    assertThat(engine.isOver(INCIDENT)).as("once for each incident").isTrue();
  }

  private void isThePreliminaryReport(RegulatorReport.Filing filing) {
    assertThat(filing.stage()).isEqualTo(Stage.PRELIMINARY);
    assertThat(filing.reportedTo()).isEqualTo("個人情報保護委員会");
    assertThat(filing.reference()).isEqualTo("R8-001");
    assertThat(filing.sentAt()).contains(known.plus(Duration.ofDays(1)));
    assertThat(filing.by()).isEqualTo(MEI);
  }

  @Test
  void atTheSoftDateOfficerAndCommanderHearItAndFromTheHardDateTheOwnerEveryDay() {
    harmIsKnown();
    world.whispers.clear();

    engine.time().passes(Duration.ofDays(3).minusMinutes(1));
    assertThat(world.whispers).isEmpty();
    engine.time().passes(Duration.ofMinutes(2));
    assertThat(world.whispers).hasSize(2);
    assertThat(world.whispers).anyMatch(line -> line.startsWith("mei: Preliminary report"));
    assertThat(world.whispers).anyMatch(line -> line.startsWith("aoi: Preliminary report"));

    engine.time().passes(Duration.ofDays(2));
    assertThat(world.whispers).hasSize(5).anyMatch(line -> line.startsWith("tomoko: Preliminary"));
    assertThat(world.whispers).last().asString().contains("has passed");
    engine.time().passes(Duration.ofDays(2));

    assertThat(world.whispers).as("two days more, three people each").hasSize(11);
  }

  /** Keycloak silent for more than 8 h: nobody can say who the officers are. */
  @Test
  void whatNobodyCouldBeToldStaysOwedAndIsSaidOnceTheDirectoryAnswers() {
    harmIsKnown();
    world.whispers.clear();
    world.directoryAnswers = false;

    engine.time().passes(Duration.ofDays(3).plusMinutes(1));
    engine.time().passes(Duration.ofHours(9));
    assertThat(world.whispers).singleElement().asString().startsWith("aoi: Preliminary report");
    assertThat(world.types).doesNotContain("regulator-due");

    world.directoryAnswers = true;
    engine.time().passes(Duration.ofHours(1));
    assertThat(world.whispers).hasSize(2).last().asString().startsWith("mei: Preliminary report");
    assertThat(world.types).containsOnlyOnce("regulator-due");
    engine.time().passes(Duration.ofHours(9));

    assertThat(world.whispers).as("said once").hasSize(2);
  }

  @Test
  void withoutACommanderTheOwnerHearsOfTheSoftDate() {
    world.commander = Optional.empty();
    harmIsKnown();
    world.whispers.clear();

    engine.time().passes(Duration.ofDays(3).plusMinutes(1));

    assertThat(world.whispers)
        .extracting(line -> line.split(":", -1)[0])
        .containsExactly("mei", "tomoko");
  }

  @Test
  void maliciousIntentGivesTheFinalReportSixtyDaysAndItIsRemindedOfToo() {
    harmIsKnown();
    send(PRELIMINARY, "mei", SENT.and("answer", "SENT_MALICIOUS"));
    engine.settle();

    assertThat(report().malicious()).isTrue();
    assertThat(report().dates().dueAt()).isEqualTo(known.plus(Duration.ofDays(60)));
    world.whispers.clear();
    engine.time().passes(Duration.ofDays(53).plusMinutes(1));
    assertThat(world.whispers).hasSize(2);
    engine.time().passes(Duration.ofDays(7));

    assertThat(world.whispers).hasSize(5).anyMatch(line -> line.startsWith("tomoko: Final report"));
  }

  @Test
  void whatIsNotSaidOrNotTrueKeepsTheTask() {
    harmIsKnown();

    assertThat(send(PRELIMINARY, "mei", Facts.of("answer", "SENT")).sentence())
        .contains("reportedTo");
    assertThat(complete("mei", SENT.and("sentAt", "soon")).sentence()).contains("cannot be read");
    assertThat(complete("mei", SENT.and("sentAt", "2099-01-01T00:00:00+09:00")).sentence())
        .contains("sentAt");
    assertThat(complete("mei", Facts.of("answer", "NOT_NEEDED")).sentence()).contains("reason");
    assertThat(complete("mei", Facts.none()).done()).isFalse();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(PRELIMINARY);
  }

  @Test
  void nobodyElseSendsItThroughEitherDoor() {
    harmIsKnown();

    assertThat(engine.tasklist("yumi").claim(PRELIMINARY).done()).isFalse();
    assertThat(reports.sent(INCIDENT, Stage.PRELIMINARY, sent(), YUMI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(reports.notNeeded(INCIDENT, Stage.PRELIMINARY, "no", AOI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(world.acts).contains("refused yumi", "refused aoi");
  }

  /** A database keeps no such time, and nobody means it. */
  @Test
  void aTimeLongBeforeHarmWasKnownIsSaidByItsName() {
    harmIsKnown();
    var slip =
        new Sent(Optional.of(Instant.parse("-999999-01-01T00:00:00Z")), "個人情報保護委員会", "R8", false);

    assertThatThrownBy(() -> reports.sent(INCIDENT, Stage.PRELIMINARY, slip, MEI))
        .hasMessageContaining("sentAt");

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(PRELIMINARY);
  }

  /** The way out where no privacy officer can be reached. */
  @Test
  void aProcessOwnerMayJudgeOnOurOwnPageThatNoneIsNeeded() {
    world.officers = List.of();
    harmIsKnown();
    assertThat(world.whispers).singleElement().asString().startsWith("tomoko:");

    assertThat(reports.notNeeded(INCIDENT, Stage.PRELIMINARY, "暗号化済み", TOMOKO))
        .isInstanceOf(Outcome.Done.class);
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(report().ending()).contains(Ending.NOT_NEEDED);
    assertThat(reports.sent(INCIDENT, Stage.PRELIMINARY, sent(), TOMOKO))
        .isInstanceOf(Outcome.NotNow.class);
  }

  /** Otherwise nobody would hear that the days are counted. */
  @Test
  void whatWasNotNeededForASuspicionIsOwedOnceItIsConfirmed() {
    harmIsKnown();
    reports.notNeeded(INCIDENT, Stage.PRELIMINARY, "疑いだけ", MEI);
    engine.settle();
    rated(DataSecurity.UNKNOWN, DataSecurity.SUSPECTED);
    assertThat(engine.isOver(INCIDENT)).isTrue();

    engine.time().passes(Duration.ofHours(1));
    rated(DataSecurity.SUSPECTED, DataSecurity.CONFIRMED);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(PRELIMINARY);

    Instant confirmed = clock.instant();
    engine.time().passes(Duration.ofHours(1));
    reports.notNeeded(INCIDENT, Stage.PRELIMINARY, "暗号化済み", MEI);
    engine.settle();
    new FollowsDataHarm.WhenHarmIsKnown(course, readers())
        .on(
            new DataSecurityRated(
                INCIDENT, Kind.REAL, DataSecurity.SUSPECTED, DataSecurity.CONFIRMED, confirmed));
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).as("judged when it was confirmed already").isTrue();
  }

  @Test
  void itEndsWhenThereWasNoHarmAndGoesOnWhenThereIsAfterAll() {
    harmIsKnown();
    world.dataIs(DataSecurity.NONE, IncidentState.INVESTIGATING);
    rated(DataSecurity.SUSPECTED, DataSecurity.NONE);

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(report().ending()).contains(Ending.NO_HARM);

    engine.time().passes(Duration.ofDays(1));
    harmIsKnown();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(PRELIMINARY);
    assertThat(report().knownAt()).as("it was known all along").isEqualTo(known);
  }

  @Test
  void aFalseAlarmOwesNoFinalReportAndOneTakenBackOwesItAgain() {
    harmIsKnown();
    reports.sent(INCIDENT, Stage.PRELIMINARY, sent(), MEI);
    engine.settle();

    moved(IncidentState.INVESTIGATING, IncidentState.FALSE_ALARM);
    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(report().ending()).contains(Ending.FALSE_ALARM);
    moved(IncidentState.FALSE_ALARM, IncidentState.INVESTIGATING);

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(FINAL);
  }

  @Test
  void itOutlivesTheIncident() {
    harmIsKnown();

    moved(IncidentState.POSTMORTEM, IncidentState.CLOSED);

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(PRELIMINARY);
  }

  @Test
  void theSurvivorOfAMergeReportsAsSoonAsTheMergedOneHadTo() {
    harmIsKnown();
    reports.sent(INCIDENT, Stage.PRELIMINARY, sent(), MEI);
    engine.settle();
    engine.time().passes(Duration.ofDays(2));
    new FollowsDataHarm.WhenHarmIsKnown(course, readers())
        .on(
            new DataSecurityRated(
                OTHER, Kind.REAL, DataSecurity.UNKNOWN, DataSecurity.SUSPECTED, clock.instant()));
    engine.settle();
    assertThat(engine.waitsAt(OTHER)).containsExactly(PRELIMINARY);

    new FollowsDataHarm.WhenItIsMerged(course)
        .on(new IncidentMerged(INCIDENT, Kind.REAL, OTHER, clock.instant()));
    engine.settle();

    assertThat(engine.waitsAt(OTHER)).containsExactly(FINAL);
    assertThat(reports.of(OTHER).orElseThrow().knownAt()).isEqualTo(known);
  }

  @Test
  void anIncidentThatIsNotAboutDataHasNone() {
    world.dataIs(DataSecurity.UNKNOWN, IncidentState.INVESTIGATING);
    moved(IncidentState.TRIAGE, IncidentState.INVESTIGATING);

    assertThat(reports.of(INCIDENT)).isEmpty();
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aLostProcessIsTakenUpWhereTheRecordStands() {
    harmIsKnown();
    reports.sent(INCIDENT, Stage.PRELIMINARY, sent(), MEI);
    engine.settle();
    engine.forgetsEverything();

    new FollowsDataHarm.AfterTheRebuild(course, world.privacy)
        .on(new ProcessRebuilt(INCIDENT, Kind.REAL, clock.instant()));
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(FINAL);
  }

  /** A closed incident is not rebuilt, and still owes its final report. */
  @Test
  void aLostProcessOfAClosedIncidentIsTakenUpToo() {
    harmIsKnown();
    reports.sent(INCIDENT, Stage.PRELIMINARY, sent(), MEI);
    moved(IncidentState.POSTMORTEM, IncidentState.CLOSED);
    engine.settle();
    engine.forgetsEverything();

    new RestartsReports(() -> false, course).start(new Startup());
    engine.settle();
    assertThat(engine.isOver(INCIDENT)).isTrue();
    new RestartsReports(() -> true, course).start(new Startup());
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(FINAL);
  }

  /** ISO-4: a drill rehearses it, and says so in every line. */
  @Test
  void aDrillRunsAndSaysThatItIsOne() {
    world.kind = Kind.DRILL;
    harmIsKnown();
    engine.time().passes(Duration.ofDays(3).plusMinutes(1));
    send(PRELIMINARY, "mei", SENT);

    assertThat(world.notes).hasSize(3).allMatch(line -> line.en().startsWith("[Drill: submit"));
    assertThat(world.whispers).allMatch(line -> line.contains("[Drill: submit nothing]"));
    assertThat(world.posted).isEmpty();
  }

  private void harmIsKnown() {
    world.dataIsHarmed();
    rated(DataSecurity.UNKNOWN, DataSecurity.SUSPECTED);
  }

  private void rated(DataSecurity from, DataSecurity to) {
    new FollowsDataHarm.WhenHarmIsKnown(course, readers())
        .on(new DataSecurityRated(INCIDENT, world.kind, from, to, clock.instant()));
    engine.settle();
  }

  private SecondReaders readers() {
    return new SecondReaders(world.privacy, texts());
  }

  private PrivacyProcess texts() {
    return new PrivacyProcess(engine.processes(), engine.humanTasks());
  }

  private void moved(IncidentState from, IncidentState to) {
    world.dataIs(world.course.impact().dataSecurity(), to);
    new FollowsDataHarm.WhenItMoves(course)
        .on(new IncidentMoved(INCIDENT, world.kind, from, to, clock.instant()));
    engine.settle();
  }

  private static Sent sent() {
    return new Sent(Optional.empty(), "個人情報保護委員会", "R8-001", false);
  }

  private RegulatorReport report() {
    return reports.of(INCIDENT).orElseThrow();
  }

  private Answer send(String step, String login, Facts answers) {
    assertThat(engine.tasklist(login).claim(step).done()).isTrue();
    return engine.tasklist(login).complete(step, answers);
  }

  private Answer complete(String login, Facts answers) {
    return engine.tasklist(login).complete(PRELIMINARY, answers);
  }
}
