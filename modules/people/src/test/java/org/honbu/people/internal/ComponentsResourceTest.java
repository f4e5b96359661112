package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.Organisation;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.people.Team;
import org.honbu.testkit.process.Strict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComponentsResourceTest {
  private static final PersonId KAORI = new PersonId("kaori");

  private final Map<String, Component> catalogue = new HashMap<>();
  private final Lines lines = new Lines();
  private final Logger logger = Logger.getLogger("org.honbu.people");
  private final ComponentsResource resource =
      new ComponentsResource(
          Strict.fake(People.class, new Town()),
          Strict.fake(Organisation.class, new Office()),
          new CurrentPerson(Strict.fake(HttpServletRequest.class, new Request())));

  @BeforeEach
  void listen() {
    logger.addHandler(lines);
    logger.setLevel(Level.INFO);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(lines);
    logger.setLevel(null);
    logger.setUseParentHandlers(true);
  }

  @Test
  void theLogSaysWhoChangedWhatAndHowItWas() {
    write("CORE");
    write("MINOR");
    write("MINOR");

    assertThat(lines.heard).hasSize(2);
    assertThat(lines.heard.get(0)).contains("kaori", "ledger", "CORE", "before: nothing");
    assertThat(lines.heard.get(1)).contains("kaori", "MINOR").containsPattern("before: .*CORE");
  }

  private void write(String function) {
    resource.define("ledger", new CatalogueEntry(function, "platform", null, null, List.of()));
  }

  private final class Town {
    @SuppressWarnings("unused")
    boolean hasRole(PersonId person, Role role) {
      return person.equals(KAORI) && role == Role.SCHEDULE_ADMIN;
    }

    @SuppressWarnings("unused")
    List<Team> teams() {
      return List.of(
          new Team(new TeamId("platform"), new Words("基盤", "Platform"), Team.Type.PLATFORM));
    }

    @SuppressWarnings("unused")
    Optional<Component> component(String id) {
      return Optional.ofNullable(catalogue.get(id));
    }
  }

  private final class Office {
    @SuppressWarnings("unused")
    void define(Component component) {
      catalogue.put(component.id(), component);
    }
  }

  private static final class Request {
    @SuppressWarnings("unused")
    Principal getUserPrincipal() {
      return KAORI::value;
    }
  }

  private static final class Lines extends Handler {
    final List<String> heard = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      heard.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
