package org.honbu.workflow.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Directory;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskRule;

/** Engines in memory for this module's own tests: ours, ours with a wall removed, and stock. */
final class Rooms {
  private Rooms() {}

  static ProcessEngineConfigurationImpl bare() {
    var bare = new StandaloneInMemProcessEngineConfiguration();
    bare.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    bare.setJobExecutorActivate(false);
    return bare;
  }

  static EngineRoom ours(Directory people, TaskRule... rules) {
    return EngineRoom.open(
        bare(), new EngineRoom.Staff(Clock.systemUTC(), people, handlers(), List.of(rules)));
  }

  /** Ours, but whatever the lint would refuse is deployed. */
  static ProcessEngine withoutLint() {
    var bare = bare();
    EngineRoom.harden(
        bare, new EngineRoom.Staff(Clock.systemUTC(), new People(), handlers(), List.of()));
    bare.setCustomPreDeployers(new ArrayList<>());
    return bare.buildProcessEngine();
  }

  /** Camunda as it comes, with authorization on as an operator would. */
  static ProcessEngine stock() {
    var bare = bare();
    bare.setProcessEngineName("stock");
    bare.setAuthorizationEnabled(true);
    return bare.buildProcessEngine();
  }

  static List<TaskHandler> handlers() {
    return List.of(
        new TaskHandler() {
          @Override
          public String name() {
            return "page";
          }

          @Override
          public Facts perform(Step step) {
            return Facts.none();
          }
        });
  }

  /** People by login name with their groups. */
  static final class People implements Directory {
    private final Map<String, Set<String>> groups = new HashMap<>();

    People with(String login, String... has) {
      groups.put(login, Set.of(has));
      return this;
    }

    @Override
    public Optional<Entry> find(PersonId person) {
      return Optional.ofNullable(groups.get(person.value()))
          .map(has -> new Entry(person, "井上", person.value(), "", has));
    }

    @Override
    public List<Entry> everybody() {
      return groups.keySet().stream().flatMap(l -> find(new PersonId(l)).stream()).toList();
    }
  }
}
