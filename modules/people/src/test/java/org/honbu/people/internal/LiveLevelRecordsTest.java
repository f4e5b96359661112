package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Contribution;
import org.honbu.people.Level;
import org.honbu.people.LevelRecord;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.testkit.process.Strict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T17: somebody sees that they were of use. */
class LiveLevelRecordsTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final PersonId EMMA = new PersonId("emma");
  private static final PersonId AOI = new PersonId("aoi");
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0042");

  private final Database database = new Database();
  private final LiveLevelRecords records =
      new LiveLevelRecords(Strict.fake(People.class, new Town()), database.levels());

  static final class Town {
    public Set<Role> rolesOf(PersonId person) {
      return person.equals(AOI) ? Set.of(Role.INCIDENT_COMMANDER) : Set.of(Role.EMPLOYEE);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void somebodyNewHasNothingOnRecord() {
    LevelRecord record = records.of(EMMA);

    assertThat(record.level()).isEqualTo(Level.L0);
    assertThat(record.contributions()).isEmpty();
  }

  @Test
  void oneTaskIsOneContributionHoweverOftenItIsTold() {
    Contribution counted =
        new Contribution(
            new UUID(0, 1), EMMA, INCIDENT, new Words("件数を数える", "Count the reports"), NOW);

    database.inTransaction(() -> records.contributed(counted));
    database.inTransaction(() -> records.contributed(counted));

    assertThat(records.of(EMMA).contributions()).containsExactly(counted);
    assertThat(records.of(EMMA).level()).isEqualTo(Level.L1);
    assertThat(records.of(AOI).contributions()).as("hers alone").isEmpty();
  }

  @Test
  void whoHasLookedOnIsAStepFurther() {
    database.inTransaction(() -> records.came(EMMA, INCIDENT, NOW));
    database.inTransaction(() -> records.came(EMMA, INCIDENT, NOW.plusSeconds(60)));

    assertThat(records.of(EMMA).level()).isEqualTo(Level.L1);
    assertThat(records.of(EMMA).incidents()).isEqualTo(1);
  }

  @Test
  void whatWasGrantedIsNotTakenBackByAnEmptyRecord() {
    assertThat(records.of(AOI).level()).isEqualTo(Level.L5);
  }
}
