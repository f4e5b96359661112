package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import java.util.List;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.people.Eligibility;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

/** What goes on in a room beside the mitigation, and who is asked to command it. */
abstract class RoomStories extends ResponseStories {
  RoomStories(Walked walked) {
    super(walked);
  }

  @Test
  void theRoomLetsEachPieceOfWorkAndEachCallRunBesideTheOthers() {
    roomOpen();

    world.tell("Message_AssignWork", Facts.of("assignmentId", "1"));
    world.tell("Message_AssignWork", Facts.of("assignmentId", "2"));
    world.tell("Message_VolunteerCall", Facts.of("callId", "3"));
    engine.settle();

    assertThat(engine.calls("askForWork"))
        .extracting(step -> step.facts().text("assignmentId"))
        .containsExactly("1", "2");
    assertThat(engine.calls("askWhoIsFree"))
        .extracting(step -> step.facts().text("callId"))
        .containsExactly("3");
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void severityOneOpensTheRoomOnTheFirstAnswerAndCallsTheCommandersAtOnce() {
    declared(ALL_DOWN);
    assertThat(outside.channels()).containsExactly("#alert", "#war_room");
    assertThat(outside.called()).containsExactly("aoi");

    answeredByPage();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_Triage");
  }

  @Test
  void topicsAreTalkedAboutBesideTheRoom() {
    workingAsTeam();
    world.escalate(INCIDENT, AOI);
    settle();

    for (String topic : List.of("alpha", "bravo")) {
      assertThat(world.tell("Message_OpenTopic", Facts.of("topic", topic))).isTrue();
    }
    settle();

    assertThat(engine.calls("lookAtTopic"))
        .extracting(step -> step.facts().text("topic"))
        .containsExactly("alpha", "bravo");
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void commandIsAskedForWidelyThenBackstoppedThenConfirmed() {
    roomOpen();
    outside.pages.clear();

    passes("PT2M");
    assertThat(outside.called()).containsExactly("aoi", "sakura", "grace");
    assertThat(world.breakGlass).isFalse();

    passes("PT3M");
    assertThat(world.breakGlass).isTrue();
    assertThat(outside.called()).contains("takumi");
    assertThat(world.seat.orElseThrow().standing()).isEqualTo(Standing.ACTING);

    passes("PT5M");
    assertThat(world.seat.orElseThrow().standing()).isEqualTo(Standing.HELD);
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(MISAKI);
  }

  @Test
  void whoFitsBestIsCalledFirstAndWhoCannotComeIsNot() {
    roomOpen();
    outside.pages.clear();
    outside.commanders.clear();
    outside.commanders.addAll(
        List.of(
            Outside.commander("grace"),
            Outside.commander("aoi"),
            Outside.commander("sakura", Eligibility.not(Eligibility.Reason.NEEDS_REST), true),
            Outside.commander("daniel", Eligibility.not(Eligibility.Reason.NEEDS_REST), false),
            Outside.commander("kenta", Eligibility.not(Eligibility.Reason.DECLINED), true),
            Outside.commander("riku", Eligibility.not(Eligibility.Reason.NOT_QUALIFIED), false)));

    passes("PT2M");

    assertThat(outside.called()).containsExactly("grace", "aoi", "sakura");
  }

  @Test
  void onceCommandIsTakenNobodyIsAskedAnyMore() {
    roomOpen();
    outside.pages.clear();
    world.take(INCIDENT, AOI);

    passes("PT11M");

    assertThat(outside.pages).isEmpty();
    assertThat(world.breakGlass).isFalse();
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
  }

  @Test
  void theTimeIsCalledOutEveryTenMinutes() {
    roomOpen();

    passes("PT31M");

    assertThat(engine.calls("callOutTheTime")).hasSize(3);
  }

  @Test
  void careForTheCommanderEndsWithoutClosingTheRoom() {
    roomOpen();
    world.take(INCIDENT, AOI);
    settle();
    world.care.isNobodys = true;

    passes("PT10M");

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitMitigation")
        .doesNotContain("Activity_OneTerm");
  }

  @Test
  void theDutyOfCommandEndsWithoutClosingTheRoom() {
    roomOpen();

    complete("Activity_LeadTheIncident", Facts.none());

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitMitigation")
        .doesNotContain("Activity_LeadTheIncident");
  }

  @Test
  void theRoomFollowsTheSeverity() {
    roomOpen();

    world.rate(INCIDENT, Severity.SEV1, "everything", MISAKI);
    settle();

    assertThat(engine.calls("followTheSeverity")).hasSize(1);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void aHandoverRunsBesideTheRoomUntilItIsSettled() {
    roomOpen();
    world.take(INCIDENT, AOI);
    world.handovers.offer(SAKURA);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_WriteBriefing");

    world.handovers.withdraw();
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_HandOver");
  }

  @Test
  void aTakeRunsBesideTheRoomUntilItIsSettled() {
    roomOpen();
    world.take(INCIDENT, AOI);
    world.handovers.take(SAKURA);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_SayStillInCommand");

    world.handovers.stillInCommand();
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_TakeOver");
  }

  @Test
  void eachSummonsRunsBesideTheRoomWithANumberOfItsOwn() {
    roomOpen();

    world.tell("Message_Summon", Facts.of("summons", 1));
    world.tell("Message_Summon", Facts.of("summons", 2));
    settle();

    assertThat(engine.calls("askNextMember"))
        .extracting(step -> step.facts().number("summons"))
        .containsExactly(1, 2);
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_Summon");
  }
}
