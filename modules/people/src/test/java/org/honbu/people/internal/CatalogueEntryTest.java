package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.people.Team;
import org.honbu.testkit.process.Strict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueEntryTest {
  private static final People PEOPLE = Strict.fake(People.class, new Town());

  @Test
  void aWholeEntryIsWrittenDownAndNothingNeedsItself() {
    CatalogueEntry entry =
        new CatalogueEntry(
            "core", "payments", "https://run.example/pay", " ", List.of("pay", "postgres-main"));

    assertThat(entry.component("pay", PEOPLE))
        .isEqualTo(
            new Component(
                "pay",
                Component.Function.CORE,
                new TeamId("payments"),
                Optional.of(URI.create("https://run.example/pay")),
                Optional.empty(),
                Set.of("postgres-main")));
  }

  @ParameterizedTest
  @CsvSource({
    "a b,  CORE, payments, ,                  id",
    "pay,  ,     payments, ,                  function",
    "pay,  HUGE, payments, ,                  function",
    "pay,  CORE, ,         ,                  team",
    "pay,  CORE, nobody,   ,                  team",
    "pay,  CORE, payments, wiki,              runbook",
    "pay,  CORE, payments, javascript:alert(), runbook",
    "pay,  CORE, payments, https://a b,       runbook",
  })
  void whatCannotBeUsedIsNamed(
      String id,
      @Nullable String function,
      @Nullable String team,
      @Nullable String runbook,
      String field) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> new CatalogueEntry(function, team, runbook, null, null).component(id, PEOPLE));

    assertThat(refused.problem().code()).isEqualTo("HB-2003");
    assertThat(refused.field()).contains(field);
    assertThat(refused.words().ja()).contains(field).doesNotContain("{");
    assertThat(refused.words().en()).contains(field).doesNotContain("{");
  }

  @Test
  void fiftyNeedsAreEnough() {
    List<String> many = IntStream.range(0, 51).mapToObj(i -> "c" + i).toList();
    CatalogueEntry entry = new CatalogueEntry("CORE", "payments", null, null, many);

    assertThat(catchThrowableOfType(ProblemException.class, () -> entry.component("pay", PEOPLE)))
        .satisfies(refused -> assertThat(refused.field()).contains("dependsOn"));
  }

  @Test
  void scheduleAdminsAndAdminsWriteTheCatalogueAndNobodyElse() {
    CatalogueEntry.mayWrite(PEOPLE, new PersonId("schedule-admin"));
    CatalogueEntry.mayWrite(PEOPLE, new PersonId("admin"));

    for (Role role : Role.values()) {
      if (role != Role.SCHEDULE_ADMIN && role != Role.ADMIN) {
        assertThat(
                catchThrowableOfType(
                    ProblemException.class,
                    () -> CatalogueEntry.mayWrite(PEOPLE, new PersonId(role.group()))))
            .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(403));
      }
    }
  }

  /** Everybody is called by their one role. */
  private static final class Town {
    @SuppressWarnings("unused")
    Set<Role> rolesOf(PersonId person) {
      return Role.named(person.value()).map(Set::of).orElse(Set.of());
    }

    @SuppressWarnings("unused")
    List<Team> teams() {
      return List.of(
          new Team(new TeamId("payments"), new Words("決済", "Payments"), Team.Type.PRODUCT));
    }
  }
}
