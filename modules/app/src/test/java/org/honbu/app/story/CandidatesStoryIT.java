package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.honbu.app.story.CommandStoryIT.room;
import static org.honbu.app.story.Story.alert;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.itIs;
import static org.honbu.app.story.Story.minutesPass;
import static org.honbu.app.story.Story.pass;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who could command next, and why in this order. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class CandidatesStoryIT {
  private static final Duration A_MINUTE = Duration.ofSeconds(60);

  @Test
  @DisplayName("T07: who has not commanded comes before who has, and the list shows why")
  void t07() {
    itIs(11);
    commandedAndResolved("grace");
    pass(Duration.ofDays(1));
    itIs(11);
    Told second = escalated("search-api", "sho");

    JsonObject grace = candidate(second, "grace");
    JsonObject sakura = candidate(second, "sakura");

    assertThat(term(grace, "SPREAD").getJsonNumber("points").doubleValue()).isZero();
    assertThat(term(sakura, "SPREAD").getJsonNumber("points").doubleValue()).isEqualTo(40);
    assertThat(term(sakura, "SPREAD").getJsonObject("why").getString("ja"))
        .isEqualTo("12 か月に本番を指揮した回数：0（最も多い人は 1）");
    assertThat(term(grace, "CURRENT").getJsonNumber("points").doubleValue()).isEqualTo(15);
    for (JsonObject one : List.of(grace, sakura)) {
      double sum =
          one.getJsonArray("terms").getValuesAs(JsonObject.class).stream()
              .mapToDouble(term -> term.getJsonNumber("points").doubleValue())
              .sum();
      assertThat(one.getJsonNumber("total").doubleValue()).isCloseTo(sum, within(0.001));
    }
    List<String> order = names(second);
    assertThat(order.indexOf("sakura")).isLessThan(order.indexOf("grace"));
  }

  @Test
  @DisplayName("RO-C1: who commands another severity 1 or 2 is listed with the reason, and last")
  void commandsAnother() {
    Told first = room();
    assertThat(as("grace").takesCommand(first).status()).isEqualTo(200);
    Told second = escalated("search-api", "sho");
    as("sho").raises(second, 2);

    JsonObject grace = candidate(second, "grace");

    assertThat(grace.getString("verdict")).isEqualTo("NOT_ELIGIBLE");
    assertThat(grace.getJsonObject("why").getString("en"))
        .isEqualTo("Commands another major incident");
    assertThat(grace.getBoolean("mayTake")).isFalse();
    assertThat(as("grace").takesCommand(second).status()).isEqualTo(403);
    List<String> names = names(second);
    assertThat(names.indexOf("aoi")).isLessThan(names.indexOf("grace"));
  }

  @Test
  @DisplayName("TM10: at two minutes commanders are called in the order of the list")
  void calledInOrder() {
    Told incident = room();
    List<String> order = eligible(incident);
    assertThat(order).containsExactlyInAnyOrder("aoi", "sakura", "grace");
    int before = incident.called().size();

    minutesPass(2);

    incident.soon(
        () ->
            assertThat(incident.called().stream().skip(before).distinct().toList())
                .containsExactlyElementsOf(order));
  }

  @Test
  @DisplayName("DM-6: responders see the list, employees do not, and nobody sees an address")
  void whoMayRead() {
    Told incident = room();

    for (String name : List.of("misaki", "aoi", "takumi", "ken")) {
      assertThat(list(incident, name).status()).as(name).isEqualTo(200);
    }
    for (String name : List.of("emma", "yumi", "haruka", "noel")) {
      assertThat(list(incident, name).status()).as(name).isEqualTo(403);
    }
    assertThat(list(incident, "aoi").body()).doesNotContain("@", "+81");
    assertThat(Story.person("aoi").get("/api/v1/incidents/INC-2020-9999/candidates").status())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("The page shows the candidates while command is unclaimed, and not to everybody")
  void page() {
    Told incident = room();
    String path = "/incidents/" + incident.id();
    Person ken = Person.signIn(TestPlatform.honbu(), "ken", path);
    Person emma = Person.signIn(TestPlatform.honbu(), "emma", path);

    assertThat(ken.browse(path).body())
        .containsPattern("次のコマンダーの候補|Candidates for command")
        .containsPattern("経験を広げる|Spreads experience")
        .containsPattern("休暇の予定は、まだ Honbu ではわかりません|does not know yet who is on leave");
    assertThat(emma.browse(path).body()).doesNotContain("次のコマンダーの候補", "Candidates for command");

    assertThat(as("aoi").takesCommand(incident).status()).isEqualTo(200);

    assertThat(ken.browse(path).body()).doesNotContain("次のコマンダーの候補", "Candidates for command");
    Person aoi = Person.signIn(TestPlatform.honbu(), "aoi", path);
    assertThat(successors(aoi.browse(path).body()))
        .as("the choice when she hands over")
        .contains("<option value=\"sakura\"", "<option value=\"grace\"")
        .doesNotContain("<option value=\"aoi\"");
  }

  private static String successors(String page) {
    int from = page.indexOf("name=\"successor\"");
    return page.substring(from, page.indexOf("</select>", from));
  }

  @Test
  @DisplayName("2.5: who owns what is affected is told to pass it on when their hands itch")
  void ownArea() {
    TestPlatform.keycloak().giveRole("itsuki", "incident-commander");
    try {
      await().atMost(A_MINUTE).until(() -> mayCommand("itsuki"));
      Told incident = room();
      JsonObject itsuki = candidate(incident, "itsuki");
      assertThat(term(itsuki, "OWNS_COMPONENT").getJsonNumber("points").doubleValue())
          .isEqualTo(-30);

      Answer taken = as("itsuki").takesCommand(incident);

      assertThat(taken.status()).isEqualTo(200);
      assertThat(taken.object().getJsonObject("advice").getString("ja"))
          .isEqualTo("詳しい領域です。手を動かしたくなったらパスしてください");
      assertThat(incident.now().containsKey("advice") && !incident.now().isNull("advice"))
          .as("for them alone")
          .isFalse();
    } finally {
      TestPlatform.keycloak().takeRole("itsuki", "incident-commander");
      await().atMost(A_MINUTE).until(() -> !mayCommand("itsuki"));
    }
  }

  private static boolean mayCommand(String person) {
    return Story.person(person).get("/api/v1/people/me").body().contains("incident-commander");
  }

  /** A severity 3 at work on this component, whose answerer escalates it. */
  private static Told escalated(String component, String onCall) {
    Told incident = alert(component).severity("error").rings();
    incident.soonWaitsFor("Activity_AcknowledgeAlert");
    as(onCall).answers(incident);
    incident.soonWaitsFor("Activity_Triage");
    as(onCall).escalates(incident);
    return incident.soonWaitsFor("Activity_LeadTheIncident");
  }

  private static void commandedAndResolved(String commander) {
    Told incident = escalated("mail-sender", "ken");
    assertThat(as(commander).takesCommand(incident).status()).isEqualTo(200);
    incident.goesOnToItsEnd();
  }

  private static Answer list(Told incident, String reader) {
    return Story.person(reader).get("/api/v1/incidents/" + incident.id() + "/candidates");
  }

  private static List<JsonObject> candidates(Told incident) {
    Answer answer = list(incident, "misaki");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.object().getJsonArray("candidates").getValuesAs(JsonObject.class);
  }

  private static List<String> names(Told incident) {
    return candidates(incident).stream().map(CandidatesStoryIT::name).toList();
  }

  private static List<String> eligible(Told incident) {
    return candidates(incident).stream()
        .filter(one -> one.getString("verdict").equals("ELIGIBLE"))
        .map(CandidatesStoryIT::name)
        .toList();
  }

  private static JsonObject candidate(Told incident, String person) {
    return candidates(incident).stream()
        .filter(one -> name(one).equals(person))
        .findFirst()
        .orElseThrow(() -> new AssertionError(person + " is no candidate of " + incident.id()));
  }

  private static String name(JsonObject candidate) {
    return candidate.getJsonObject("who").getString("id");
  }

  private static JsonObject term(JsonObject candidate, String term) {
    return candidate.getJsonArray("terms").getValuesAs(JsonObject.class).stream()
        .filter(one -> one.getString("term").equals(term))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no term " + term + " in " + candidate));
  }
}
