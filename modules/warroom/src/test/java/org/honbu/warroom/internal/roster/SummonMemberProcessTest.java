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
import org.honbu.warroom.MemberSummoned;
import org.honbu.warroom.Stance;
import org.honbu.warroom.SummonsAnswer;
import org.honbu.warroom.SummonsView;
import org.honbu.warroom.SummonsView.Reply;
import org.honbu.warroom.SummonsView.State;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is asked to come, one after the other, until somebody does. */
class SummonMemberProcessTest {
  @RegisterExtension static final Walked WALKED = Walked.everyElementOf("SummonMember");

  private final World world = new World(WALKED);

  @AfterEach
  void stop() {
    world.close();
  }

  // ---- one after the other

  @Test
  void afterFiveMinutesTheNextOfTheTeamIsAskedThenItsOnCallAndAtLastTheCommanderHears() {
    summons(KEN);
    assertThat(world.asked()).containsExactly(KEN);

    world.passes("PT4M59S");
    assertThat(world.asked()).as("at 4:59").containsExactly(KEN);
    world.passes("PT2S");
    assertThat(world.asked()).as("at 5:01").containsExactly(MISAKI);
    world.passes("PT5M");
    assertThat(world.asked()).as("misaki is on call, too, and had her turn").containsExactly(ITSUKI);
    world.passes("PT5M");

    assertThat(world.first().state()).isEqualTo(State.NOBODY_COMES);
    assertThat(replies()).containsOnly(Reply.SILENT);
    assertThat(world.posts).hasSize(1);
    assertThat(world.posts.get(0).channel()).isEqualTo("#war_room");
    assertThat(world.posts.get(0).text().en()).contains("Nobody of payments can come");
    assertThat(world.whispered()).containsExactly("ken", "misaki", "itsuki", "aoi");
    assertThat(world.timeline).anyMatch(line -> line.startsWith("summons-nobody: Nobody of"));
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void whoeverSaysThatTheyComeIsTheLastToBeAsked() {
    summons(KEN);

    says(KEN, SummonsAnswer.COMING);

    assertThat(world.first().state()).isEqualTo(State.SOMEBODY_COMES);
    assertThat(replies()).containsExactly(Reply.COMING);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
    world.passes("PT1H");
    assertThat(world.whispered()).containsExactly("ken");

    world.roster.join(INCIDENT, Stance.FREE, "", KEN);
    assertThat(replies()).as("arriving is joining").containsExactly(Reply.THERE);
  }

  @Test
  void whoeverCannotNamesSomebodyWhoIsAskedAtOnceAndNoNameIsLeftOnTheTimeline() {
    summons(KEN);

    world.summons.answer(INCIDENT, SummonsAnswer.CANNOT, Optional.of(SHO), KEN);
    world.engine.settle();

    assertThat(world.asked()).containsExactly(SHO);
    assertThat(replies()).containsExactly(Reply.CANNOT, Reply.ASKED);
    assertThat(world.timeline)
        .contains("summons-answered: Somebody could not come; another is asked")
        .noneMatch(line -> line.contains("ken") && line.startsWith("summons-answered"));
  }

  @Test
  void whoeverOnlyLooksOnIsFollowedByTheNext() {
    summons(KEN);

    says(KEN, SummonsAnswer.LOOKING_ON);

    assertThat(world.asked()).containsExactly(MISAKI);
  }

  @Test
  void comingInIsAnAnswer() {
    summons(KEN);
    world.roster.join(INCIDENT, Stance.OBSERVE, "", KEN);
    world.engine.settle();
    assertThat(replies()).containsExactly(Reply.LOOKING_ON, Reply.ASKED);

    world.roster.join(INCIDENT, Stance.HAVE_CONTEXT, "I deployed it", MISAKI);
    world.engine.settle();

    assertThat(replies()).containsExactly(Reply.LOOKING_ON, Reply.THERE);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aLateAnswerCountsAndWhoeverIsAskedMeanwhileNeedNotCome() {
    summons(KEN);
    world.passes("PT5M");
    assertThat(world.asked()).containsExactly(MISAKI);

    says(KEN, SummonsAnswer.COMING);

    assertThat(replies()).containsExactly(Reply.COMING, Reply.NOT_NEEDED);
    assertThat(world.whispers.get(2).to()).isEqualTo(MISAKI);
    assertThat(world.whispers.get(2).text().en()).contains("You need not");
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aLateNoLeavesWhoeverIsAskedMeanwhileAlone() {
    summons(KEN);
    world.passes("PT5M");

    says(KEN, SummonsAnswer.CANNOT);

    assertThat(replies()).containsExactly(Reply.CANNOT, Reply.ASKED);
    assertThat(world.asked()).containsExactly(MISAKI);
  }

  @Test
  void whoeverWasToComeAndCannotLetsItAskOn() {
    summons(KEN);
    says(KEN, SummonsAnswer.COMING);

    says(KEN, SummonsAnswer.CANNOT);

    assertThat(world.asked()).containsExactly(MISAKI);
    world.passes("PT5M");
    assertThat(world.asked()).containsExactly(ITSUKI);
  }

  @Test
  void somebodyNamedAfterNobodyWasLeftIsAskedStill() {
    summons(SHO);
    world.passes("PT5M");
    assertThat(world.first().state()).isEqualTo(State.NOBODY_COMES);

    world.summons.answer(INCIDENT, SummonsAnswer.CANNOT, Optional.of(EMMA), SHO);
    world.engine.settle();

    assertThat(world.asked()).containsExactly(EMMA);
  }

  @Test
  void anAnswerInTheInstantOfTheTimerIsFoundByItsStep() {
    summons(KEN);
    world.engine.time().passes(java.time.Duration.ofMinutes(5).minusMillis(1));
    // The timer moves the token; the step's own transaction has not begun.
    world
        .engine
        .engine()
        .getManagementService()
        .createJobQuery()
        .timers()
        .list()
        .forEach(timer -> world.engine.engine().getManagementService().executeJob(timer.getId()));

    says(KEN, SummonsAnswer.COMING);

    assertThat(replies()).containsExactly(Reply.COMING);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void twoSummonsesGoTheirOwnWays() {
    summons(KEN);
    summons(SHO);
    assertThat(world.asked()).containsExactly(KEN, SHO);

    says(SHO, SummonsAnswer.COMING);

    assertThat(world.asked()).containsExactly(KEN);
    world.passes("PT5M");
    assertThat(world.asked()).containsExactly(MISAKI);
  }

  @Test
  void aTeamIsAskedThroughItsOnCallAndOneWithoutMemberByMember() {
    world.summons.summon(INCIDENT, PAYMENTS, "the queue grows", AOI);
    world.summons.summon(INCIDENT, SEARCH, "", AOI);
    world.engine.settle();

    assertThat(world.asked()).containsExactly(MISAKI, SHO);
    assertThat(world.whispers.get(0).text().en())
        .contains("Can you come", "aoi asks for you. the queue grows");
    assertThat(world.timeline).contains("summoned: aoi summoned payments: the queue grows");
  }

  @Test
  void aDrillStaysADrill() {
    world.kind = Kind.DRILL;
    summons(SHO);
    world.passes("PT5M");

    assertThat(world.whispers).allMatch(line -> line.kind() == Kind.DRILL);
    assertThat(world.posts.get(0).kind()).isEqualTo(Kind.DRILL);
    assertThat(world.posts.get(0).channel()).isEqualTo("#drill-war-room");
  }

  // ---- who may

  @Test
  void onlyWhoeverCommandsSummonsAndActingIsEnough() {
    assertThat(world.summons.summon(INCIDENT, KEN, "", MISAKI))
        .isInstanceOfSatisfying(
            Outcome.NotAllowed.class, no -> assertThat(no.why().en()).contains("aoi"));
    assertThat(world.timeline).containsExactly("refused: This is for aoi, the commander, to decide");
    assertThat(world.summons.of(INCIDENT)).isEmpty();

    world.seat = World.seatOf(MISAKI, Standing.ACTING);
    assertThat(world.summons.summon(INCIDENT, KEN, "", MISAKI)).isEqualTo(Outcome.done());
  }

  @Test
  void nobodyIsSummonedTwiceOrWhoIsThere() {
    summons(KEN);
    world.roster.join(INCIDENT, Stance.OBSERVE, "", SHO);

    assertThat(world.summons.summon(INCIDENT, KEN, "", AOI)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(world.summons.summon(INCIDENT, SHO, "", AOI)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(world.summons.summon(INCIDENT, AOI, "", AOI)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(world.summons.summon(INCIDENT, SEARCH, "", AOI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(world.summons.of(INCIDENT)).hasSize(1);
  }

  @Test
  void whatNobodyKnowsIsNamedWithItsField() {
    assertThatThrownBy(() -> world.summons.summon(INCIDENT, new PersonId("nobody"), "", AOI))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("HB-8013 person")
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> world.summons.summon(INCIDENT, new TeamId("x"), "", AOI))
        .hasMessageContaining("HB-8013 team");
    assertThatThrownBy(() -> world.summons.summon(INCIDENT, KEN, "x".repeat(201), AOI))
        .hasMessageContaining("HB-8010 Write why");
  }

  @Test
  void whoeverWasNotAskedIsToldThatTheDoorIsOpen() {
    assertThat(world.summons.answer(INCIDENT, SummonsAnswer.COMING, Optional.empty(), KEN))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class,
            no -> assertThat(no.why().en()).contains("You are free to come in"));
  }

  // ---- Tasklist

  @Test
  void whoeverIsAskedAnswersInTasklistAndNobodyElseCan() {
    summons(KEN);
    TasklistUser ken = world.engine.tasklist("ken");
    assertThat(ken.sees()).containsExactly(SummonsProcess.ANSWER);
    assertThat(world.engine.tasklist("sho").sees()).isEmpty();
    assertThat(world.engine.tasklist("sho").complete(SummonsProcess.ANSWER).done()).isFalse();
    assertThat(ken.unclaim(SummonsProcess.ANSWER).sentence()).contains("I cannot");
    assertThat(ken.complete(SummonsProcess.ANSWER).sentence()).contains("Choose one");
    assertThat(
            ken.complete(
                    SummonsProcess.ANSWER,
                    Facts.of("answer", "CANNOT").and("instead", "nobody"))
                .sentence())
        .contains("nobody knows “nobody”");

    assertThat(
            ken.complete(
                    SummonsProcess.ANSWER, Facts.of("answer", "CANNOT").and("instead", "sho"))
                .done())
        .isTrue();
    world.engine.settle();

    assertThat(world.asked()).containsExactly(SHO);
    assertThat(world.engine.tasklist("sho").complete(SummonsProcess.ANSWER, Facts.of("answer", "COMING")).done())
        .isTrue();
    world.engine.settle();
    assertThat(world.first().state()).isEqualTo(State.SOMEBODY_COMES);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  // ---- the process and the record

  @Test
  void aSummonsTheProcessMissedIsFollowedWhenItIsThere() {
    world.listening = false;
    summons(KEN);
    assertThat(world.facts).hasSize(1);
    var fact = (MemberSummoned) world.facts.get(0);
    var handler = new StartsTheSummonsItMissed(world.turns);
    assertThatThrownBy(() -> handler.on(fact)).hasMessageContaining("HB-8015");

    world.listening = true;
    handler.on(fact);
    handler.on(fact);
    world.engine.settle();

    assertThat(world.whispered()).containsExactly("ken");
    says(KEN, SummonsAnswer.COMING);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aLostProcessAsksTheSamePersonAgainAndTellsThemNothingTwice() {
    summons(KEN);
    world.passes("PT5M");
    world.engine.forgetsEverything();

    assertThat(world.turns.followAgain(INCIDENT)).isTrue();
    world.engine.settle();

    assertThat(world.asked()).containsExactly(MISAKI);
    assertThat(world.engine.tasklist("misaki").sees()).containsExactly(SummonsProcess.ANSWER);
    assertThat(world.whispered()).containsExactly("ken", "misaki");
  }

  @Test
  void nobodyIsAskedIntoARoomThatHasClosed() {
    summons(KEN);
    world.turns.endIfClosed(INCIDENT);
    assertThat(world.asked()).as("it is open").containsExactly(KEN);

    world.seat = Optional.empty();
    world.turns.endIfClosed(INCIDENT);
    world.engine.settle();

    assertThat(world.first().state()).isEqualTo(State.OVER);
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
    assertThat(world.whispered()).containsExactly("ken");
    assertThat(world.turns.follow(INCIDENT, 1)).isTrue();
  }

  @Test
  void aRoomThatClosesBeforeTheFirstIsAskedAsksNobody() {
    world.summons.summon(INCIDENT, KEN, "", AOI);
    world.seat = Optional.empty();

    world.engine.settle();

    assertThat(world.first().state()).isEqualTo(State.OVER);
    assertThat(world.whispers).isEmpty();
    assertThat(world.engine.isOver(INCIDENT)).isTrue();
  }

  // ---- when the room opens (T06)

  @Test
  void theTeamsItConcernsAreSummonedThroughWhoeverOfThemIsNotThereYet() {
    world.seat = World.seatOf(MISAKI, Standing.ACTING);
    world.component = Optional.of("search-api");

    world.acts.summonTheOwners(INCIDENT);
    world.acts.summonTheOwners(INCIDENT);
    world.engine.settle();

    assertThat(world.asked()).containsExactly(ITSUKI, SHO);
    assertThat(world.whispers.get(1).text().en()).contains("search is needed");
    assertThat(world.timeline)
        .containsExactly("summoned: Honbu summoned payments", "summoned: Honbu summoned search");
  }

  @Test
  void aTeamThatIsThereAlreadyIsNotSummoned() {
    world.onCall.remove(OnCallLevel.SECONDARY);
    world.duties =
        List.of(new Duty(DutyKind.ONCALL, MISAKI, java.time.Instant.EPOCH, Optional.empty()));

    world.acts.summonTheOwners(INCIDENT);

    assertThat(world.summons.of(INCIDENT)).isEmpty();
    assertThat(world.timeline).containsExactly("summons-nobody: payments has nobody to summon now");
  }

  @Test
  void noRoomSummonsNobody() {
    world.seat = Optional.empty();
    world.acts.summonTheOwners(INCIDENT);
    assertThat(world.summons.of(INCIDENT)).isEmpty();
  }

  // ---- 「抜けて大丈夫です」

  @Test
  void theCommanderNamesWhoStaysAndAllOthersHearThatTheyMayGo() {
    world.roster.join(INCIDENT, Stance.FREE, "", DAIKI);
    world.roster.join(INCIDENT, Stance.OBSERVE, "", EMMA);
    summons(KEN);
    summons(SHO);
    says(SHO, SummonsAnswer.COMING);
    world.whispers.clear();

    Outcome outcome = world.summons.release(INCIDENT, Set.of(DAIKI), AOI);
    world.engine.settle();

    assertThat(outcome).isEqualTo(Outcome.done());
    assertThat(world.whispered()).containsExactlyInAnyOrder("emma", "ken", "sho");
    assertThat(world.whispers).allMatch(line -> line.text().ja().startsWith("抜けて大丈夫です"));
    assertThat(world.timeline)
        .contains("released: Staying: aoi, daiki. Everybody else can go. Thank you");
    assertThat(world.roster.present(INCIDENT)).extracting("person").containsExactly(DAIKI);
    assertThat(world.roster.people(INCIDENT).released()).hasSize(1);
    assertThat(world.asked()).isEmpty();
    assertThat(world.engine.isOver(INCIDENT)).isTrue();

    assertThat(world.summons.release(INCIDENT, Set.of(DAIKI), AOI))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(world.summons.release(INCIDENT, Set.of(), DAIKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    world.roster.join(INCIDENT, Stance.FREE, "", EMMA);
    assertThat(world.roster.present(INCIDENT)).as("whoever stays on is welcome").hasSize(2);
  }

  private void summons(PersonId person) {
    assertThat(world.summons.summon(INCIDENT, person, "", AOI)).isEqualTo(Outcome.done());
    world.engine.settle();
  }

  private void says(PersonId person, SummonsAnswer answer) {
    assertThat(world.summons.answer(INCIDENT, answer, Optional.empty(), person))
        .isEqualTo(Outcome.done());
    world.engine.settle();
  }

  private List<Reply> replies() {
    return world.first().asked().stream().map(SummonsView.Asked::reply).toList();
  }
}
