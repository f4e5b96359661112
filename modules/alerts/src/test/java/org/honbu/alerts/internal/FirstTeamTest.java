package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Activity;
import org.honbu.incidents.Work;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.OwnerRouting.Owner;
import org.honbu.people.OwnerRouting.Route;
import org.honbu.people.OwnerRouting.Symptom;
import org.honbu.people.People;
import org.honbu.testkit.process.Strict;
import org.junit.jupiter.api.Test;

/** DM-3's second row: who deployed within the hour. The table's own test says what follows. */
class FirstTeamTest {
  private static final Instant NOW = Instant.parse("2026-02-01T03:00:00Z");
  private static final TeamId PAYMENTS = new TeamId("payments");
  private static final PersonId MISAKI = new PersonId("misaki");

  private final FakeActivities activities = new FakeActivities();
  private final List<Symptom> asked = new ArrayList<>();
  private final FirstTeam first =
      new FirstTeam(
          symptom -> {
            asked.add(symptom);
            return new Owner(
                symptom.deployedBy().orElse(new TeamId("platform")), Route.DEPLOYING_TEAM);
          },
          activities,
          Strict.fake(People.class, new Town()));

  @Test
  void theTableIsToldWhichTeamDeployedWithinTheHour() {
    did(Work.DEPLOY, "new-thing", Duration.ofMinutes(60), Optional.of(MISAKI));

    assertThat(first.of(Optional.of("new-thing"), 1, NOW)).isEqualTo(PAYMENTS);
    assertThat(asked)
        .containsExactly(
            new Symptom(
                Optional.of("new-thing"), Optional.of(PAYMENTS), 1, false, Optional.empty()));
  }

  @Test
  void olderOnesOtherWorkOtherComponentsAndRobotsCountNothing() {
    did(Work.DEPLOY, "new-thing", Duration.ofMinutes(61), Optional.of(MISAKI));
    did(Work.ROLLBACK, "new-thing", Duration.ofMinutes(5), Optional.of(MISAKI));
    did(Work.DEPLOY, "other", Duration.ofMinutes(5), Optional.of(MISAKI));
    did(Work.DEPLOY, "new-thing", Duration.ofMinutes(5), Optional.empty());

    first.of(Optional.of("new-thing"), 1, NOW);
    first.of(Optional.empty(), 0, NOW);

    assertThat(asked).extracting(Symptom::deployedBy).containsOnly(Optional.empty());
  }

  private void did(Work work, String component, Duration ago, Optional<PersonId> who) {
    activities.heard(
        new Activity(
            "ci", "somebody", who, work, Optional.of(component), NOW.minus(ago), Optional.empty()));
  }

  private static final class Town {
    @SuppressWarnings("unused")
    Set<TeamId> teamsOf(PersonId person) {
      return Set.of(new TeamId("search"), PAYMENTS);
    }
  }
}
