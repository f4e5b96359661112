package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.Story.alert;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.itIs;
import static org.honbu.app.story.Story.minutesPass;

import java.util.UUID;
import java.util.stream.Stream;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes in, and whom it reaches. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class SignalStoryIT {

  @Test
  @DisplayName("T04: an alert and a declaration of severity 3 become tasks of the owning teams")
  void t04() {
    itIs(11);
    Told alert = alert("postgres-main").severity("warning").rings();
    Told declared = as("emma").declares("検索の結果が出ない", "search-api");
    alert.soonWaitsFor("Activity_AcknowledgeAlert");
    declared.soonWaitsFor("Activity_AcknowledgeAlert");

    assertThat(alert.severity()).isEqualTo(3);
    assertThat(declared.severity()).isEqualTo(3);
    assertThat(as("ken").seesInTasklist(alert, "Activity_AcknowledgeAlert")).isTrue();
    assertThat(as("ken").seesInTasklist(declared, "Activity_AcknowledgeAlert")).isFalse();
    assertThat(as("sho").seesInTasklist(declared, "Activity_AcknowledgeAlert")).isTrue();
    for (Told incident : new Told[] {alert, declared}) {
      assertThat(incident.saidIn("#alert")).isNotEmpty();
      assertThat(incident.called()).as("nobody is paged, no commander reached").isEmpty();
      assertThat(as("sakura").seesInTasklist(incident, "Activity_AcknowledgeAlert")).isFalse();
    }
  }

  @Test
  @DisplayName("T05: at 03:00 exactly severity 1 and 2 page; 1–4 are in #alert; 5 is only a ticket")
  void t05AtNight() {
    itIs(3);
    Told one = alert("payment-api").down().rings();
    Told two = alert("search-api").rings();
    Told three = alert("search-api").severity("error").rings();
    Told four = alert("mail-sender").severity("warning").rings();
    Told five = alert("mail-sender").severity("info").rings();
    one.soonCalls("misaki").soon(() -> assertThat(one.called()).containsAnyOf("aoi", "sakura"));
    two.soonCalls("sho");
    Stream.of(three, four, five).forEach(it -> it.soonWaitsFor("Activity_AcknowledgeAlert"));

    assertThat(Stream.of(one, two, three, four, five).map(Told::severity))
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(two.called()).containsExactly("sho");
    assertThat(Stream.of(three, four, five).map(Told::called)).allMatch(called -> called.isEmpty());
    assertThat(Stream.of(one, two, three, four).map(it -> it.saidIn("#alert").size()))
        .allMatch(lines -> lines > 0);
    assertThat(five.saidIn("#alert")).isEmpty();
  }

  @Test
  @DisplayName("T05: a severity 3 in business hours pages only after its 30 minutes are missed")
  void t05InBusinessHours() {
    itIs(11);
    Told three = alert("search-api").severity("error").rings();
    three.soonWaitsFor("Activity_AcknowledgeAlert");
    minutesPass(25);
    assertThat(three.called()).isEmpty();

    minutesPass(6);

    three.soonCalls("sho");
  }

  @Test
  @DisplayName("A01: 40 alerts of one fingerprint are 1 incident, counted 40, with 1 page")
  void a01OneFingerprint() {
    Told incident = alert("payment-api").rings(40);
    incident.soonCalls("misaki").soon(() -> assertThat(incident.signals()).containsExactly(40));

    assertThat(incident.called()).containsExactly("misaki");
  }

  @Test
  @DisplayName("A01: a group of 40 fingerprints is 1 incident with 40 signals and 1 page")
  void a01OneGroup() {
    Told incident = alert("payment-api").withFingerprints(40).rings();
    incident.soonCalls("misaki");

    assertThat(incident.signals()).hasSize(40);
    assertThat(incident.called()).containsExactly("misaki");
  }

  @Test
  @DisplayName("A08: the same delivery twice is one signal")
  void a08() {
    Alert alert = alert("payment-api").named("A08-" + UUID.randomUUID());

    Told incident = alert.rings();
    Told again = alert.rings();
    assertThat(again.id()).isEqualTo(incident.id());
    minutesPass(1);
    incident.soonCalls("misaki");
    assertThat(incident.signals()).containsExactly(1);
  }

  @Test
  @DisplayName("ST-G3: what cries again within 30 minutes of its resolution is the same incident")
  void stG3() {
    Alert alert = alert("payment-api");
    Told first = alert.rings().soonCalls("misaki");
    as("misaki").answers(first);
    first.goesOnToItsEnd();
    minutesPass(20);

    Told again = alert.rings();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.state()).isEqualTo("INVESTIGATING");
  }

  @Test
  @DisplayName("DM-1: a louder alert that joins an open group raises its severity and its route")
  void louder() {
    itIs(11);
    Alert group = alert("search-api").severity("warning");
    Told incident = group.rings();
    incident.soonWaitsFor("Activity_AcknowledgeAlert");
    assertThat(incident.severity()).isEqualTo(4);

    group.severity("critical").withFingerprints(2).rings();

    incident.soonCalls("sho").soon(() -> assertThat(incident.severity()).isEqualTo(2));
  }
}
