package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Inside the real server: an act of a façade that fails after the engine call leaves neither row
 * nor task; the same act that does not fail leaves something.
 */
class FacadesIT {

  /** One incident from its answer to its end; each act is tried twice. */
  @TestFactory
  Stream<DynamicTest> anActThatFailsAtTheEndLeavesNothing() {
    Person aoi = TestPlatform.withToken("aoi");
    await("the directory has been read")
        .atMost(Duration.ofSeconds(60))
        .until(() -> aoi.get("/api/v1/incidents").status() == 200);
    Answer declared =
        aoi.post("/api/v1/incidents", "{\"what\":\"payment fails\",\"component\":\"payment-api\"}");
    assertThat(declared.status()).as(declared.toString()).isEqualTo(201);
    String incident = declared.object().getString("id");
    return Stream.of(
            "acknowledge misaki",
            "triage misaki",
            "escalate misaki",
            "openRoom misaki",
            "rate itsuki",
            "takeAnnouncing yumi",
            "take aoi",
            "offer aoi",
            "accept sakura",
            "declareMitigated sakura",
            "recurred itsuki",
            "declareMitigated sakura",
            "verify itsuki",
            "declareResolved sakura")
        .map(act -> DynamicTest.dynamicTest(act, () -> fails(aoi, incident, act.split(" ", -1))));
  }

  private static void fails(Person door, String incident, String[] act) {
    String url = "/api/v1/test-door/" + incident;
    String before = settled(door, url);

    Answer failed = door.post(url + "/" + act[0] + "?failing=true&by=" + act[1], "");

    assertThat(failed.body()).isEqualTo("sabotaged");
    assertThat(door.get(url).body()).isEqualTo(before);

    Answer done = door.post(url + "/" + act[0] + "?failing=false&by=" + act[1], "");

    assertThat(done.body()).isEqualTo("done");
    assertThat(door.get(url).body()).isNotEqualTo(before);
  }

  /** What is kept, once the process has come to rest. */
  private static String settled(Person door, String url) {
    var last = new AtomicReference<>("");
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(1500))
        .until(
            () -> {
              String now = door.get(url).body();
              return now.equals(last.getAndSet(now)) ? now : "";
            },
            text -> !text.isEmpty());
  }
}
