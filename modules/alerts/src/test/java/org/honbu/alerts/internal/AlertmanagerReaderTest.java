package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.honbu.alerts.Unreadable;
import org.junit.jupiter.api.Test;

class AlertmanagerReaderTest {

  @Test
  void readsWhatAlertmanagerSends() throws Unreadable {
    Notice notice = read(Door.notice("g1", Door.firing("f1"), Door.resolved("f2")));

    assertThat(notice.groupKey()).isEqualTo("g1");
    assertThat(notice.labels()).containsEntry("component", "payment-api");
    assertThat(notice.annotations()).containsEntry("summary", "決済のエラーが増えています");
    assertThat(notice.alerts()).extracting(Notice.Alert::fingerprint).containsExactly("f1", "f2");
    assertThat(notice.alerts()).extracting(Notice.Alert::firing).containsExactly(true, false);
    assertThat(notice.alerts().get(0).startsAt()).contains(Instant.parse("2026-02-01T02:58:00Z"));
    assertThat(notice.alerts().get(0).link()).contains("http://prometheus/graph");
  }

  @Test
  void unknownFieldsAndOtherKindsOfTextAreNoReasonToRefuse() throws Unreadable {
    Notice notice =
        read(
            """
            {"notification_reason":{"a":[1,{"b":null}]},"version":4,"groupKey":17,
             "commonLabels":null,
             "alerts":[{"labels":{"n":1,"yes":true,"no":null},"values":{"A":0.5},
                        "startsAt":"yesterday","generatorURL":"javascript:alert(1)"}]}
            """);

    Notice.Alert alert = notice.alerts().get(0);
    assertThat(notice.groupKey()).isEqualTo("17");
    assertThat(alert.labels()).containsEntry("n", "1").containsEntry("yes", "true");
    assertThat(alert.firing()).isTrue();
    assertThat(alert.startsAt()).isEmpty();
    assertThat(alert.link()).isEmpty();
    assertThat(alert.fingerprint()).hasSize(64);
  }

  @Test
  void labelsMakeTheFingerprintInAnyOrder() throws Unreadable {
    assertThat(read("{'alerts':[{'labels':{'a':'1','b':'2'}}]}").alerts())
        .extracting(Notice.Alert::fingerprint)
        .isEqualTo(
            read("{'alerts':[{'labels':{'b':'2','a':'1'}}]}").alerts().stream()
                .map(Notice.Alert::fingerprint)
                .toList());
  }

  @Test
  void oneFingerprintTwiceIsOneAlert() throws Unreadable {
    assertThat(read(Door.notice("g", Door.firing("f1"), Door.resolved("f1"))).alerts())
        .singleElement()
        .extracting(Notice.Alert::firing)
        .isEqualTo(false);
  }

  @Test
  void withoutGroupKeyTheGroupLabelsGroup() throws Unreadable {
    assertThat(read("{'groupLabels':{'b':'2','a':'1'},'alerts':[{}]}").groupKey())
        .isEqualTo(read("{'groupLabels':{'a':'1','b':'2'},'alerts':[{}]}").groupKey());
  }

  @Test
  void whatNoDatabaseCanStoreBecomesASpace() throws Unreadable {
    Notice notice = read("{'alerts':[{'labels':{'a':'x\\u0000y\\ud800z'}}]}");

    assertThat(notice.alerts().get(0).labels()).containsEntry("a", "x y z");
  }

  @Test
  void refusalNamesLineAndField() {
    Unreadable why =
        refusal(
            """
            {"version":"4",
             "alerts":[
               {"labels":{"a":"1"}},
               {"labels":["a","1"]}
             ]}
            """);

    assertThat(why.words().en()).startsWith("Line 4, alerts[1].labels:");
    assertThat(why.words().ja()).startsWith("4 行目、alerts[1].labels：");
    assertThat(why.field()).isEqualTo("alerts[1].labels");
  }

  @Test
  void brokenJsonNamesTheLineWhereItBreaks() {
    assertThat(refusal("{\n\"groupKey\":\"g\",\n\"alerts\":[{]}").words().en())
        .startsWith("Line 3, alerts[0]");
  }

  @Test
  void everyOtherNonsenseIsRefused() {
    for (String nonsense :
        new String[] {
          "",
          " ",
          "null",
          "[]",
          "\"text\"",
          "{}",
          "{'alerts':[]}",
          "{'alerts':{}}",
          "{'alerts':[1]}",
          "{'alerts':[{}]} {}",
          "{'alerts':[{}]} x",
          "{'alerts':[{}]",
          "{'alerts':[{'status':{}}]}",
          "{'alerts':[{'labels':{'a':[]}}]}",
          "alerts=1&x=%00",
        }) {
      assertThat(refusal(nonsense)).as(nonsense).isNotNull();
    }
  }

  @Test
  void nestingToTheSkyIsRefusedInPassing() {
    String deep = "{'x':" + "[".repeat(400_000) + "]".repeat(400_000) + ",'alerts':[{}]}";

    assertThat(refusal(deep)).isNotNull();
  }

  private static Notice read(String body) throws Unreadable {
    return AlertmanagerReader.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Unreadable refusal(String body) {
    return catchThrowableOfType(Unreadable.class, () -> read(body));
  }
}
