package org.honbu.statuspage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.statuspage.ShownComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same tables on the database that is used for real. */
class TablesOnPostgresTest {
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0007");
  private static final Instant NOW = Instant.parse("2026-11-23T18:19:00Z");

  private final EmbeddedPostgres server = EmbeddedPostgres.start();
  private final Tables tables = new Tables(server.getPostgresDatabase(), "statuspage");
  private final StatusStore store = new JpaStatusStore(tables.database);
  private final SubscriberStore subscribers = new JpaSubscriberStore(tables.database);

  TablesOnPostgresTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    tables.close();
    server.close();
  }

  @Test
  void whatWasToldIsKeptAndItsFingerprintMoves() {
    String nothing = tables.in(store::fingerprint);
    tables.does(
        () -> {
          var shown = new ShownComponent("payment-api", new Words("決済", "Payments"), 1);
          store.add(new ShownComponentRow("c1", shown, NOW));
          var row = new PublicIncidentRow(INCIDENT, Kind.REAL, "i1", NOW, NOW);
          store.add(row);
          store.add(new PublicUpdateRow("u1", INCIDENT, told(1), PublicPhase.INVESTIGATING));
        });
    String first = tables.in(store::fingerprint);
    tables.does(
        () -> {
          var update = new PublicUpdateRow("u2", INCIDENT, told(2), PublicPhase.MONITORING);
          store.add(update);
          store.incident(INCIDENT).orElseThrow().told(update, Optional.of("payment-api"));
        });

    assertThat(List.of(nothing, first, tables.in(store::fingerprint))).doesNotHaveDuplicates();
    assertThat(tables.in(() -> store.updatesOf(List.of(INCIDENT.value()))))
        .extracting(PublicUpdateRow::phase)
        .containsExactly(PublicPhase.INVESTIGATING, PublicPhase.MONITORING);
    assertThat(tables.in(() -> store.newest(5))).hasSize(1);
    assertThat(tables.in(() -> store.shown().size())).isEqualTo(1);
  }

  @Test
  void subscribersAreReadInTheOrderOfTheirIds() {
    for (int i = 1; i <= 3; i++) {
      var id = new UUID(i, -i);
      String address = "reader" + i + "@example.net";
      tables.does(() -> subscribers.locked(id, address, Locale.ENGLISH, NOW).confirm(NOW));
    }
    tables.does(() -> subscribers.locked(new UUID(9, 9), "late@example.net", Locale.JAPANESE, NOW));

    assertThat(tables.in(() -> subscribers.confirmedAfter(new UUID(0, 0), 2)))
        .extracting(SubscriberRow::id)
        .containsExactly(new UUID(1, -1), new UUID(2, -2));
    assertThat(tables.in(() -> subscribers.confirmedAfter(new UUID(2, -2), 2)))
        .extracting(SubscriberRow::id)
        .containsExactly(new UUID(3, -3));
    assertThat(tables.in(() -> subscribers.unconfirmed(NOW.plusSeconds(1), 5)))
        .extracting(SubscriberRow::address)
        .containsExactly("late@example.net");
  }

  private static Inside.Told told(int number) {
    return new Inside.Told(
        new UUID(7, number),
        number,
        Phase.UPDATE,
        new Words("文", "text"),
        Optional.of(NOW.plusSeconds(600)),
        NOW.plusSeconds(number));
  }
}
