package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;
import org.junit.jupiter.api.Test;

class TaskFollowsSeatTest {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId AOI = new PersonId("aoi");

  private final MemoryStore store = new MemoryStore();
  private final Town town = new Town();
  private final Ids ids = new Ids(Clock.systemUTC());
  private final Names names = new Names(town);
  private final Book book = new Book(store, new NobodyListens(), ids, Clock.systemUTC(), names);
  private final CommandActs command = new CommandActs(store, book, names, town, ids);
  private final Life life = new Life(store, book, command, names, town, ids);
  private final Board tasks = new Board();
  private final TaskFollowsSeat follows =
      new TaskFollowsSeat(book, store, new Engine(new Silent(), tasks));

  @Test
  void aTaskThatComesAfterTheClaimIsGivenToTheCommander() {
    IncidentId incident = room();
    command.take(incident, AOI);
    CommandTaken fact = taken(incident);

    assertThatThrownBy(() -> follows.on(fact))
        .hasMessageContaining(incident.value())
        .isInstanceOfSatisfying(
            ProblemException.class,
            notYet -> assertThat(notYet.problem().owner()).isEqualTo(Problem.Owner.CONFLICT));
    tasks.open.add(lead(incident));
    follows.on(fact);

    assertThat(tasks.assigned).containsExactly("lead-1 aoi");
  }

  @Test
  void anActingCommanderLeavesTheTaskToBeClaimed() {
    IncidentId incident = room();
    tasks.open.add(lead(incident));

    follows.on(taken(incident));

    assertThat(tasks.assigned).isEmpty();
  }

  @Test
  void theActingCommandersOtherTasksFollowWhoeverActsNow() {
    IncidentId incident = room();
    tasks.open.add(lead(incident));
    tasks.open.add(held("assess-1", "Activity_AssessSituation", incident, AOI));

    follows.on(taken(incident));

    assertThat(tasks.assigned).containsExactly("assess-1 misaki");
  }

  private IncidentId room() {
    IncidentId incident =
        life.declaring.declare(Declaration.of("down", Actor.person(MISAKI), Instant.EPOCH));
    command.openRoom(incident, Set.of(), Optional.of(MISAKI), Actor.person(MISAKI));
    return incident;
  }

  private static CommandTaken taken(IncidentId incident) {
    return new CommandTaken(incident, Kind.REAL, MISAKI, AOI, Standing.HELD, 2, Instant.EPOCH);
  }

  private static HumanTask lead(IncidentId incident) {
    return task("lead-1", Steps.LEAD, incident, Optional.empty());
  }

  private static HumanTask held(String id, String step, IncidentId incident, PersonId by) {
    return task(id, step, incident, Optional.of(by));
  }

  private static HumanTask task(
      String id, String step, IncidentId incident, Optional<PersonId> holder) {
    return new HumanTask(
        id,
        step,
        "指揮する / Lead the incident",
        "WarRoom",
        incident,
        holder,
        Set.of("incident-commander"),
        Set.of(),
        Instant.EPOCH,
        Optional.empty(),
        Facts.none());
  }

  private static final class Board implements HumanTasks {
    private final List<HumanTask> open = new ArrayList<>();
    private final List<String> assigned = new ArrayList<>();

    @Override
    public List<HumanTask> open(org.honbu.kernel.Subject subject) {
      return open;
    }

    @Override
    public Optional<HumanTask> open(org.honbu.kernel.Subject subject, String step) {
      return open.stream().filter(task -> task.step().equals(step)).findFirst();
    }

    @Override
    public Optional<HumanTask> find(String taskId) {
      return open.stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    @Override
    public void assign(HumanTask task, PersonId holder) {
      assigned.add(task.id() + " " + holder);
    }

    @Override
    public void release(HumanTask task) {
      throw new UnsupportedOperationException("command is not dropped");
    }

    @Override
    public void complete(HumanTask task, Facts facts) {
      throw new UnsupportedOperationException("command does not end here");
    }

    @Override
    public <T> T together(Supplier<T> work) {
      return work.get();
    }
  }

  private static final class Silent implements Processes {
    @Override
    public boolean start(String processId, org.honbu.kernel.Subject subject, Facts facts) {
      throw new UnsupportedOperationException("nothing is started");
    }

    @Override
    public boolean startBeside(
        String processId, org.honbu.kernel.Subject subject, String apart, Facts facts) {
      throw new UnsupportedOperationException("nothing is started");
    }

    @Override
    public boolean startAt(
        String processId, org.honbu.kernel.Subject subject, List<String> steps, Facts facts) {
      throw new UnsupportedOperationException("nothing is started");
    }

    @Override
    public boolean tell(String message, org.honbu.kernel.Subject subject, Facts facts) {
      return false;
    }

    @Override
    public void stop(org.honbu.kernel.Subject subject, String why) {
      throw new UnsupportedOperationException("nothing is stopped");
    }

    @Override
    public List<Progress> progress(org.honbu.kernel.Subject subject) {
      return List.of();
    }

    @Override
    public boolean waits(String processId, String message, org.honbu.kernel.Subject subject) {
      return false;
    }

    @Override
    public boolean runs(String processId, org.honbu.kernel.Subject subject) {
      return true;
    }
  }

  private static final class NobodyListens implements Outbox {
    @Override
    public void announce(Fact fact, Subject subject) {
      // Facts have tests of their own.
    }

    @Override
    public List<Stuck> stuck() {
      return List.of();
    }

    @Override
    public void retry(long place) {
      throw new UnsupportedOperationException("nothing is stuck");
    }
  }
}
