package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion;
import org.honbu.incidents.Command;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Deputies;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Handovers;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undo;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.honbu.workflow.HumanTasks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inside a real server, with the EAR as it ships: an act of a façade that fails after the engine
 * call leaves neither row nor task; the same act that does not fail leaves something.
 */
@ExtendWith({OwnServer.class, ArquillianExtension.class})
class FacadesIT {
  private static final String TEST_WAR = "facades-it.war";
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId ITSUKI = new PersonId("itsuki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");
  private static final PersonId YUMI = new PersonId("yumi");

  @Inject private Incidents incidents;
  @Inject private Command command;
  @Inject private Handovers handovers;
  @Inject private Deputies deputies;
  @Inject private Undo undo;
  @Inject private Care care;
  @Inject private IncidentBoard board;
  @Inject private HumanTasks tasks;
  @Inject private People people;
  @Inject private Clock clock;
  @Inject private Saboteur saboteur;

  @Resource(lookup = "java:jboss/datasources/HonbuDS")
  private DataSource database;

  /** The shipped EAR, unchanged, and beside its own WARs one with this test. */
  @Deployment
  static EnterpriseArchive shippedEarAndThisTest() throws IOException {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "honbu.ear")
            .importFrom(TestPlatform.shippedEar().toFile())
            .as(EnterpriseArchive.class);
    ear.setApplicationXML(new StringAsset(withTestWar(ear)));
    WebArchive test =
        ShrinkWrap.create(WebArchive.class, TEST_WAR)
            .addClasses(FacadesIT.class, OwnServer.class)
            .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class))
            .addAsWebInfResource(
                new StringAsset(
                    "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                        + " bean-discovery-mode=\"annotated\"/>"),
                "beans.xml");
    return ear.addAsModule(Testable.archiveToTest(test));
  }

  private static String withTestWar(EnterpriseArchive ear) throws IOException {
    String module =
        "<module><web><web-uri>%s</web-uri><context-root>/facades-it</context-root></web></module>\n"
            .formatted(TEST_WAR);
    try (InputStream xml = ear.get("META-INF/application.xml").getAsset().openStream()) {
      return new String(xml.readAllBytes(), StandardCharsets.UTF_8)
          .replace("<library-directory>", module + "<library-directory>");
    }
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is done, in the order in which one incident goes from its answer to its end. */
  @SuppressWarnings("ImmutableEnumChecker") // a deed keeps nothing of its own
  private enum Act {
    ACKNOWLEDGE((test, incident) -> test.incidents.acknowledge(incident, MISAKI)),
    TAKE_THE_ANSWER_BACK((test, incident) -> test.undo.takeBack(incident, Undoable.ANSWER, MISAKI)),
    ACKNOWLEDGE_AGAIN((test, incident) -> test.incidents.acknowledge(incident, MISAKI)),
    ESCALATE((test, incident) -> test.command.escalate(incident, MISAKI)),
    TAKE_THE_ESCALATION_BACK(
        (test, incident) -> test.undo.takeBack(incident, Undoable.ESCALATION, MISAKI)),
    TRIAGE(
        (test, incident) -> test.incidents.triage(incident, Triage.real(Impact.UNKNOWN), MISAKI)),
    ESCALATE_AGAIN((test, incident) -> test.command.escalate(incident, MISAKI)),
    OPEN_ROOM_FOR_ANOTHER_REASON(
        (test, incident) ->
            test.command.openRoom(
                incident,
                Set.of(LargeReason.L_DATA),
                Optional.of(MISAKI),
                Actor.honbu("FacadesIT"))),
    RATE((test, incident) -> test.incidents.rate(incident, Severity.SEV1, "worse", ITSUKI)),
    TAKE_ANNOUNCING((test, incident) -> test.command.takeAnnouncing(incident, YUMI)),
    TAKE_COMMAND((test, incident) -> test.command.take(incident, AOI)),
    SAY_THAT_HANDS_ARE_AT_WORK((test, incident) -> test.care.handsAtWork(incident, AOI)),
    GO_ON_ALL_THE_SAME(
        (test, incident) ->
            test.care.answer(
                incident, CareQuestion.Why.HANDS_ON, new CareAnswer.GoOn("one minute more"), AOI)),
    APPOINT_DEPUTY((test, incident) -> test.deputies.appoint(incident, SAKURA, AOI)),
    OFFER_COMMAND(
        (test, incident) ->
            test.handovers.offer(incident, HandoverWish.to(SAKURA, HandoverReason.FATIGUE), AOI)),
    BRIEF(
        (test, incident) ->
            test.handovers.brief(incident, Map.of(Briefing.Topic.RISKS, "the queue"), AOI)),
    ACCEPT_COMMAND(
        (test, incident) ->
            test.handovers.accept(
                incident, new ReadBack("stop it", "1", "none", "the queue"), SAKURA)),
    GO_ON_AS_RESPONDER(
        (test, incident) -> test.handovers.goesOnAs(incident, NextPart.RESPONDER, AOI)),
    TAKE_FROM_SOMEBODY_SILENT((test, incident) -> test.handovers.take(incident, "no answer", AOI)),
    STILL_IN_COMMAND((test, incident) -> test.handovers.stillInCommand(incident, SAKURA)),
    DECLARE_MITIGATED(
        (test, incident) -> test.incidents.declareMitigated(incident, "rolled back", SAKURA)),
    RECURRED((test, incident) -> test.incidents.recurred(incident, "again", Actor.person(ITSUKI))),
    DECLARE_MITIGATED_AGAIN(
        (test, incident) -> test.incidents.declareMitigated(incident, "repaired", SAKURA)),
    VERIFY((test, incident) -> test.incidents.verify(incident, ITSUKI)),
    DECLARE_RESOLVED((test, incident) -> test.incidents.declareResolved(incident, "done", SAKURA)),
    TAKE_THE_RESOLUTION_BACK(
        (test, incident) -> test.undo.takeBack(incident, Undoable.RESOLUTION, SAKURA));

    private final Deed deed;

    Act(Deed deed) {
      this.deed = deed;
    }

    private interface Deed {
      Object in(FacadesIT test, IncidentId incident);
    }
  }

  /** One test and not one for each: Arquillian would run all of a parameterized test each time. */
  @Test
  void anActThatFailsAfterTheEngineCallLeavesNothing() {
    IncidentId incident = declared();
    for (Act act : Act.values()) {
      String before = atRest(incident, act);

      assertThatThrownBy(() -> saboteur.run(() -> act.deed.in(this, incident), true))
          .as("%s, failing", act)
          .isInstanceOf(Sabotage.class);

      assertThat(kept(incident)).as("after %s failed", act).isEqualTo(before);

      saboteur.run(() -> act.deed.in(this, incident), false);

      assertThat(kept(incident)).as("after %s was done", act).isNotEqualTo(before);
    }
  }

  /** What moves the clock of the other server (BootIT) is here as unknown as anything. */
  @Test
  @RunAsClient
  void nobodyCanMoveTheClockOfTheShippedEar() {
    Person admin = Person.withToken(OwnServer.server(), TestPlatform.keycloak(), "kaoru");

    assertThat(admin.get("/ready").status()).isEqualTo(200);
    assertThat(admin.get(TestDoor.PATH + "?property=user.dir").status())
        .isEqualTo(admin.get("/no-such-thing?property=user.dir").status())
        .isBetween(400, 499);
    assertThat(admin.post(TestDoor.PATH + "?passes=PT1S", "").status())
        .isEqualTo(admin.post("/no-such-thing?passes=PT1S", "").status())
        .isBetween(400, 499);
  }

  private IncidentId declared() {
    await("the directory has been read")
        .atMost(Duration.ofSeconds(60))
        .until(() -> people.find(SAKURA).isPresent());
    return incidents.declare(
        Declaration.of("payment fails", Actor.person(AOI), clock.instant()).about("payment-api"));
  }

  /** What is kept once no fact is on its way, for a while, and no step of a process is due. */
  private String atRest(IncidentId incident, Act before) {
    await("before " + before)
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(movements()).isEmpty());
    return kept(incident);
  }

  /**
   * Facts on their way and steps due: a row of either goes in the transaction that works on it. A
   * fact that waits for the process is not on its way.
   */
  private List<String> movements() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement movements =
            connection.prepareStatement(
                "select concat(handler, ' ', tries, ' ', why) from outbox.message"
                    + " where due_at <= ? union all"
                    + " select concat('job ', id_) from engine.act_ru_job where duedate_ <= ?")) {
      movements.setTimestamp(1, Timestamp.from(clock.instant().plusSeconds(20)));
      movements.setTimestamp(2, Timestamp.from(clock.instant()));
      List<String> found = new ArrayList<>();
      try (ResultSet row = movements.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
      return found;
    }
  }

  /** Everything that is kept of the incident, tasks of its process included. */
  private String kept(IncidentId incident) {
    return Stream.of(
            Stream.of(board.view(incident)),
            board.timeline(incident).stream(),
            care.watch(incident).map(seen -> seen.open() + " " + seen.weighAgainAt()).stream(),
            tasks.open(incident).stream())
        .flatMap(lines -> lines)
        .map(String::valueOf)
        .collect(Collectors.joining("\n"));
  }

  /** Runs an act in a transaction and, if asked to, lets it fail at the very end. */
  @ApplicationScoped
  static class Saboteur {
    @Transactional
    void run(Runnable act, boolean failing) {
      act.run();
      if (failing) {
        throw new Sabotage();
      }
    }
  }

  /** What goes wrong after a façade has done everything, the engine's part included. */
  static class Sabotage extends RuntimeException {
    Sabotage() {
      super("sabotaged after the engine call");
    }
  }
}
