package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/** Remembers what the engine was told; waits for whatever a test lets it wait for. */
final class FakeEngine implements Processes, HumanTasks {
  /** Messages that somebody waits for. */
  final Set<String> waits = new HashSet<>();

  /** Messages told, with their facts. */
  final List<String> told = new ArrayList<>();

  /** {@code Activity_… person} for each task given or completed. */
  final List<String> given = new ArrayList<>();

  final List<String> completed = new ArrayList<>();
  private final List<HumanTask> open = new ArrayList<>();

  HumanTask opens(IncidentId incident, String step, String... groups) {
    var task =
        new HumanTask(
            "task-" + step,
            step,
            step,
            "CommandHandover",
            incident,
            Optional.empty(),
            Set.of(groups),
            Set.of(),
            Instant.EPOCH,
            Optional.empty(),
            Facts.none());
    open.add(task);
    return task;
  }

  /** A task of the commander, who has it. */
  void holds(IncidentId incident, String step, PersonId holder) {
    open.add(
        new HumanTask(
            "task-" + step,
            step,
            step,
            "WarRoom",
            incident,
            Optional.of(holder),
            Set.of("incident-commander"),
            Set.of(),
            Instant.EPOCH,
            Optional.empty(),
            Facts.none()));
  }

  @Override
  public boolean tell(String message, Subject subject, Facts facts) {
    told.add(message + (facts.isEmpty() ? "" : " " + facts));
    return waits.contains(message);
  }

  @Override
  public List<HumanTask> open(Subject subject) {
    return List.copyOf(open);
  }

  @Override
  public Optional<HumanTask> open(Subject subject, String step) {
    return open.stream().filter(task -> task.step().equals(step)).findFirst();
  }

  @Override
  public Optional<HumanTask> find(String taskId) {
    return open.stream().filter(task -> task.id().equals(taskId)).findFirst();
  }

  @Override
  public void assign(HumanTask task, PersonId holder) {
    given.add(task.step() + " " + holder);
  }

  @Override
  public void complete(HumanTask task, Facts facts) {
    completed.add(task.step());
    open.remove(task);
  }

  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("a handover does not ask this");
  }

  @Override
  public void release(HumanTask task) {
    throw unasked();
  }

  @Override
  public boolean start(String processId, Subject subject, Facts facts) {
    throw unasked();
  }

  @Override
  public boolean startBeside(String processId, Subject subject, String apart, Facts facts) {
    throw unasked();
  }

  @Override
  public boolean startAt(String processId, Subject subject, List<String> steps, Facts facts) {
    throw unasked();
  }

  @Override
  public void stop(Subject subject, String why) {
    throw unasked();
  }

  @Override
  public List<Progress> progress(Subject subject) {
    throw unasked();
  }

  @Override
  public boolean waits(String processId, String message, Subject subject) {
    throw unasked();
  }

  @Override
  public boolean runs(String processId, Subject subject) {
    throw unasked();
  }

  @Override
  public <T> T together(Supplier<T> work) {
    return work.get();
  }
}
