package org.honbu.workflow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples process owners gave for their tables (DOMAIN 2.16, Appendix A). */
class DecisionTablesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          V01 | ALL  | CORE  | DOWN     | STOPPED | NONE      | NONE    | SYSTEM   | 0 | OFF      | 1 | CORE_DOWN_WIDE
          V03 | FEW  | MINOR | OK       | NONE    | CONFIRMED | FULL    | EMPLOYEE | 0 | OFF      | 1 | DATA_CONFIRMED
          V05 | SOME | CORE  | DEGRADED | NONE    | NONE      | NONE    | SYSTEM   | 0 | PEAK     | 2 | CORE_DEGRADED_PEAK
          V07 | FEW  | CORE  | DEGRADED | NONE    | NONE      | PARTIAL | CS       | 6 | BUSINESS | 2 | CUSTOMERS_TOLD_US_FIRST
          V09 | MANY | CORE  | DEGRADED | NONE    | NONE      | FULL    | SYSTEM   | 0 | BUSINESS | 3 | CORE_LIMITED
          V11 | MANY | MAJOR | DOWN     | NONE    | NONE      | FULL    | SYSTEM   | 0 | OFF      | 4 | LIMITED
          V13 | NONE | CORE  | AT_RISK  | NONE    | NONE      | NONE    | SYSTEM   | 0 | OFF      | 3 | REDUNDANCY_LOST
          V15 | FEW  | MINOR | COSMETIC | NONE    | NONE      | NONE    | USER     | 1 | BUSINESS | 5 | COSMETIC
          V17 | NONE | MINOR | OK       | NONE    | NONE      | NONE    | SYSTEM   | 0 | OFF      | 4 | DEFAULT
          """)
  void severityIsAsTheVectorsSay(
      String vector,
      String users,
      String tier,
      String state,
      String revenue,
      String data,
      String workaround,
      String source,
      int reports,
      String hours,
      int severity,
      String reason) {
    var inputs =
        Map.of(
            "usersBand", users,
            "componentTier", tier,
            "state", state,
            "revenue", revenue,
            "dataSecurity", data,
            "workaround", workaround,
            "source", source,
            "reports", reports,
            "hours", hours);

    assertThat(Tables.row("incidents/Severity", inputs))
        .as(vector)
        .containsEntry("severity", severity)
        .containsEntry("reason", reason);
  }

  @ParameterizedTest(name = "severity label “{0}”, state “{1}”, impact “{2}”")
  @CsvSource({
    "critical,  '',   '',     CRITICAL, DEGRADED",
    "page,      '',   '',     CRITICAL, DEGRADED",
    "fatal,     '',   '',     CRITICAL, DEGRADED",
    "emergency, '',   '',     CRITICAL, DEGRADED",
    "p1,        '',   '',     CRITICAL, DEGRADED",
    "critical,  down, '',     CRITICAL, DOWN",
    "p1,        '',   outage, CRITICAL, DOWN",
    "error,     '',   '',     HIGH,     DEGRADED",
    "high,      '',   '',     HIGH,     DEGRADED",
    "p2,        '',   '',     HIGH,     DEGRADED",
    "'',        '',   '',     HIGH,     DEGRADED",
    "banana,    '',   '',     HIGH,     DEGRADED",
    "warning,   '',   '',     LOW,      AT_RISK",
    "p3,        '',   '',     LOW,      AT_RISK",
    "info,      '',   '',     INFO,     COSMETIC",
    "none,      '',   '',     INFO,     COSMETIC",
    "p4,        '',   '',     INFO,     COSMETIC",
    "p5,        '',   '',     INFO,     COSMETIC"
  })
  void anAlertIsAsUrgentAsItsLabelsSay(
      String severity, String state, String impact, String urgency, String condition) {
    var inputs = Map.of("severityLabel", severity, "stateLabel", state, "impactLabel", impact);

    assertThat(Tables.row("alerts/AlertUrgency", inputs))
        .containsEntry("urgency", urgency)
        .containsEntry("state", condition);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "SYSTEM,   CRITICAL, CORE,  DEGRADED, 2, ALERT_SAYS_CRITICAL",
    "SYSTEM,   CRITICAL, MAJOR, DEGRADED, 2, ALERT_SAYS_CRITICAL",
    "EMPLOYEE, NONE,     MINOR, DOWN,     3, HUMAN_SAYS_SO",
    "USER,     NONE,     MINOR, AT_RISK,  3, HUMAN_SAYS_SO"
  })
  void untilTriageSomebodysWordIsAFloor(
      String source, String urgency, String tier, String state, int severity, String reason) {
    assertThat(floor(source, urgency, tier, state))
        .containsExactly(Map.of("severity", severity, "reason", reason));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "SYSTEM, CRITICAL, MINOR, DOWN",
    "SYSTEM, HIGH,     CORE,  DOWN",
    "USER,   NONE,     CORE,  COSMETIC"
  })
  void noFloorWithoutAReason(String source, String urgency, String tier, String state) {
    assertThat(floor(source, urgency, tier, state)).isEmpty();
  }

  private static List<Map<String, Object>> floor(
      String source, String urgency, String tier, String state) {
    return Tables.ask(
        "incidents/SeverityFloor",
        Map.of("source", source, "urgency", urgency, "componentTier", tier, "state", state));
  }

  @ParameterizedTest(name = "severity {0} {1} {2}")
  @CsvSource({
    "1, OFF,      REAL,  true,  PT5M,  ALWAYS,         '#alert,#war_room'",
    "2, PEAK,     REAL,  true,  PT5M,  ALWAYS,         #alert",
    "3, PEAK,     REAL,  false, PT30M, ALWAYS,         #alert",
    "3, BUSINESS, REAL,  false, PT30M, ALWAYS,         #alert",
    "3, OFF,      REAL,  false, PT30M, BUSINESS_HOURS, #alert",
    "4, OFF,      REAL,  false, PT8H,  BUSINESS_HOURS, #alert",
    "5, BUSINESS, REAL,  false, PT8H,  BUSINESS_HOURS, ticket",
    "1, OFF,      DRILL, true,  PT5M,  ALWAYS,         '#drill-alert,#drill-war-room'",
    "4, OFF,      DRILL, false, PT30M, ALWAYS,         #drill-alert"
  })
  void onlyWhatIsCriticalPages(
      int severity,
      String hours,
      String kind,
      boolean page,
      String within,
      String counted,
      String channels) {
    var inputs = Map.of("severity", severity, "hours", hours, "kind", kind);

    assertThat(Tables.row("notifications/NotificationRoute", inputs))
        .containsEntry("page", page)
        .containsEntry("answerWithin", within)
        .containsEntry("counted", counted)
        .containsEntry("channels", channels);
  }

  @Test
  void everyNewIncidentHasExactlyOneRoute() {
    for (int severity = 1; severity <= 5; severity++) {
      for (String hours : List.of("PEAK", "BUSINESS", "OFF")) {
        for (String kind : List.of("REAL", "DRILL")) {
          var route =
              Tables.row(
                  "notifications/NotificationRoute",
                  Map.of("severity", severity, "hours", hours, "kind", kind));
          assertThat(String.valueOf(route.get("channels")).contains("drill"))
              .as("a drill stays a drill: %s", route)
              .isEqualTo(kind.equals("DRILL"));
        }
      }
    }
  }

  @Test
  void onlySeverityOneCallsTheCommandersAtOnce() {
    assertThat(route(1).get("alsoPage")).isEqualTo("commanders");
    assertThat(route(2).get("alsoPage")).isNull();
  }

  private static Map<String, Object> route(int severity) {
    return Tables.row(
        "notifications/NotificationRoute",
        Map.of("severity", severity, "hours", "OFF", "kind", "REAL"));
  }

  @Test
  void nothingSaidIsNotLarge() {
    assertThat(large(Map.of())).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1} → {2}")
  @CsvSource({
    "severity,           1,         L_SEV",
    "teamsNeeded,        2,         L_MULTI",
    "minutesSinceAnswer, 60,        L_60M",
    "dataSecurity,       SUSPECTED, L_DATA",
    "dataSecurity,       CONFIRMED, L_DATA",
    "reports,            5,         L_REPORTS",
    "external,           true,      L_EXTERNAL",
    "humanAsked,         true,      L_HUMAN"
  })
  void oneReasonIsEnough(String what, String value, String reason) {
    assertThat(large(Map.of(what, plain(value)))).containsExactly(reason);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({"severity, 2", "teamsNeeded, 1", "minutesSinceAnswer, 59", "reports, 4"})
  void justBelowIsNotLarge(String what, String value) {
    assertThat(large(Map.of(what, plain(value)))).isEmpty();
  }

  @Test
  void severityTwoIsLargeOnceAPersonHasConfirmedIt() {
    assertThat(large(Map.of("severity", 2, "triaged", true))).containsExactly("L_SEV");
  }

  @Test
  void visibleAndUnidentifiedForAQuarterOfAnHourIsLarge() {
    assertThat(large(Map.of("customerVisible", true, "minutesSinceDetection", 15)))
        .containsExactly("L_VISIBLE");
    assertThat(large(Map.of("customerVisible", true, "minutesSinceDetection", 14))).isEmpty();
    assertThat(
            large(Map.of("customerVisible", true, "minutesSinceDetection", 15, "identified", true)))
        .isEmpty();
  }

  @Test
  void severalReasonsAreAllTold() {
    assertThat(large(Map.of("severity", 1, "humanAsked", true)))
        .containsExactlyInAnyOrder("L_SEV", "L_HUMAN");
  }

  private static Object plain(String value) {
    if (value.matches("\\d+")) {
      return Integer.valueOf(value);
    }
    return value.equals("true") ? true : value;
  }

  private static List<Object> large(Map<String, Object> said) {
    var inputs = new HashMap<String, Object>();
    inputs.put("severity", 3);
    inputs.put("triaged", false);
    inputs.put("teamsNeeded", 1);
    inputs.put("customerVisible", false);
    inputs.put("identified", false);
    inputs.put("minutesSinceDetection", 5);
    inputs.put("minutesSinceAnswer", 5);
    inputs.put("dataSecurity", "NONE");
    inputs.put("reports", 0);
    inputs.put("external", false);
    inputs.put("humanAsked", false);
    inputs.putAll(said);
    return Tables.ask("incidents/LargeProblem", inputs).stream()
        .map(row -> row.get("reason"))
        .toList();
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
  @CsvSource({
    "true,  true,  9, true,  true,  CATALOGUE_OWNER",
    "false, true,  9, true,  true,  DEPLOYING_TEAM",
    "false, false, 3, false, true,  PLATFORM",
    "false, false, 1, true,  true,  PLATFORM",
    "false, false, 1, false, true,  PRODUCT_OF_FEATURE",
    "false, false, 1, false, false, TRIAGE_DESK"
  })
  void theOwnerIsFoundFromTheSurestSign(
      boolean known, boolean deployed, int affected, boolean infra, boolean single, String route) {
    var inputs =
        Map.of(
            "componentKnown", known,
            "recentlyDeployed", deployed,
            "componentsAffected", affected,
            "infrastructure", infra,
            "singleFeature", single);

    assertThat(Tables.row("people/OwnerRouting", inputs)).containsEntry("route", route);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1, PRIMARY",
    "2, SECONDARY",
    "3, WHOLE_TEAM",
    "4, COMMANDERS",
    "5, PROCESS_OWNERS",
    "6, NOBODY"
  })
  void theChainIsClimbedFiveMinutesALevel(int level, String audience) {
    assertThat(Tables.row("people/WhoToPage", Map.of("level", level, "severity", 1)))
        .containsEntry("audience", audience)
        .containsEntry("answerWithin", "PT5M");
  }

  @ParameterizedTest(name = "{0} {1} visible {2} severity {3}")
  @CsvSource({
    "DRILL, NONE,      NO,      4, true,  PT5M,  PT20M",
    "REAL,  SUSPECTED, NO,      4, true,  PT15M, PT30M",
    "REAL,  NONE,      YES,     1, true,  PT5M,  PT20M",
    "REAL,  NONE,      UNKNOWN, 2, true,  PT15M, PT30M",
    "REAL,  NONE,      YES,     3, true,  PT30M, PT60M",
    "REAL,  NONE,      NO,      2, true,  PT15M, PT30M",
    "REAL,  NONE,      NO,      3, false, PT30M, PT60M",
    "REAL,  NONE,      YES,     4, false, PT30M, PT60M"
  })
  void whenInDoubtPeopleAreTold(
      String kind,
      String data,
      String visible,
      int severity,
      boolean announce,
      String first,
      String update) {
    var inputs =
        Map.of(
            "kind", kind, "dataSecurity", data, "customerVisible", visible, "severity", severity);

    assertThat(Tables.row("announcements/CommsRequirement", inputs))
        .containsEntry("announce", announce)
        .containsEntry("firstWithin", first)
        .containsEntry("updateWithin", update)
        .satisfies(
            row ->
                assertThat(Duration.parse(String.valueOf(row.get("breachWithin"))))
                    .isEqualTo(Duration.parse(first).multipliedBy(2)));
  }

  /** DM-5: where it goes, and who reads it first. */
  @ParameterizedTest(name = "{0} {1} visible {2} severity {3}")
  @CsvSource({
    "DRILL, NONE,      YES,     1, sandbox,                          false",
    "DRILL, CONFIRMED, YES,     1, sandbox,                          true",
    "REAL,  SUSPECTED, NO,      4, status-page,                      true",
    "REAL,  NONE,      YES,     1, 'status-page,in-app,cs-macro',    false",
    "REAL,  NONE,      UNKNOWN, 2, 'status-page,cs-macro',           false",
    "REAL,  NONE,      YES,     3, 'cs-macro,status-page-by-choice', false",
    "REAL,  NONE,      NO,      2, organisation,                     false",
    "REAL,  NONE,      YES,     4, none,                             false"
  })
  void peopleAreToldWhereTheyLookAndDataIsReadByAPrivacyOfficer(
      String kind,
      String data,
      String visible,
      int severity,
      String channels,
      boolean privacyOfficer) {
    var inputs =
        Map.of(
            "kind", kind, "dataSecurity", data, "customerVisible", visible, "severity", severity);

    assertThat(Tables.row("announcements/CommsRequirement", inputs))
        .containsEntry("channels", channels)
        .containsEntry(
            "approvers",
            privacyOfficer ? "incident-commander,privacy-officer" : "incident-commander");
  }

  /** DOMAIN 2.9: a second message with the scope, at most five minutes after the first. */
  @Test
  void theScopeIsToldSoonOnceItIsKnown() {
    for (int severity = 1; severity <= 3; severity++) {
      assertThat(Tables.row("announcements/UpdateCadence", Map.of("severity", severity)))
          .containsEntry("scopeWithin", "PT5M");
    }
  }

  @Test
  void worseIncidentsAreWatchedLongerAndToldOfMoreOften() {
    assertThat(watch(1)).isEqualTo("PT60M");
    assertThat(watch(2)).isEqualTo("PT30M");
    assertThat(watch(3)).isEqualTo("PT15M");
    assertThat(cadence(1)).isEqualTo("PT20M");
    assertThat(cadence(2)).isEqualTo("PT30M");
    assertThat(cadence(3)).isEqualTo("PT60M");
  }

  @Test
  void afterTwoHoursTheCommanderMayLetUsersWaitForAnHour() {
    for (int severity = 1; severity <= 3; severity++) {
      assertThat(Tables.row("announcements/UpdateCadence", Map.of("severity", severity)))
          .containsEntry("mayLengthenAfter", "PT2H")
          .containsEntry("longestWithin", "PT60M");
    }
  }

  /** TM34. */
  @Test
  void theAuthorityIsToldInThreeToFiveDaysAndAgainInThirtyOrSixty() {
    for (String jurisdiction : List.of("JP", "elsewhere")) {
      assertThat(regulator(jurisdiction, false))
          .containsEntry("remindAfter", "P3D")
          .containsEntry("preliminaryWithin", "P5D")
          .containsEntry("finalWithin", "P30D");
    }
    assertThat(regulator("JP", true))
        .containsEntry("preliminaryWithin", "P5D")
        .containsEntry("finalWithin", "P60D");
  }

  private static Map<String, Object> regulator(String jurisdiction, boolean malicious) {
    return Tables.row(
        "announcements/RegulatorDates",
        Map.of("jurisdiction", jurisdiction, "malicious", malicious));
  }

  @Test
  void aTextAboutHarmedDataWaitsAQuarterOfAnHourForAnOfficer() {
    for (String harm : List.of("SUSPECTED", "CONFIRMED")) {
      assertThat(Tables.row("announcements/SecondReader", Map.of("dataSecurity", harm)))
          .containsEntry("ownersAskedAfter", "PT15M");
    }
  }

  private static @Nullable Object watch(int severity) {
    return Tables.row("response/MonitoringTime", Map.of("severity", severity)).get("monitorFor");
  }

  private static @Nullable Object cadence(int severity) {
    return Tables.row("announcements/UpdateCadence", Map.of("severity", severity))
        .get("updateWithin");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "OPERATED,       80,  1, false",
    "FINDING,        40,  2, false",
    "NUDGE,          40,  1, true",
    "SELF_REPORT,    100, 1, false",
    "OWN_WORK,       100, 1, false",
    "NO_COMMAND_ACT, 30,  1, false",
    "ASK,            60,  1, false",
    "SOMETHING_NEW,  0,   1, false"
  })
  void aSignOfHandsAtWorkWeighs(String sign, int points, int atLeast, boolean each) {
    assertThat(Tables.row("incidents/HandsOn", Map.of("sign", sign)))
        .containsEntry("points", points)
        .containsEntry("atLeast", atLeast)
        .containsEntry("each", each)
        .containsEntry("countedFor", "PT10M");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "INVESTIGATING, 1, PT10M",
    "IDENTIFIED,    3, PT10M",
    "MITIGATED,     2, PT10M",
    "MONITORING,    1, PT30M",
    "MONITORING,    4, PT30M"
  })
  void aCommanderMayBeOutOfSightLongerWhileRecoveryIsWatched(
      String state, int severity, String absentAfter) {
    assertThat(Tables.row("response/PresenceTime", Map.of("state", state, "severity", severity)))
        .containsEntry("absentAfter", absentAfter);
  }

  @Test
  void nobodyCommandsWithoutTheRoleExceptInAnEmergency() {
    assertThat(verdict(Map.of())).isEqualTo("NOT_ELIGIBLE");
    assertThat(verdict(Map.of("commander", true))).isEqualTo("ELIGIBLE");
    assertThat(verdict(Map.of("breakGlass", true))).isEqualTo("ELIGIBLE");
    assertThat(verdict(Map.of("trainee", true))).isEqualTo("NOT_ELIGIBLE");
    assertThat(verdict(Map.of("trainee", true, "kind", "DRILL"))).isEqualTo("WITH_COACH");
    assertThat(verdict(Map.of("trainee", true, "severity", 3, "hours", "BUSINESS")))
        .isEqualTo("WITH_COACH");
  }

  @Test
  void aCommanderRestsDeclinesAndLeadsOnlyOne() {
    assertThat(verdict(Map.of("commander", true, "onLeave", true))).isEqualTo("NOT_ELIGIBLE");
    assertThat(verdict(Map.of("commander", true, "declined", true))).isEqualTo("NOT_ELIGIBLE");
    assertThat(verdict(Map.of("commander", true, "commandsAnother", true)))
        .isEqualTo("NOT_ELIGIBLE");
    assertThat(verdict(Map.of("commander", true, "pagedAtNight", true))).isEqualTo("NOT_ELIGIBLE");
    assertThat(verdict(Map.of("commander", true, "pagedAtNight", true, "nobodyElse", true)))
        .isEqualTo("ELIGIBLE");
  }

  private static @Nullable Object verdict(Map<String, Object> said) {
    var inputs = new HashMap<String, Object>();
    for (String no :
        List.of(
            "onLeave",
            "declined",
            "commandsAnother",
            "pagedAtNight",
            "nobodyElse",
            "commander",
            "trainee",
            "breakGlass")) {
      inputs.put(no, false);
    }
    inputs.put("kind", "REAL");
    inputs.put("severity", 1);
    inputs.put("hours", "OFF");
    inputs.putAll(said);
    return Tables.row("people/CommanderEligibility", inputs).get("verdict");
  }
}
