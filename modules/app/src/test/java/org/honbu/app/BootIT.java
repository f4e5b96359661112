package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.Test;

/** The whole of it starts, says so itself, and lets no stranger in. */
@CleanSlate
class BootIT {

  @Test
  void saysReadyAndLoggedNoError() {
    var honbu = TestPlatform.honbu();

    assertThat(Person.anonymous(honbu).get("/ready").status()).isEqualTo(200);
    assertThat(honbu.log()).contains("WFLYSRV0025");
    assertThat(honbu.log().split("WFLYSRV0025", 2)[0]).doesNotContain(" ERROR ");
  }

  @Test
  void anonymousGetsAProblemAndNotALoginPage() {
    var answer = Person.anonymous(TestPlatform.honbu()).get("/api/v1/incidents");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.object().getString("code")).startsWith("HB-");
  }

  @Test
  void aBearerTokenOpensTheApi() {
    var answer = TestPlatform.withToken("aoi").get("/api/v1/nothing-here");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.object().getString("code")).startsWith("HB-");
  }

  @Test
  void theTestDoorMovesTheClock() {
    TestDoor.timePasses(java.time.Duration.ofSeconds(1));
  }
}
