package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.honbu.app.story.CommandStoryIT.room;
import static org.honbu.app.story.Story.as;

import java.time.Duration;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keycloak says who may, and while it cannot, its last word counts. */
@Tag("any-database")
@CleanSlate(eachTime = true)
class AccessStoryIT {
  private static final Duration A_MINUTE = Duration.ofSeconds(60);

  @Test
  @DisplayName("A53: a role taken away in Keycloak loses its power within 60 s")
  void a53RoleTaken() {
    Speaker daniel = as("daniel");
    Told incident = room();
    TestPlatform.keycloak().takeRole("daniel", "announcer");
    try {
      await().atMost(A_MINUTE).until(() -> !roles("daniel").contains("announcer"));

      assertThat(daniel.takesAnnouncing(incident).status()).isEqualTo(403);
    } finally {
      TestPlatform.keycloak().giveRole("daniel", "announcer");
      await().atMost(A_MINUTE).until(() -> roles("daniel").contains("announcer"));
    }
    assertThat(daniel.takesAnnouncing(incident).status()).isEqualTo(200);
  }

  private static boolean isToldThatKeycloakIsSilent(Person operator) {
    String page = operator.browse("/admin/people").body();
    return page.contains("Keycloak が応答しません") || page.contains("Keycloak does not answer");
  }

  private static String roles(String person) {
    return Story.person(person).get("/api/v1/people/me").body();
  }

  @Test
  @DisplayName("A53: while Keycloak is down the last copy serves, and operators are shown so")
  void a53KeycloakDown() {
    Speaker aoi = as("aoi");
    Speaker emma = as("emma");
    Person kaoru = Person.signIn(TestPlatform.honbu(), "kaoru", "/admin/people");
    Told incident = room();
    TestPlatform.keycloak().kill();
    try {
      await().atMost(A_MINUTE).until(() -> isToldThatKeycloakIsSilent(kaoru));

      assertThat(emma.takesCommand(incident).status()).isEqualTo(403);
      assertThat(aoi.takesCommand(incident).status()).isEqualTo(200);
    } finally {
      TestPlatform.keycloak().startAgain();
    }
    await().atMost(A_MINUTE).until(() -> !isToldThatKeycloakIsSilent(kaoru));
  }
}
