package org.honbu.testkit.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.honbu.kernel.Subject;
import org.honbu.workflow.BusinessError;
import org.honbu.workflow.DecisionNotes;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Diagrams;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Overview;
import org.honbu.workflow.Processes;
import org.honbu.workflow.StalledSteps;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskRule;
import org.honbu.workflow.TaskWitness;
import org.honbu.workflow.Timers;
import org.honbu.workflow.internal.EngineRoom;
import org.honbu.workflow.internal.Release;

/** The engine of one test, in memory; see the package for how to use it. */
public final class EngineHarness implements AutoCloseable {
  private final LentEngine lent;
  private final TestTime time = new TestTime(this::workUntil);
  private final Cast people;
  private final Map<String, List<TaskHandler.Step>> calls = new TreeMap<>();
  private final boolean failuresExpected;
  private boolean closed;

  private EngineHarness(Builder plan) {
    people = plan.people;
    failuresExpected = plan.failuresExpected;
    plan.handlers.keySet().forEach(name -> calls.put(name, new ArrayList<>()));
    List<TaskHandler> recorded = plan.handlers.values().stream().map(this::recorded).toList();
    lent =
        LentEngine.borrow(
            plan.release,
            new EngineRoom.Staff(time, people, recorded, plan.rules, plan.witnesses),
            plan.watchers);
  }

  /** An engine with every diagram, table and form of the release. */
  public static Builder all() {
    return new Builder(Release.fromClassPath());
  }

  /**
   * An engine with these files only.
   *
   * @param files names as in {@code bpmn/}, e.g. {@code OnCallPage.bpmn}
   */
  public static Builder of(String... files) {
    return new Builder(Release.fromClassPath().only(files));
  }

  /** An engine with diagrams a test wrote itself, content by file name. */
  public static Builder ofTexts(Map<String, String> files) {
    return new Builder(new Release(files));
  }

  public Processes processes() {
    return room().processes();
  }

  public HumanTasks humanTasks() {
    return room().humanTasks();
  }

  public Decisions decisions() {
    return room().decisions();
  }

  public DecisionNotes decisionNotes() {
    return room().decisionNotes();
  }

  public Diagrams diagrams() {
    return room().diagrams();
  }

  public StalledSteps stalledSteps() {
    return room().stalledSteps();
  }

  public Timers timers() {
    return room().timers();
  }

  public Overview overview() {
    return room().overview();
  }

  /** The people of this test. */
  public Cast people() {
    return people;
  }

  /** The test's clock. */
  public TestTime time() {
    return time;
  }

  /** Somebody signed in at Tasklist. */
  public TasklistUser tasklist(String login) {
    return new TasklistUser(room().engine(), people, login);
  }

  /** Where the subject's processes wait now: ids of elements, called processes included. */
  public Set<String> waitsAt(Subject subject) {
    var ids = new TreeSet<String>();
    processes()
        .progress(subject)
        .forEach(
            run ->
                run.current().stream().filter(id -> !isCall(run.diagram(), id)).forEach(ids::add));
    return ids;
  }

  private boolean isCall(Diagrams.Ref diagram, String element) {
    return room()
            .engine()
            .getRepositoryService()
            .getBpmnModelInstance(diagram.key())
            .getModelElementById(element)
        instanceof org.camunda.bpm.model.bpmn.instance.CallActivity;
  }

  /** Whether nothing of the subject runs any more. */
  public boolean isOver(Subject subject) {
    return room()
            .engine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(subject.value())
            .count()
        == 0;
  }

  /** How a handler was called, oldest first. */
  public List<TaskHandler.Step> calls(String handler) {
    if (!calls.containsKey(handler)) {
      throw new IllegalArgumentException("no handler is named " + handler);
    }
    return List.copyOf(calls.getOrDefault(handler, List.of()));
  }

  /** Lets everything happen that can happen without time passing. */
  public void settle() {
    time.passes(Duration.ZERO);
  }

  /** Empties the engine's tables, as a rebuild does; the records do not notice. */
  public void forgetsEverything() {
    room().forgetEverything();
  }

  /** The engine behind the ports, for the rare question they do not answer. */
  public ProcessEngine engine() {
    return room().engine();
  }

  private TaskHandler recorded(TaskHandler handler) {
    return new TaskHandler() {
      @Override
      public String name() {
        return handler.name();
      }

      @Override
      public Facts perform(Step step) throws BusinessError {
        calls.computeIfAbsent(handler.name(), name -> new ArrayList<>()).add(step);
        return handler.perform(step);
      }
    };
  }

  private void workUntil(Instant until) {
    for (Job due = next(until); due != null; due = next(until)) {
      time.reach(due.getDuedate().toInstant());
      try {
        room().engine().getManagementService().executeJob(due.getId());
      } catch (RuntimeException failed) {
        if (!failuresExpected) {
          throw new AssertionError("a step failed: " + due, failed);
        }
      }
    }
  }

  private @org.jspecify.annotations.Nullable Job next(Instant until) {
    return room()
        .engine()
        .getManagementService()
        .createJobQuery()
        .duedateLowerThan(Date.from(until.plusMillis(1)))
        .withRetriesLeft()
        .active()
        .orderByJobDuedate()
        .asc()
        .listPage(0, 1)
        .stream()
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      lent.giveBack();
    }
  }

  private EngineRoom room() {
    if (closed) {
      throw new IllegalStateException("this test has given its engine back");
    }
    return lent.room();
  }

  /** What a test wants of its engine. */
  public static final class Builder {
    private final Release release;
    private final Map<String, TaskHandler> handlers = new TreeMap<>();
    private final List<TaskRule> rules = new ArrayList<>();
    private final List<TaskWitness> witnesses = new ArrayList<>();
    private final List<Walked> watchers = new ArrayList<>();
    private Cast people = Cast.demo();
    private boolean failuresExpected;

    private Builder(Release release) {
      this.release = release;
      Release.listedHandlers().forEach(name -> handler(name, step -> Facts.none()));
    }

    /** Says what a step does; replaces the silent stand-in of that name. */
    public Builder handler(String name, Performance performance) {
      return handler(
          new TaskHandler() {
            @Override
            public String name() {
              return name;
            }

            @Override
            public Facts perform(Step step) throws BusinessError {
              return performance.perform(step);
            }
          });
    }

    /** Uses a real handler. */
    public Builder handler(TaskHandler handler) {
      handlers.put(handler.name(), handler);
      return this;
    }

    public Builder rule(TaskRule rule) {
      rules.add(rule);
      return this;
    }

    public Builder witness(TaskWitness witness) {
      witnesses.add(witness);
      return this;
    }

    public Builder people(Cast cast) {
      people = cast;
      return this;
    }

    public Builder watchedBy(Walked walked) {
      watchers.add(walked);
      return this;
    }

    /** Steps may throw in this test; they are tried again as the policy says and stall at last. */
    public Builder failuresExpected() {
      failuresExpected = true;
      return this;
    }

    public EngineHarness start() {
      return new EngineHarness(this);
    }
  }

  /** What a handler does, as a lambda. */
  @FunctionalInterface
  public interface Performance {
    Facts perform(TaskHandler.Step step) throws BusinessError;
  }
}
