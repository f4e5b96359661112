package org.honbu.warroom.internal.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.roster.World.AOI;
import static org.honbu.warroom.internal.roster.World.DAIKI;
import static org.honbu.warroom.internal.roster.World.EMMA;
import static org.honbu.warroom.internal.roster.World.INCIDENT;
import static org.honbu.warroom.internal.roster.World.ITSUKI;
import static org.honbu.warroom.internal.roster.World.KEN;
import static org.honbu.warroom.internal.roster.World.MISAKI;
import static org.honbu.warroom.internal.roster.World.PAYMENTS;
import static org.honbu.warroom.internal.roster.World.SEARCH;
import static org.honbu.warroom.internal.roster.World.SHO;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.people.OnCallLevel;
import org.honbu.testkit.process.TasklistUser;
import org.honbu.testkit.process.Walked;
import org.honbu.warroom.MemberJoined;
import org.honbu.warroom.MemberSummoned;
import org.honbu.warroom.Stance;
import org.honbu.warroom.SummonsAnswer;
import org.honbu.warroom.SummonsView;
import org.honbu.warroom.SummonsView.Reply;
import org.honbu.warroom.SummonsView.State;
import org.honbu.warroom.WorkTaken;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is asked to come, one after the other, until somebody does. */
class SummonMemberProcessTest {
  @RegisterExtension static final Walked WALKED = Walked.everyElementOf("SummonMember");

  private static final World WORLD = new World(WALKED);

  @BeforeEach
  void begin() {
    WORLD.begins();
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  // ---- one after the other

  @Test
  void afterFiveMinutesTheNextOfTheTeamIsAskedThenItsOnCallAndAtLastTheCommanderHears() {
    summons(KEN);
    assertThat(WORLD.asked()).containsExactly(KEN);

    WORLD.passes("PT4M59S");
    assertThat(WORLD.asked()).as("at 4:59").containsExactly(KEN);
    WORLD.passes("PT2S");
    assertThat(WORLD.asked()).as("at 5:01").containsExactly(MISAKI);
    WORLD.passes("PT5M");
    assertThat(WORLD.asked())
        .as("misaki is on call, too, and had her turn")
        .containsExactly(ITSUKI);
    WORLD.passes("PT5M");

    assertThat(WORLD.first().state()).isEqualTo(State.NOBODY_COMES);
    assertThat(replies()).containsOnly(Reply.SILENT);
    assertThat(WORLD.posts).hasSize(1);
    assertThat(WORLD.posts.get(0).channel()).isEqualTo("#war_room");
    assertThat(WORLD.posts.get(0).text().en()).contains("Nobody of payments can come");
    assertThat(WORLD.whispered()).containsExactly("ken", "misaki", "itsuki", "aoi");
    assertThat(WORLD.timeline).anyMatch(line -> line.startsWith("summons-nobody: Nobody of"));
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void whoeverSaysThatTheyComeIsTheLastToBeAsked() {
    summons(KEN);

    says(KEN, SummonsAnswer.COMING);

    assertThat(WORLD.first().state()).isEqualTo(State.SOMEBODY_COMES);
    assertThat(replies()).containsExactly(Reply.COMING);
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
    WORLD.passes("PT1H");
    assertThat(WORLD.whispered()).containsExactly("ken");

    WORLD.roster.join(INCIDENT, Stance.FREE, "", KEN);
    assertThat(replies()).as("arriving is joining").containsExactly(Reply.THERE);
  }

  @Test
  void whoeverCannotNamesSomebodyWhoIsAskedAtOnceAndNoNameIsLeftOnTheTimeline() {
    summons(KEN);

    WORLD.summons.answer(INCIDENT, SummonsAnswer.CANNOT, Optional.of(SHO), KEN);
    WORLD.engine.settle();

    assertThat(WORLD.asked()).containsExactly(SHO);
    assertThat(replies()).containsExactly(Reply.CANNOT, Reply.ASKED);
    assertThat(WORLD.timeline)
        .contains("summons-answered: Somebody could not come; another is asked")
        .noneMatch(line -> line.contains("ken") && line.startsWith("summons-answered"));
  }

  @Test
  void whoeverOnlyLooksOnIsFollowedByTheNext() {
    summons(KEN);

    says(KEN, SummonsAnswer.LOOKING_ON);

    assertThat(WORLD.asked()).containsExactly(MISAKI);
  }

  @Test
  void comingInIsAnAnswer() {
    summons(KEN);
    WORLD.roster.join(INCIDENT, Stance.OBSERVE, "", KEN);
    WORLD.engine.settle();
    assertThat(replies()).containsExactly(Reply.LOOKING_ON, Reply.ASKED);

    WORLD.roster.join(INCIDENT, Stance.HAVE_CONTEXT, "I deployed it", MISAKI);
    WORLD.engine.settle();

    assertThat(replies()).containsExactly(Reply.LOOKING_ON, Reply.THERE);
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aLateAnswerCountsAndWhoeverIsAskedMeanwhileNeedNotCome() {
    summons(KEN);
    WORLD.passes("PT5M");
    assertThat(WORLD.asked()).containsExactly(MISAKI);

    says(KEN, SummonsAnswer.COMING);

    assertThat(replies()).containsExactly(Reply.COMING, Reply.NOT_NEEDED);
    assertThat(WORLD.whispers.get(2).to()).isEqualTo(MISAKI);
    assertThat(WORLD.whispers.get(2).text().en()).contains("You need not");
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aLateNoLeavesWhoeverIsAskedMeanwhileAlone() {
    summons(KEN);
    WORLD.passes("PT5M");

    says(KEN, SummonsAnswer.CANNOT);

    assertThat(replies()).containsExactly(Reply.CANNOT, Reply.ASKED);
    assertThat(WORLD.asked()).containsExactly(MISAKI);
  }

  @Test
  void whoeverWasToComeAndCannotLetsItAskOn() {
    summons(KEN);
    says(KEN, SummonsAnswer.COMING);

    says(KEN, SummonsAnswer.CANNOT);

    assertThat(WORLD.asked()).containsExactly(MISAKI);
    WORLD.passes("PT5M");
    assertThat(WORLD.asked()).containsExactly(ITSUKI);
  }

  @Test
  void somebodyNamedAfterNobodyWasLeftIsAskedStill() {
    summons(SHO);
    WORLD.passes("PT5M");
    assertThat(WORLD.first().state()).isEqualTo(State.NOBODY_COMES);

    WORLD.summons.answer(INCIDENT, SummonsAnswer.CANNOT, Optional.of(EMMA), SHO);
    WORLD.engine.settle();

    assertThat(WORLD.asked()).containsExactly(EMMA);
  }

  @Test
  void anAnswerInTheInstantOfTheTimerIsFoundByItsStep() {
    summons(KEN);
    WORLD.engine.time().passes(java.time.Duration.ofMinutes(5).minusMillis(1));
    // The timer moves the token; the step's own transaction has not begun.
    WORLD
        .engine
        .engine()
        .getManagementService()
        .createJobQuery()
        .timers()
        .list()
        .forEach(timer -> WORLD.engine.engine().getManagementService().executeJob(timer.getId()));

    says(KEN, SummonsAnswer.COMING);

    assertThat(replies()).containsExactly(Reply.COMING);
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void twoSummonsesGoTheirOwnWays() {
    summons(KEN);
    summons(SHO);
    assertThat(WORLD.asked()).containsExactly(KEN, SHO);

    says(SHO, SummonsAnswer.COMING);

    assertThat(WORLD.asked()).containsExactly(KEN);
    WORLD.passes("PT5M");
    assertThat(WORLD.asked()).containsExactly(MISAKI);
  }

  @Test
  void aTeamIsAskedThroughItsOnCallAndOneWithoutMemberByMember() {
    WORLD.summons.summon(INCIDENT, PAYMENTS, "the queue grows", AOI);
    WORLD.summons.summon(INCIDENT, SEARCH, "", AOI);
    WORLD.engine.settle();

    assertThat(WORLD.asked()).containsExactly(MISAKI, SHO);
    assertThat(WORLD.whispers.get(0).text().en())
        .contains("Can you come", "aoi asks for you. the queue grows");
    assertThat(WORLD.timeline).contains("summoned: aoi summoned payments: the queue grows");
  }

  @Test
  void aDrillStaysADrill() {
    WORLD.kind = Kind.DRILL;
    summons(SHO);
    WORLD.passes("PT5M");

    assertThat(WORLD.whispers).allMatch(line -> line.kind() == Kind.DRILL);
    assertThat(WORLD.posts.get(0).kind()).isEqualTo(Kind.DRILL);
    assertThat(WORLD.posts.get(0).channel()).isEqualTo("#drill-war-room");
  }

  // ---- who may

  @Test
  void onlyWhoeverCommandsSummonsAndActingIsEnough() {
    assertThat(WORLD.summons.summon(INCIDENT, KEN, "", MISAKI))
        .isInstanceOfSatisfying(
            Outcome.NotAllowed.class, no -> assertThat(no.why().en()).contains("aoi"));
    assertThat(WORLD.timeline)
        .containsExactly("refused: This is for aoi, the commander, to decide");
    assertThat(WORLD.summons.of(INCIDENT)).isEmpty();

    WORLD.seat = World.seatOf(MISAKI, Standing.ACTING);
    assertThat(WORLD.summons.summon(INCIDENT, KEN, "", MISAKI)).isEqualTo(Outcome.done());
  }

  @Test
  void nobodyIsSummonedTwiceOrWhoIsThere() {
    summons(KEN);
    WORLD.roster.join(INCIDENT, Stance.OBSERVE, "", SHO);

    assertThat(WORLD.summons.summon(INCIDENT, KEN, "", AOI))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(WORLD.summons.summon(INCIDENT, SHO, "", AOI))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(WORLD.summons.summon(INCIDENT, AOI, "", AOI))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(WORLD.summons.summon(INCIDENT, SEARCH, "", AOI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(WORLD.summons.of(INCIDENT)).hasSize(1);
  }

  @Test
  void whatNobodyKnowsIsNamedWithItsField() {
    assertThatThrownBy(() -> WORLD.summons.summon(INCIDENT, new PersonId("nobody"), "", AOI))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("HB-8013 person")
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> WORLD.summons.summon(INCIDENT, new TeamId("x"), "", AOI))
        .hasMessageContaining("HB-8013 team");
    assertThatThrownBy(() -> WORLD.summons.summon(INCIDENT, KEN, "x".repeat(201), AOI))
        .hasMessageContaining("HB-8010 Write why");
  }

  @Test
  void whoeverWasNotAskedIsToldThatTheDoorIsOpen() {
    assertThat(WORLD.summons.answer(INCIDENT, SummonsAnswer.COMING, Optional.empty(), KEN))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class,
            no -> assertThat(no.why().en()).contains("You are free to come in"));
  }

  // ---- Tasklist

  @Test
  void whoeverIsAskedAnswersInTasklistAndNobodyElseCan() {
    summons(KEN);
    TasklistUser ken = WORLD.engine.tasklist("ken");
    assertThat(ken.sees()).containsExactly(SummonsProcess.ANSWER);
    assertThat(WORLD.engine.tasklist("sho").sees()).isEmpty();
    HumanTask task = WORLD.engine.humanTasks().open(INCIDENT).get(0);
    assertThat(WORLD.rule.mayHold(task, KEN)).isEqualTo(Verdict.yes());
    assertThat(WORLD.rule.mayHold(task, SHO)).isInstanceOf(Verdict.No.class);
    assertThat(WORLD.engine.tasklist("sho").complete(SummonsProcess.ANSWER).done()).isFalse();
    assertThat(ken.unclaim(SummonsProcess.ANSWER).sentence()).contains("I cannot");
    assertThat(ken.complete(SummonsProcess.ANSWER).sentence()).contains("Choose one");
    assertThat(
            ken.complete(
                    SummonsProcess.ANSWER, Facts.of("answer", "CANNOT").and("instead", "nobody"))
                .sentence())
        .contains("nobody knows “nobody”");

    assertThat(
            ken.complete(SummonsProcess.ANSWER, Facts.of("answer", "CANNOT").and("instead", "sho"))
                .done())
        .isTrue();
    WORLD.engine.settle();

    assertThat(WORLD.asked()).containsExactly(SHO);
    assertThat(
            WORLD
                .engine
                .tasklist("sho")
                .complete(SummonsProcess.ANSWER, Facts.of("answer", "COMING"))
                .done())
        .isTrue();
    WORLD.engine.settle();
    assertThat(WORLD.first().state()).isEqualTo(State.SOMEBODY_COMES);
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
  }

  // ---- who works is there

  /** Said that they come, took work, and never said that they are here. */
  @Test
  void whoTakesWorkHasArrivedAndIsFreeToHelp() {
    summons(KEN);
    says(KEN, SummonsAnswer.COMING);
    assertThat(replies()).containsExactly(Reply.COMING);

    takesWork(KEN);
    takesWork(KEN);

    assertThat(replies()).containsExactly(Reply.THERE);
    assertThat(WORLD.roster.present(INCIDENT))
        .extracting(member -> member.person().value() + " " + member.stance())
        .containsExactly("ken FREE");
    assertThat(WORLD.facts).filteredOn(MemberJoined.class::isInstance).hasSize(1);
    assertThat(WORLD.records).containsExactly("ken came");
    assertThat(WORLD.timeline).as("the work says it").noneMatch(line -> line.contains("came"));
  }

  /** Working is an answer: nobody else of the team is asked. */
  @Test
  void whoTakesWorkWhileTheyAreAskedComes() {
    summons(KEN);

    takesWork(KEN);

    assertThat(WORLD.first().state()).isEqualTo(State.SOMEBODY_COMES);
    assertThat(replies()).containsExactly(Reply.THERE);
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
  }

  /** What they know stays noted, and whoever may go but works stays. */
  @Test
  void anOnlookerWhoTakesWorkLooksOnNoMore() {
    WORLD.roster.join(INCIDENT, Stance.OBSERVE, "databases", KEN);
    WORLD.roster.join(INCIDENT, Stance.HAVE_CONTEXT, "昨夜の鍵", SHO);
    WORLD.summons.release(INCIDENT, Set.of(KEN), AOI);

    takesWork(KEN);
    takesWork(SHO);
    takesWork(AOI);

    assertThat(WORLD.roster.present(INCIDENT))
        .as("the commander is there anyway")
        .extracting(member -> member.person().value() + " " + member.stance() + member.note())
        .containsExactlyInAnyOrder("ken FREEdatabases", "sho FREE昨夜の鍵");
  }

  @Test
  void whoHoldsADutyHasArrived() {
    summons(KEN);
    says(KEN, SummonsAnswer.COMING);

    WORLD.duties = List.of(new Duty(DutyKind.ANNOUNCER, KEN, Instant.EPOCH, Optional.empty()));

    assertThat(replies()).containsExactly(Reply.THERE);
  }

  @Test
  void aRoomThatHasClosedCountsNobodyIn() {
    WORLD.seat = Optional.empty();

    takesWork(KEN);

    assertThat(WORLD.facts).isEmpty();
    assertThat(WORLD.records).isEmpty();
  }

  private static void takesWork(PersonId person) {
    WORLD.working.on(new WorkTaken(INCIDENT, Kind.REAL, person, Instant.EPOCH));
    WORLD.engine.settle();
  }

  // ---- the process and the record

  @Test
  void aSummonsTheProcessMissedIsFollowedWhenItIsThere() {
    WORLD.listening = false;
    summons(KEN);
    assertThat(WORLD.facts).hasSize(1);
    var fact = (MemberSummoned) WORLD.facts.get(0);
    var handler = new StartsTheSummonsItMissed(WORLD.turns);
    assertThatThrownBy(() -> handler.on(fact)).hasMessageContaining("HB-8015");

    WORLD.listening = true;
    handler.on(fact);
    handler.on(fact);
    WORLD.engine.settle();

    assertThat(WORLD.engine.humanTasks().open(INCIDENT)).hasSize(1);
    assertThat(WORLD.whispered()).containsExactly("ken");
    says(KEN, SummonsAnswer.COMING);
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aLostProcessAsksTheSamePersonAgainAndTellsThemNothingTwice() {
    summons(KEN);
    WORLD.passes("PT5M");
    WORLD.engine.forgetsEverything();

    assertThat(WORLD.turns.followAgain(INCIDENT)).isTrue();
    WORLD.engine.settle();

    assertThat(WORLD.asked()).containsExactly(MISAKI);
    assertThat(WORLD.engine.tasklist("misaki").sees()).containsExactly(SummonsProcess.ANSWER);
    assertThat(WORLD.whispered()).containsExactly("ken", "misaki");
  }

  @Test
  void nobodyIsAskedIntoARoomThatHasClosed() {
    summons(KEN);
    WORLD.turns.endIfClosed(INCIDENT);
    assertThat(WORLD.asked()).as("it is open").containsExactly(KEN);

    WORLD.seat = Optional.empty();
    WORLD.turns.endIfClosed(INCIDENT);
    WORLD.engine.settle();

    assertThat(WORLD.first().state()).isEqualTo(State.OVER);
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
    assertThat(WORLD.whispered()).containsExactly("ken");
    assertThat(WORLD.turns.follow(INCIDENT, 1)).isTrue();
  }

  @Test
  void aRoomThatClosesBeforeTheFirstIsAskedAsksNobody() {
    WORLD.summons.summon(INCIDENT, KEN, "", AOI);
    WORLD.seat = Optional.empty();

    WORLD.engine.settle();

    assertThat(WORLD.first().state()).isEqualTo(State.OVER);
    assertThat(WORLD.whispers).isEmpty();
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();
  }

  // ---- when the room opens (T06)

  @Test
  void theTeamsItConcernsAreSummonedThroughWhoeverOfThemIsNotThereYet() {
    WORLD.seat = World.seatOf(MISAKI, Standing.ACTING);
    WORLD.component = Optional.of("search-api");

    WORLD.acts.summonTheOwners(INCIDENT);
    WORLD.acts.summonTheOwners(INCIDENT);
    WORLD.engine.settle();

    assertThat(WORLD.asked()).containsExactly(ITSUKI, SHO);
    assertThat(WORLD.whispers.get(1).text().en()).contains("search is needed");
    assertThat(WORLD.timeline)
        .containsExactly("summoned: Honbu summoned payments", "summoned: Honbu summoned search");
  }

  @Test
  void aTeamThatIsThereAlreadyIsNotSummonedAndOneWithoutAnybodyIsNoted() {
    WORLD.onCall.remove(OnCallLevel.SECONDARY);
    WORLD.duties =
        List.of(new Duty(DutyKind.ONCALL, MISAKI, java.time.Instant.EPOCH, Optional.empty()));
    WORLD.component = Optional.of("search-api");
    WORLD.members.put(SEARCH, List.of());

    WORLD.acts.summonTheOwners(INCIDENT);

    assertThat(WORLD.summons.of(INCIDENT)).isEmpty();
    assertThat(WORLD.timeline).containsExactly("summons-nobody: search has nobody to summon now");
  }

  @Test
  void noRoomSummonsNobody() {
    WORLD.seat = Optional.empty();
    WORLD.acts.summonTheOwners(INCIDENT);
    assertThat(WORLD.summons.of(INCIDENT)).isEmpty();
  }

  // ---- 「抜けて大丈夫です」

  @Test
  void theCommanderNamesWhoStaysAndAllOthersHearThatTheyMayGo() {
    WORLD.roster.join(INCIDENT, Stance.FREE, "", DAIKI);
    WORLD.roster.join(INCIDENT, Stance.OBSERVE, "", EMMA);
    summons(KEN);
    summons(SHO);
    says(SHO, SummonsAnswer.COMING);
    WORLD.whispers.clear();

    Outcome outcome = WORLD.summons.release(INCIDENT, Set.of(DAIKI), AOI);
    WORLD.engine.settle();

    assertThat(outcome).isEqualTo(Outcome.done());
    assertThat(WORLD.whispered()).containsExactlyInAnyOrder("emma", "ken", "sho");
    assertThat(WORLD.whispers).allMatch(line -> line.text().ja().startsWith("抜けて大丈夫です"));
    assertThat(WORLD.timeline)
        .contains("released: Staying: aoi, daiki. Everybody else can go. Thank you");
    assertThat(WORLD.roster.present(INCIDENT)).extracting("person").containsExactly(DAIKI);
    assertThat(WORLD.roster.people(INCIDENT).released()).hasSize(1);
    assertThat(WORLD.asked()).isEmpty();
    assertThat(WORLD.engine.isOver(INCIDENT)).isTrue();

    assertThat(WORLD.summons.release(INCIDENT, Set.of(DAIKI), AOI))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(WORLD.summons.release(INCIDENT, Set.of(), DAIKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    WORLD.roster.join(INCIDENT, Stance.FREE, "", EMMA);
    assertThat(WORLD.roster.present(INCIDENT)).as("whoever stays on is welcome").hasSize(2);
  }

  private void summons(PersonId person) {
    assertThat(WORLD.summons.summon(INCIDENT, person, "", AOI)).isEqualTo(Outcome.done());
    WORLD.engine.settle();
  }

  private void says(PersonId person, SummonsAnswer answer) {
    assertThat(WORLD.summons.answer(INCIDENT, answer, Optional.empty(), person))
        .isEqualTo(Outcome.done());
    WORLD.engine.settle();
  }

  private List<Reply> replies() {
    return WORLD.first().asked().stream().map(SummonsView.Asked::reply).toList();
  }
}
