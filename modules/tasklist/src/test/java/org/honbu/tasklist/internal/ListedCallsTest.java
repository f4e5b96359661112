package org.honbu.tasklist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedCallsTest {
  private static final String ENGINE = "/api/engine/engine/default";
  private static final List<String> VERBS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");

  private final ListedCalls listed = ListedCalls.ofTasklist();

  /**
   * The promise of the list: what it does not name is refused, for everything the engine offers.
   */
  @Test
  void ofAllTheEngineAnswersOnlyTheListedIsOpen() {
    Set<String> offered = EngineRestPaths.all();
    Set<String> named =
        listed.all().stream()
            .filter(call -> call.path().startsWith("/api/engine/"))
            .map(call -> call.method() + " " + withoutNames(call.path()))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> open = new TreeSet<>();
    for (String call : offered) {
      int gap = call.indexOf(' ');
      if (listed.contain(call.substring(0, gap), call.substring(gap + 1).replace("{x}", "a1"))) {
        open.add(call);
      }
    }

    assertThat(offered).as("the walk found the engine's API").hasSizeGreaterThan(400);
    assertThat(open).isEqualTo(named);
  }

  @Test
  void everyListedCallReallyExists() {
    Set<String> offered = EngineRestPaths.all();

    assertThat(listed.all())
        .filteredOn(call -> call.path().startsWith("/api/engine/"))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            call -> assertThat(offered).contains(call.method() + " " + withoutNames(call.path())));
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/filter/create",
    "PUT,/filter/f1",
    "DELETE,/filter/f1",
    "GET,/filter/f1/singleResult",
    "POST,/filter/f1/singleResult",
    "POST,/task",
    "POST,/task/count",
    "POST,/task/create",
    "PUT,/task/t1",
    "DELETE,/task/t1",
    "POST,/task/t1/assignee",
    "POST,/task/t1/delegate",
    "POST,/task/t1/resolve",
    "POST,/task/t1/identity-links",
    "POST,/task/t1/bpmnError",
    "POST,/task/t1/bpmnEscalation",
    "PUT,/task/t1/variables/incidentId",
    "POST,/task/t1/variables",
    "GET,/task/t1/rendered-form",
    "GET,/user",
    "GET,/user/count",
    "POST,/user/create",
    "GET,/group",
    "GET,/authorization",
    "POST,/authorization/create",
    "GET,/deployment",
    "POST,/deployment/create",
    "POST,/process-definition/p1/start",
    "POST,/process-definition/p1/submit-form",
    "POST,/process-instance",
    "DELETE,/process-instance/i1",
    "POST,/message",
    "POST,/signal",
    "POST,/external-task/fetchAndLock",
    "GET,/job",
    "POST,/history/task",
    "POST,/variable-instance",
    "POST,/batch",
    "GET,/metrics",
    "GET,/schema/log"
  })
  void whatCouldDoHarmIsClosed(String method, String path) {
    assertThat(listed.contain(method, ENGINE + path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/admin/setup/default/user/create",
        "/api/admin/auth/user/default/login/tasklist",
        "/api/admin/auth/user/other",
        "/api/admin/plugin/adminPlugins/default/metrics",
        "/api/cockpit/plugin/base/default/process-instance",
        "/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
        "/api/engine/engine/other/task",
        "/api/engine/deployment/create",
        "/app/admin/default/",
        "/app/cockpit/default/",
        "/app/welcome/default/",
        "/plugin/admin/app/plugin.js",
        "/WEB-INF/web.xml",
        "/engine-rest/task"
      })
  void otherAppsAndOtherEnginesAreClosedForEveryVerb(String path) {
    assertThat(VERBS).noneMatch(verb -> listed.contain(verb, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/engine/engine/default/task",
        "/api//engine/engine/default/task",
        "/api/engine/engine/default//task",
        "/api/engine/engine/default/task;x=1",
        "/api;x=1/engine/engine/default/task",
        "/api/engine/engine/default/task/t1;/form",
        "/api/engine/engine/default/./task",
        "/api/engine/engine/default/task/../deployment",
        "/api/engine/engine/default/task/..",
        "/api/engine/engine/default/task/.",
        "/api/engine/engine/default/t%61sk",
        "/api/engine/engine/default/task%2Ft1",
        "/api/engine/engine/default/task/t1%2Fclaim",
        "/api/engine/engine/default/task/t1%252Fform",
        "/api/engine/engine/default/task/%2e%2e/form",
        "/api/engine/engine/default/task/t1%00/form",
        "/api/engine/engine/default/task/t1%0a/form",
        "/api/engine/engine/default/task/t1\\form",
        "/api/engine/engine/default/task/t 1/form",
        "/api/engine/engine/default/task/t1/form?x",
        "/app/tasklist/../admin/default/",
        "/app/tasklist/%2e%2e/admin/default/",
        "/app/tasklist;/default/",
        "/lib/..;/WEB-INF/web.xml",
        "/API/engine/engine/default/task",
        ""
      })
  void aPathWrittenInASecondWayIsOnNoList(String path) {
    assertThat(VERBS).noneMatch(verb -> listed.contain(verb, path));
  }

  @Test
  void idsAsBrowsersWriteThemAreUnderstood() {
    assertThat(
            listed.contain(
                "GET", ENGINE + "/process-definition/IncidentResponse%3A1%3A0190f3a2/xml"))
        .isTrue();
    assertThat(listed.contain("GET", ENGINE + "/process-definition/IncidentResponse:1:0190/xml"))
        .isTrue();
    assertThat(listed.contain("GET", ENGINE + "/user/aoi%40example.org/profile")).isTrue();
  }

  @Test
  void theVerbCounts() {
    assertThat(VERBS)
        .filteredOn(verb -> listed.contain(verb, ENGINE + "/task/t1/claim"))
        .containsExactly("POST");
    assertThat(VERBS)
        .filteredOn(verb -> listed.contain(verb, "/app/tasklist/default/"))
        .containsExactly("GET", "HEAD");
  }

  @Test
  void theFilterRefusesWhatIsNotListedAndSaysSo() throws Exception {
    var filter = new ListedCallsFilter();

    var refused = Exchange.of("POST", ENGINE + "/deployment/create").by("kaoru").through(filter);
    assertThat(refused.passed()).isFalse();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.answer()).contains("NOT_LISTED");
    assertThat(Exchange.of("GET", ENGINE + "/task").by("aoi").through(filter).passed()).isTrue();
  }

  private static String withoutNames(String path) {
    return path.replaceAll("\\{[a-z]+}", "{x}").replaceAll("(?<=.)/$", "");
  }
}
