package org.honbu.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The four places to look in Tasklist, and who finds what there. */
class TasklistFiltersTest {
  private static final String MINE = "自分のタスク / My tasks";
  private static final String COMMANDER = "コマンダー待ち / Waiting for a commander";
  private static final String ANNOUNCER = "アナウンス担当待ち / Waiting for an announcer";
  private static final String TEAM = "自分のチーム / My team";

  private static final String ROOM =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
        <process id="Room" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="Start"/>
          <sequenceFlow id="F0" sourceRef="Start" targetRef="Split"/>
          <parallelGateway id="Split"/>
          <sequenceFlow id="F1" sourceRef="Split" targetRef="Lead"/>
          <sequenceFlow id="F2" sourceRef="Split" targetRef="Announce"/>
          <sequenceFlow id="F3" sourceRef="Split" targetRef="Answer"/>
          <sequenceFlow id="F4" sourceRef="Split" targetRef="Work"/>
          <userTask id="Lead" name="Lead" camunda:candidateGroups="incident-commander"/>
          <userTask id="Announce" name="Announce" camunda:candidateGroups="announcer"/>
          <userTask id="Answer" name="Answer" camunda:candidateUsers="misaki"/>
          <userTask id="Work" name="Work" camunda:candidateGroups="team:payments"/>
        </process>
      </definitions>
      """;

  private final EngineHarness engine = EngineHarness.ofTexts(Map.of("Room.bpmn", ROOM)).start();

  @BeforeEach
  void aRoomIsOpen() {
    engine.processes().start("Room", new IncidentId("INC-2026-0001"), Facts.none());
    engine.settle();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void everybodySeesTheirPlacesInTheOrderOfTheScreen() {
    assertThat(placesOf("aoi")).containsExactly(MINE, COMMANDER, TEAM);
    assertThat(placesOf("yumi")).containsExactly(MINE, ANNOUNCER, TEAM);
    assertThat(placesOf("emma")).containsExactly(MINE, TEAM);
  }

  @Test
  void aDutyNobodyHasYetWaitsInItsPlace() {
    assertThat(waitingFor("aoi", COMMANDER)).containsExactly("Lead");
    assertThat(waitingFor("yumi", ANNOUNCER)).containsExactly("Announce");
  }

  @Test
  void aPageToMeIsMyTaskAndNobodyElses() {
    assertThat(waitingFor("misaki", MINE)).containsExactly("Answer");
    assertThat(waitingFor("itsuki", MINE)).isEmpty();
  }

  @Test
  void aTeamSeesItsWorkAndOthersDoNot() {
    assertThat(waitingFor("misaki", TEAM)).containsExactly("Work");
    assertThat(waitingFor("itsuki", TEAM)).containsExactly("Work");
    assertThat(waitingFor("emma", TEAM)).isEmpty();
  }

  @Test
  void whatIClaimMovesToMyTasksAndMyTeamStillSeesIt() {
    assertThat(engine.tasklist("itsuki").claim("Work").done()).isTrue();

    assertThat(waitingFor("itsuki", MINE)).containsExactly("Work");
    assertThat(waitingFor("misaki", TEAM)).containsExactly("Work");
  }

  @Test
  void aDutyThatIsHeldNoLongerWaits() {
    assertThat(engine.tasklist("aoi").claim("Lead").done()).isTrue();

    assertThat(waitingFor("aoi", COMMANDER)).isEmpty();
    assertThat(waitingFor("aoi", MINE)).containsExactly("Lead");
  }

  @Test
  void nobodyWritesAFilter() {
    var aoi = engine.tasklist("aoi");
    var filters = engine.engine().getFilterService();

    assertThat(aoi.act(() -> filters.saveFilter(filters.newTaskFilter("own"))).done()).isFalse();
    assertThat(aoi.act(() -> filters.deleteFilter(filter(MINE).getId())).done()).isFalse();
    assertThat(aoi.act(() -> filters.saveFilter(filter(MINE).setName("other"))).done()).isFalse();
  }

  @Test
  void theListRefreshesItself() {
    assertThat(filter(MINE).getProperties()).containsEntry("refresh", true);
  }

  @Test
  void everybodyWithARoleMayOpenTasklistAndNoOtherApp() {
    var emma = engine.tasklist("emma");

    assertThat(emma.signedIn(() -> mayOpen("emma", "tasklist"))).isTrue();
    assertThat(emma.signedIn(() -> mayOpen("emma", "admin"))).isFalse();
    assertThat(emma.signedIn(() -> mayOpen("emma", "cockpit"))).isFalse();
  }

  private boolean mayOpen(String person, String app) {
    return engine
        .engine()
        .getAuthorizationService()
        .isUserAuthorized(
            person, List.of("employee"), Permissions.ACCESS, Resources.APPLICATION, app);
  }

  private List<String> placesOf(String person) {
    return engine
        .tasklist(person)
        .signedIn(
            () ->
                engine.engine().getFilterService().createFilterQuery().list().stream()
                    .sorted(
                        Comparator.comparing(
                            (Filter filter) -> (Integer) filter.getProperties().get("priority")))
                    .map(Filter::getName)
                    .toList());
  }

  private List<String> waitingFor(String person, String place) {
    String id = filter(place).getId();
    return engine
        .tasklist(person)
        .signedIn(
            () ->
                engine.engine().getFilterService().<Task>list(id).stream()
                    .map(Task::getTaskDefinitionKey)
                    .sorted()
                    .toList());
  }

  private Filter filter(String name) {
    return engine.engine().getFilterService().createFilterQuery().filterName(name).singleResult();
  }
}
