package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.announcements.RegulatorReport;
import org.honbu.announcements.RegulatorReport.Ending;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports.Sent;
import org.honbu.announcements.UserFeedback.Voices;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tables of this module, migrated and mapped as on the server. */
class JpaStoresTest {
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  private static final Instant NOW = Instant.parse("2026-11-28T03:12:04Z");
  private static final PersonId YUMI = new PersonId("yumi");

  private static final PersonId TAKUMI = new PersonId("takumi");
  private static final PersonId KEN = new PersonId("ken");
  private static final PersonId MEI = new PersonId("mei");
  private static final RegulatorTable.Row DATES =
      new RegulatorTable.Row(
          Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(23), Duration.ofDays(30));

  private final SessionFactory sessions = migrated();
  private final List<PersonId> officers = new ArrayList<>(List.of(MEI));

  @AfterEach
  void close() {
    sessions.close();
  }

  @Test
  void whatIsNotedIsReadAsItWasSaidNewestFirst() {
    sessions.getSchemaManager().validateMappedObjects();
    var voices = new Voices(7, 5, "払えない", "いつ直る？");
    inNew(
        store -> {
          store.add(new FeedbackRow(head(1), voices));
          store.add(new FeedbackRow(head(2), new Voices(0, 0, "", "")));
          store.add(new SummaryRow(head(1), "状態：調査中"));
          store.add(new CadenceChange(head(1), 1, Duration.ofMinutes(60)));
          return true;
        });

    inNew(
        store -> {
          assertThat(store.of(FeedbackRow.class, INCIDENT))
              .extracting(Noted::number)
              .containsExactly(2, 1);
          assertThat(store.of(FeedbackRow.class, INCIDENT).get(1).view().voices())
              .isEqualTo(voices);
          assertThat(store.of(SummaryRow.class, INCIDENT).get(0).view().by()).isEqualTo(YUMI);
          CadenceChange change = store.of(CadenceChange.class, INCIDENT).get(0);
          assertThat(change.within()).isEqualTo(Duration.ofMinutes(60));
          assertThat(change.countsAt(1)).isTrue();
          assertThat(store.of(SummaryRow.class, new IncidentId("INC-2026-0002"))).isEmpty();
          return true;
        });
  }

  @Test
  void aReportToTheAuthorityIsReadAsItWasKept() {
    var dates =
        new RegulatorTable.Row(
            Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(23), Duration.ofDays(30));
    in(
        entities -> {
          var store = new JpaRegulatorStore();
          store.entities = entities;
          var row = new RegulatorReportRow(INCIDENT, Kind.REAL, "JP", NOW, dates);
          store.add(row);
          row.goesOnToTheFinal(true, dates);
          store.flush();
          return true;
        });
    inNew(
        store ->
            added(
                store,
                new RegulatorFilingRow(
                    head(1),
                    Stage.PRELIMINARY,
                    NOW,
                    new Sent(Optional.empty(), "個人情報保護委員会", "R8-001", true))));

    in(
        entities -> {
          var store = new JpaRegulatorStore();
          store.entities = entities;
          RegulatorReport read = store.find(INCIDENT).orElseThrow().view(List.of());
          assertThat(read.stage()).isEqualTo(Stage.FINAL);
          assertThat(read.malicious()).isTrue();
          assertThat(read.dates().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
          assertThat(store.open()).hasSize(1);
          store.find(INCIDENT).orElseThrow().end(Ending.REPORTED, NOW);
          store.flush();
          assertThat(store.open()).isEmpty();
          return true;
        });
    inNew(
        store -> {
          assertThat(store.of(RegulatorFilingRow.class, INCIDENT))
              .singleElement()
              .satisfies(row -> assertThat(row.view().reference()).isEqualTo("R8-001"));
          return true;
        });
  }

  /** A34: nobody approves a text that they may not read. */
  @Test
  void processOwnersTakePartOnceTheyAreAskedInAnOfficersPlace() {
    inNew(
        store -> {
          SummaryRow summary = new SummaryRow(head(1), "顧客の情報が漏れたおそれ").waiting();
          store.add(summary);
          return true;
        });
    assertThat(inside(TAKUMI)).as("nobody has asked them yet").isEmpty();

    inNew(
        store -> {
          store.of(SummaryRow.class, INCIDENT).get(0).askOwners(NOW);
          return true;
        });

    assertThat(inside(TAKUMI)).containsExactly(INCIDENT);
    assertThat(inside(KEN)).as("whoever has another role").isEmpty();
  }

  @Test
  void processOwnersTakePartOnceTheyAreAskedToReadAMessage() {
    var draft =
        new Draft(Phase.INITIAL, new Words("調査中", "Looking"), Optional.empty(), Optional.empty());
    inMessages(
        store -> {
          var row =
              new AnnouncementRow(UUID.randomUUID(), INCIDENT, 1, draft, Audience.USERS, YUMI, NOW);
          store.add(row);
          row.askOwners(NOW);
          return true;
        });

    assertThat(inside(TAKUMI)).containsExactly(INCIDENT);
    assertThat(inside(YUMI)).isEmpty();
  }

  @Test
  void processOwnersTakePartOnceAReportToTheAuthorityIsDue() {
    Instant due = NOW.plus(DATES.remindAfter());
    in(
        entities -> {
          entities.persist(new RegulatorReportRow(INCIDENT, Kind.REAL, "JP", NOW, DATES));
          return true;
        });
    assertThat(inside(TAKUMI)).as("it is not due yet").isEmpty();
    officers.clear();
    assertThat(inside(TAKUMI)).as("nobody else is there to report").containsExactly(INCIDENT);
    officers.add(MEI);

    in(
        entities -> {
          RegulatorReportRow row = entities.find(RegulatorReportRow.class, INCIDENT.value());
          row.told(row.untold(due).orElseThrow());
          return true;
        });
    assertThat(inside(TAKUMI)).containsExactly(INCIDENT);

    in(
        entities -> {
          entities.find(RegulatorReportRow.class, INCIDENT.value()).goesOnToTheFinal(false, DATES);
          var head = new Noted.Head(UUID.randomUUID(), INCIDENT, 1, KEN, due.plusSeconds(60));
          var sent = new Sent(Optional.empty(), "個人情報保護委員会", "R8-001", false);
          entities.persist(new RegulatorFilingRow(head, Stage.PRELIMINARY, NOW, sent));
          return true;
        });
    assertThat(inside(TAKUMI)).as("nobody is put out again").containsExactly(INCIDENT);
    assertThat(inside(KEN)).as("whoever filed it").containsExactly(INCIDENT);
    assertThat(inside(YUMI)).isEmpty();
  }

  private Set<IncidentId> inside(PersonId person) {
    try (EntityManager entities = sessions.createEntityManager()) {
      var takesPart = new WhoIsAskedToReadTakesPart(new Few());
      takesPart.database = entities;
      return takesPart.among(Set.of(INCIDENT, new IncidentId("INC-2026-0002")), person);
    }
  }

  /** One process owner, and whoever is a privacy officer. */
  private final class Few implements Crew {
    @Override
    public boolean isKnown() {
      return true;
    }

    @Override
    public List<PersonId> withRole(Role role) {
      return role == Role.PRIVACY_OFFICER ? officers : List.of(TAKUMI);
    }

    @Override
    public boolean has(PersonId person, Role role) {
      return role == Role.PROCESS_OWNER && person.equals(TAKUMI);
    }

    @Override
    public boolean isOnCall(PersonId person) {
      return false;
    }

    @Override
    public Words name(PersonId person) {
      return new Words(person.value(), person.value());
    }
  }

  @Test
  void twoCannotBothBeTheSameNumber() {
    inNew(store -> added(store, new SummaryRow(head(1), "a")));

    assertThatThrownBy(() -> inNew(store -> added(store, new SummaryRow(head(1), "b"))))
        .hasMessageContaining("EXECUTIVE_SUMMARY_NUMBER");
  }

  @Test
  void aHeldCorrectionKeepsWhatItCorrectsAndWhoLetItThrough() {
    UUID wrong = UUID.randomUUID();
    var entry = new Announcement.ByHand(YUMI, NOW, "予備のページ", Optional.of("https://example.org/1"));
    var draft =
        new Draft(
            Phase.CORRECTION,
            new Words("訂正", "Correction"),
            Optional.of(NOW.plusSeconds(1200)),
            Optional.of(wrong));
    inMessages(
        store -> {
          var row =
              new AnnouncementRow(UUID.randomUUID(), INCIDENT, 1, draft, Audience.USERS, YUMI, NOW);
          row.hold();
          store.add(row);
          return true;
        });
    inMessages(
        store -> {
          AnnouncementRow row = store.of(INCIDENT).get(0);
          assertThat(row.is(Announcement.State.HELD)).isTrue();
          row.letThrough(new PersonId("aoi"));
          row.enteredByHand(entry);
          return true;
        });

    inMessages(
        store -> {
          Announcement read = store.of(INCIDENT).get(0).view();
          assertThat(read.state()).isEqualTo(Announcement.State.DRAFT);
          assertThat(read.corrects()).contains(wrong);
          assertThat(read.letThroughBy()).contains(new PersonId("aoi"));
          assertThat(read.byHand()).contains(entry);
          return true;
        });
  }

  private static boolean added(JpaNoteStore store, Noted note) {
    store.add(note);
    return true;
  }

  private static Noted.Head head(int number) {
    return new Noted.Head(UUID.randomUUID(), INCIDENT, number, YUMI, NOW);
  }

  private void inNew(Function<JpaNoteStore, Boolean> work) {
    in(
        entities -> {
          var store = new JpaNoteStore();
          store.entities = entities;
          return work.apply(store);
        });
  }

  private void inMessages(Function<JpaAnnouncementStore, Boolean> work) {
    in(
        entities -> {
          var store = new JpaAnnouncementStore();
          store.entities = entities;
          return work.apply(store);
        });
  }

  private void in(Function<EntityManager, Boolean> work) {
    try (EntityManager entities = sessions.createEntityManager()) {
      entities.getTransaction().begin();
      assertThat(work.apply(entities)).isTrue();
      entities.getTransaction().commit();
    }
  }

  private static SessionFactory migrated() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    Flyway.configure()
        .dataSource(url, "sa", "")
        .schemas("ANNOUNCEMENTS")
        .defaultSchema("ANNOUNCEMENTS")
        .createSchemas(true)
        .locations("classpath:db/announcements")
        .load()
        .migrate();
    return new Configuration()
        .addAnnotatedClass(AnnouncementRow.class)
        .addAnnotatedClass(CadenceChange.class)
        .addAnnotatedClass(FeedbackRow.class)
        .addAnnotatedClass(SummaryRow.class)
        .addAnnotatedClass(RegulatorReportRow.class)
        .addAnnotatedClass(RegulatorFilingRow.class)
        .setProperty("hibernate.connection.url", url)
        .setProperty("hibernate.connection.username", "sa")
        .setProperty("hibernate.default_schema", "announcements")
        .buildSessionFactory();
  }
}
