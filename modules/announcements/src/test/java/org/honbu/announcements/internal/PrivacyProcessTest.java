package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.TOMOKO;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Draft;
import org.honbu.announcements.PrivacyReading.Part;
import org.honbu.announcements.PrivacyTextsChanged;
import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Post;
import org.honbu.testkit.process.Cast;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts about harmed data wait for a second reader, and never for ever (A34). */
class PrivacyProcessTest {
  private static final PersonId MEI = new PersonId("mei");
  private static final String READ = PrivacyProcess.READ;

  @RegisterExtension static final Walked WALKED = Walked.everyElementOf("PrivacyApproval");

  private final EngineClock clock = new EngineClock();
  private final AnnouncementWorld world = new AnnouncementWorld(clock);
  private final Cast cast = Cast.demo();
  private EngineHarness engine = started();
  private final RecordedPrivacyReading reading = world.reading(engine);

  private EngineHarness started() {
    return EngineHarness.of("PrivacyApproval.bpmn", "SecondReader.dmn", "read-for-privacy.form")
        .people(cast)
        .handler("lookAtWaitingText", step -> look().perform(step))
        .handler(new PrivacyHandlers.AskOwnersToRead(world.privacy, world.situations))
        .rule(new PrivacyTaskRules(world.privacy))
        .watchedBy(WALKED)
        .start();
  }

  private PrivacyHandlers.LookAtWaitingText look() {
    return new PrivacyHandlers.LookAtWaitingText(
        world.privacy, world.situations, engine.decisions());
  }

  @BeforeEach
  void dataIsHarmed() {
    clock.follow(engine);
    cast.give("tomoko", "process-owner");
    world.officers = List.of(MEI);
    world.dataIsHarmed();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void theOfficerReadsItInTasklistAndTheCommanderIsNext() {
    Announcement draft = drafted("調べています");
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(READ);

    assertThat(read("mei", Facts.none()).done()).isTrue();
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.desk.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), AOI))
        .isInstanceOf(Announcements.Outcome.Done.class);
  }

  @Test
  void ourOwnDoorEndsTheTaskToo() {
    drafted("調べています");
    assertThat(reading.waiting(INCIDENT, MEI))
        .singleElement()
        .satisfies(text -> assertThat(text.part()).isEqualTo(Part.OFFICER));

    assertThat(reading.approve(INCIDENT, "announcement-1", "", MEI))
        .isInstanceOf(Outcome.Done.class);
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(reading.approve(INCIDENT, "announcement-1", "", MEI))
        .isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void afterAQuarterOfAnHourTheOwnersAreAskedAndApproveWithAReason() {
    drafted("調べています");
    engine.time().passes(Duration.ofMinutes(14));
    assertThat(engine.tasklist("tomoko").claim(READ).done()).isFalse();

    engine.time().passes(Duration.ofMinutes(2));
    assertThat(world.whispers).last().asString().startsWith("tomoko: No privacy officer");
    assertThat(read("tomoko", Facts.none()).sentence()).contains("reason");
    assertThat(engine.tasklist("tomoko").complete(READ, Facts.of("reason", "担当者が不在")).done())
        .isTrue();
    engine.settle();

    assertThat(world.acts).contains("privacy-instead tomoko");
    assertThat(world.notes).anyMatch(line -> line.en().contains("担当者が不在"));
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aNewerTextTakesTheTaskAndACommanderWhoTriesDoesNotStartTheWaitAnew() {
    drafted("調べています");
    Announcement newer = drafted("まだ調べています");
    assertThat(engine.humanTasks().open(INCIDENT, READ).orElseThrow().facts().text("bodyJa"))
        .isEqualTo("まだ調べています");

    engine.time().passes(Duration.ofMinutes(14));
    world.desk.approve(INCIDENT, newer.id(), newer.hash(), Optional.empty(), AOI);
    factsArrive();
    engine.time().passes(Duration.ofMinutes(2));

    assertThat(world.whispers).last().asString().startsWith("tomoko:");
  }

  @Test
  void aTextSentBackAsksNobodyAnyMore() {
    Announcement draft = drafted("調べています");

    world.desk.sendBack(INCIDENT, draft.id(), AOI);
    factsArrive();

    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  /** A newer text may be written at this very moment: it is waited for, and then it is the one. */
  @Test
  void whatIsWrittenWhileAnotherGoesBackIsReadInItsPlace() {
    Announcement draft = drafted("調べています");
    world.desk.sendBack(INCIDENT, draft.id(), AOI);
    world.othersFirst = () -> world.desk.draft(INCIDENT, saying("まだ調べています"), YUMI);

    factsArrive();

    assertThat(engine.humanTasks().open(INCIDENT, READ).orElseThrow().facts().text("bodyJa"))
        .isEqualTo("まだ調べています");
  }

  @Test
  void anOfficerSendsATextBackInTasklistAndItsAuthorHearsWhy() {
    Announcement draft = drafted("調べています");

    assertThat(read("mei", Facts.of("verdict", "SEND_BACK")).sentence()).contains("reason");
    assertThat(
            engine
                .tasklist("mei")
                .complete(READ, Facts.of("verdict", "SEND_BACK").and("reason", "件数を書かない"))
                .done())
        .isTrue();
    factsArrive();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.desk.pending(INCIDENT)).isEmpty();
    assertThat(world.desk.approve(INCIDENT, draft.id(), draft.hash(), Optional.empty(), AOI))
        .isInstanceOf(Announcements.Outcome.Refused.class);
    assertThat(world.acts).contains("privacy-sent-back mei");
    assertThat(world.whispers).last().asString().startsWith("yumi:").contains("件数を書かない");
  }

  @Test
  void onlyWhoMayApproveATextSendsItBack() {
    drafted("調べています");

    assertThat(reading.sendBack(INCIDENT, "announcement-1", "no", YUMI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(reading.sendBack(INCIDENT, "announcement-1", "no", TOMOKO))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThatThrownBy(() -> reading.sendBack(INCIDENT, "announcement-1", " ", MEI))
        .hasMessageContaining("reason");
    assertThat(world.desk.pending(INCIDENT)).isPresent();

    assertThat(reading.sendBack(INCIDENT, "announcement-1", "件数を書かない", MEI))
        .isInstanceOf(Outcome.Done.class);
    factsArrive();
    assertThat(engine.isOver(INCIDENT)).as("its task is gone").isTrue();
    assertThat(reading.sendBack(INCIDENT, "announcement-1", "件数を書かない", MEI))
        .isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void aSummaryThatWasSentBackReachesNobody() {
    world.summaries().tell(INCIDENT, "状態：調査中", YUMI);
    factsArrive();

    assertThat(reading.sendBack(INCIDENT, "summary-1", "会社名を消す", MEI))
        .isInstanceOf(Outcome.Done.class);
    factsArrive();

    assertThat(world.posted).isEmpty();
    assertThat(world.summaries().told(INCIDENT)).isEmpty();
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  /** What stakeholders read leaves as carefully as what users read. */
  @Test
  void aSummaryWaitsForTheOfficerBeforeItIsPosted() {
    assertThat(world.summaries().tell(INCIDENT, "db-03 を調査中", YUMI))
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(world.summaries().tell(INCIDENT, "状態：調査中", YUMI)).isInstanceOf(Outcome.Done.class);
    factsArrive();
    assertThat(world.posted).isEmpty();
    assertThat(world.summaries().told(INCIDENT)).isEmpty();

    assertThat(read("mei", Facts.none()).done()).isTrue();
    engine.settle();

    assertThat(world.posted).extracting(Post::channel).containsExactly("#stakeholders");
    assertThat(world.summaries().told(INCIDENT)).hasSize(1);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void whatWaitedGoesWhenThereWasNoHarmAfterAll() {
    world.summaries().tell(INCIDENT, "状態：調査中", YUMI);
    factsArrive();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(READ);

    world.dataIs(DataSecurity.NONE, IncidentState.INVESTIGATING);
    harm(DataSecurity.SUSPECTED, DataSecurity.NONE);

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.posted).hasSize(1);
  }

  @Test
  void aTextThatWasWrittenBeforeTheHarmWasKnownIsReadToo() {
    world.dataIs(DataSecurity.UNKNOWN, IncidentState.INVESTIGATING);
    drafted("調べています");
    assertThat(engine.isOver(INCIDENT)).isTrue();

    world.dataIsHarmed();
    harm(DataSecurity.UNKNOWN, DataSecurity.SUSPECTED);
    factsArrive();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(READ);
    assertThat(reading.waiting(INCIDENT, TOMOKO))
        .singleElement()
        .satisfies(text -> assertThat(text.part()).isEqualTo(Part.NOT_YOURS));
  }

  private void harm(DataSecurity from, DataSecurity to) {
    RegulatorTable dates =
        (jurisdiction, malicious) ->
            new RegulatorTable.Row(
                Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(23), Duration.ofDays(30));
    // The report has tests of its own; its diagram is not deployed here.
    var course =
        new RegulatorCourse(
            world.filed,
            dates,
            new RegulatorProcess(new NothingStarts(engine.processes()), engine.humanTasks()),
            world.situations,
            world.crew,
            world.whisper,
            clock);
    new FollowsDataHarm.WhenHarmIsKnown(
            course,
            new SecondReaders(
                world.privacy, new PrivacyProcess(engine.processes(), engine.humanTasks())))
        .on(new DataSecurityRated(INCIDENT, Kind.REAL, from, to, clock.instant()));
    engine.settle();
  }

  private Announcement drafted(String text) {
    var done = (Announcements.Outcome.Done) world.desk.draft(INCIDENT, saying(text), YUMI);
    factsArrive();
    return done.announcement();
  }

  private Draft saying(String text) {
    Instant next = clock.instant().plus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.MINUTES);
    return new Draft(Phase.INITIAL, new Words(text, "We are investigating"), Optional.of(next));
  }

  private void factsArrive() {
    List<PrivacyTextsChanged> told =
        world.facts.stream()
            .filter(PrivacyTextsChanged.class::isInstance)
            .map(PrivacyTextsChanged.class::cast)
            .toList();
    world.facts.removeAll(told);
    var handler =
        new PrivacyHandlers.FollowsTheTexts(
            world.privacy,
            world.desk,
            new PrivacyProcess(engine.processes(), engine.humanTasks()),
            world.situations);
    told.forEach(handler::on);
    engine.settle();
  }

  private Answer read(String login, Facts answers) {
    assertThat(engine.tasklist(login).claim(READ).done()).isTrue();
    return engine.tasklist(login).complete(READ, answers);
  }
}
