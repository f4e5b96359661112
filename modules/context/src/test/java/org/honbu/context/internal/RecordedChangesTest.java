package org.honbu.context.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.context.Change;
import org.honbu.context.ChangeKind;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;
import org.honbu.incidents.Work;
import org.honbu.kernel.Ids;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.testkit.process.Strict;
import org.junit.jupiter.api.Test;

class RecordedChangesTest {
  private static final Instant BEFORE = Shop.BEGAN.minusSeconds(720);
  private static final PersonId AOI = new PersonId("aoi");

  private final Memory store = new Memory();
  private final List<Activity> heard = new ArrayList<>();
  private final RecordedChanges changes =
      new RecordedChanges(
          store,
          Strict.fake(Activities.class, new Other()),
          Strict.fake(People.class, new Town()),
          new Ids(Shop.CLOCK),
          Shop.CLOCK);

  @Test
  void theSameExternalIdOfTheSameSystemIsToldOnce() {
    UUID first = changes.told(change("ci", ChangeKind.DEPLOY, "aoi", Optional.of("build-7")));
    UUID again = changes.told(change("ci", ChangeKind.DEPLOY, "aoi", Optional.of("build-7")));
    UUID others = changes.told(change("cd", ChangeKind.DEPLOY, "aoi", Optional.of("build-7")));

    assertThat(again).isEqualTo(first);
    assertThat(others).isNotEqualTo(first);
    assertThat(store.rows).hasSize(2);
    assertThat(heard).hasSize(2);
  }

  @Test
  void whatPeopleDoThemselvesIsHandedOnWithWhoTheyAre() {
    changes.told(change("ci", ChangeKind.ROLLBACK, "aoi", Optional.empty()));
    changes.told(change("ci", ChangeKind.MIGRATION, "aoi", Optional.empty()));
    changes.told(change("ci", ChangeKind.CONFIG, "deploy-bot", Optional.empty()));

    assertThat(heard)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.work()).isEqualTo(Work.ROLLBACK);
              assertThat(one.person()).contains(AOI);
              assertThat(one.at()).isEqualTo(BEFORE);
            });
  }

  @Test
  void oneWordIsEnoughWhicheverDoorItCameBy() {
    Change told = change("ci", ChangeKind.DEPLOY, "aoi", Optional.of("build-7"));
    changes.told(told);
    heard.add(activity(Work.FEATURE_FLAG));
    heard.add(activity(Work.SSH));

    assertThat(changes.on(Set.of("payment-api"), BEFORE))
        .as("the deployment once, the flag too, the shell not")
        .extracting(Change::kind)
        .containsExactly(ChangeKind.DEPLOY, ChangeKind.FEATURE_FLAG);
    assertThat(changes.on(Set.of(), BEFORE)).isEmpty();
  }

  private static Activity activity(Work work) {
    return new Activity(
        "flags",
        "yumi",
        Optional.empty(),
        work,
        Optional.of("payment-api"),
        BEFORE,
        Optional.empty());
  }

  private static Change change(
      String integration, ChangeKind kind, String who, Optional<String> externalId) {
    return new Change(
        integration, "payment-api", kind, BEFORE, who, "v2", Optional.empty(), externalId);
  }

  private static final class Memory extends ChangeStore {
    final List<Change> rows = new ArrayList<>();
    final List<ChangeRow> kept = new ArrayList<>();

    @Override
    Optional<ChangeRow> find(String integration, String externalId) {
      return kept.stream()
          .filter(row -> row.change().integration().equals(integration))
          .filter(row -> row.change().externalId().equals(Optional.of(externalId)))
          .findFirst();
    }

    @Override
    void add(ChangeRow change) {
      kept.add(change);
      rows.add(change.change());
    }

    @Override
    List<Change> on(Set<String> components, Instant since, int most) {
      return List.copyOf(rows);
    }
  }

  private final class Other {
    @SuppressWarnings("unused")
    UUID heard(Activity activity) {
      heard.add(activity);
      return new UUID(1, heard.size());
    }

    @SuppressWarnings("unused")
    List<Activity> on(String component, Instant since) {
      return List.copyOf(heard);
    }
  }

  private static final class Town {
    @SuppressWarnings("unused")
    Optional<PersonId> meant(String who) {
      return Optional.of(AOI).filter(known -> known.value().equals(who));
    }
  }
}
