package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.honbu.response.internal.World.INCIDENT;

import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Room;
import org.honbu.incidents.TakenBack;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Kind;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

/** What a tired thumb takes back: the process goes back to where it stood. */
abstract class TakenBackStories extends ResponseStories {
  TakenBackStories(Walked walked) {
    super(walked);
  }

  @Test
  void anAnswerTakenBackIsAskedForAgain() {
    declared(CRITICAL);
    answeredByPage();

    world.takeBack(INCIDENT, Undoable.ANSWER, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");

    world.acknowledge(INCIDENT, ITSUKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
    assertThat(outside.channels()).as("the alert is posted once").containsExactly("#alert");
  }

  @Test
  void anAnswerTakenBackBeforeItIsNotedIsAskedForAgain() {
    declared(CRITICAL);
    world.acknowledge(INCIDENT, MISAKI);

    world.takeBack(INCIDENT, Undoable.ANSWER, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
    assertThat(world.answeredBy).isEmpty();
  }

  @Test
  void anUndoThatNobodyHeardIsHeardByItsFact() {
    declared(CRITICAL);
    answeredByPage();
    // Taken back while the answer was being noted: the word came before anybody waited for it.
    world.answeredBy = Optional.empty();
    world.state = IncidentState.REPORTED;

    undone(Undoable.ANSWER);

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
    undone(Undoable.ANSWER);
    assertThat(engine.calls("routeIncident")).as("once more, not twice").hasSize(2);
  }

  private void undone(Undoable act) {
    new HearsOfTheUndoItMissed(new Course(engine.processes(), world), world)
        .on(new TakenBack(INCIDENT, Kind.REAL, act, MISAKI, clock.instant()));
    settle();
  }

  @Test
  void anAnswerThatOpenedTheRoomTakenBackCallsAgainBesideTheRoom() {
    declared(ALL_DOWN);
    answeredByPage();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");

    world.takeBack(INCIDENT, Undoable.ANSWER, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident", "Activity_AnswerThePage");

    world.acknowledge(INCIDENT, ITSUKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_AnswerThePage", "Activity_Triage");
    assertThat(engine.calls("openRoom")).as("one room").hasSize(1);
  }

  @Test
  void theTeamIsNotGivenMoreTimeByAnAnswerTakenBack() {
    declared(MINOR);
    world.acknowledge(INCIDENT, MISAKI);
    passes("PT20S");

    world.takeBack(INCIDENT, Undoable.ANSWER, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AcknowledgeAlert");

    passes("PT22H59M40S");
    assertThat(engine.waitsAt(INCIDENT))
        .as("Thursday at eleven, as if nobody had pressed")
        .containsExactly("Activity_AnswerThePage");
  }

  @Test
  void anEscalationTakenBackInTriageGoesBackToTriage() {
    declared(CRITICAL);
    answeredByPage();
    world.escalate(INCIDENT, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");

    world.takeBack(INCIDENT, Undoable.ESCALATION, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
    assertThat(world.room).isEqualTo(Room.NONE);
    assertThat(outside.channels()).as("the room hears of it").endsWith("#war_room", "#war_room");
    assertThat(outside.cancelled).isNotEmpty();
  }

  @Test
  void aRoomTakenBackBeforeItsProcessCameToOpenItIsNotOpenedByIt() {
    declared(CRITICAL);
    answeredByPage();
    world.escalate(INCIDENT, MISAKI);
    // Taken back by another node, whose word the process has not heard.
    world.room = Room.NONE;
    world.seat = Optional.empty();
    world.reasons.clear();
    world.state = IncidentState.TRIAGE;

    settle();
    assertThat(world.room).isEqualTo(Room.NONE);
    assertThat(outside.channels()).doesNotContain("#war_room");
    undone(Undoable.ESCALATION);

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
  }

  @Test
  void anEscalationTakenBackByTheTeamGoesBackToItsWork() {
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();

    world.takeBack(INCIDENT, Undoable.ESCALATION, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_WorkAsTeam");
  }

  @Test
  void anEscalationTakenBackBeforeAnybodyAnsweredLeavesTheCalls() {
    declared(CRITICAL);
    world.escalate(INCIDENT, ITSUKI);
    settle();

    world.takeBack(INCIDENT, Undoable.ESCALATION, ITSUKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
  }

  @Test
  void aRoomThatWasCalledOffOpensAgainWhenItIsNeeded() {
    declared(CRITICAL);
    world.escalate(INCIDENT, ITSUKI);
    settle();
    world.takeBack(INCIDENT, Undoable.ESCALATION, ITSUKI);
    settle();

    answeredByPage();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
    world.escalate(INCIDENT, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_Triage");
  }

  @Test
  void aResolutionTakenBackIsWatchedAgainInTheSameRoom() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    settle();
    int told = outside.posts.size();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident", "Gateway_AwaitUndo");

    passes("PT29S");
    world.takeBack(INCIDENT, Undoable.RESOLUTION, AOI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident", "Gateway_Watch");
    assertThat(outside.posts).as("nobody was told that it was over").hasSize(told);
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
    world.declareResolved(INCIDENT, "really", AOI);
    nobodyTakesItBack();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Gateway_ReopenWindow");
    assertThat(outside.posts).hasSize(told + 1);
  }

  @Test
  void theFactOfAResolutionNeedNotWaitUntilItStands() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    settle();

    assertThatCode(
            () ->
                new HearsOfTheMoveItMissed(new Course(engine.processes(), world), world)
                    .on(
                        new IncidentMoved(
                            INCIDENT,
                            Kind.REAL,
                            IncidentState.MONITORING,
                            IncidentState.RESOLVED,
                            clock.instant())))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsTakenBackAtTheInstantOfTheTimerIsWatchedAgain() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    settle();
    // The timer has moved the token; the step that lets it stand has not begun.
    world.state = IncidentState.MONITORING;

    nobodyTakesItBack();

    assertThat(engine.waitsAt(INCIDENT)).contains("Gateway_Watch");
  }

  @Test
  void whatComesBackBeforeItStandsIsWorkedOnInTheSameRoom() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    settle();

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitMitigation", "Activity_LeadTheIncident");
    assertThat(world.room).isEqualTo(Room.OPEN);
  }

  @Test
  void nobodyIsCalledToCommandWhatIsOverAndNotToldYet() {
    roomOpen();
    world.declareMitigated(INCIDENT, "rolled back", MISAKI);
    settle();
    world.verify(INCIDENT, ITSUKI);
    passes("PT1M50S");
    outside.pages.clear();
    world.declareResolved(INCIDENT, "rolled back", MISAKI);

    passes("PT20S");

    assertThat(outside.pages).isEmpty();
  }

  @Test
  void aFalseAlarmTakenBackInTasklistIsAskedAgain() {
    falseAlarmSuspected();
    world.confirmFalseAlarmByTask();
    complete("Activity_ConfirmFalseAlarm", Facts.none());
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Gateway_AwaitUndo");

    world.takeBack(INCIDENT, Undoable.FALSE_ALARM, ITSUKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_ConfirmFalseAlarm");
  }

  @Test
  void aFalseAlarmTakenBackOnThePageLeavesEverythingWhereItWas() {
    roomOpen();
    Set<String> before = engine.waitsAt(INCIDENT);
    world.confirmFalseAlarm(INCIDENT, "a test", AOI);
    settle();

    world.takeBack(INCIDENT, Undoable.FALSE_ALARM, AOI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).isEqualTo(before);
    world.confirmFalseAlarm(INCIDENT, "really", AOI);
    nobodyTakesItBack();
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }
}
