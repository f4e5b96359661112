package org.honbu.testkit.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.BusinessError;
import org.honbu.workflow.Directory;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskRule;
import org.honbu.workflow.TaskWitness;
import org.honbu.workflow.internal.EngineRoom.Staff;

/** The staff an engine was built with, which passes everything on to that of the present test. */
final class OnDuty {
  private Staff now;
  private Map<String, TaskHandler> handlers = Map.of();

  OnDuty(Staff first) {
    now = first;
    relieve(first);
  }

  /** From now on these work; there are as many as before, with the same names and steps. */
  void relieve(Staff next) {
    now = next;
    handlers =
        next.handlers().stream().collect(Collectors.toMap(TaskHandler::name, Function.identity()));
  }

  /** Whoever is on duty, as the engine knows them. */
  Staff posts() {
    return new Staff(
        new PresentClock(),
        new PresentDirectory(),
        handlers.keySet().stream().map(Handler::new).toList(),
        IntStream.range(0, now.rules().size())
            .mapToObj(place -> new Rule(place, rule(place).steps()))
            .toList(),
        IntStream.range(0, now.witnesses().size()).mapToObj(this::witness).toList());
  }

  private TaskRule rule(int place) {
    return List.copyOf(now.rules()).get(place);
  }

  private TaskWitness witness(int place) {
    return new TaskWitness() {
      @Override
      public void acted(HumanTask task, PersonId person) {
        present().acted(task, person);
      }

      @Override
      public boolean mayRead(Subject about, PersonId person) {
        return present().mayRead(about, person);
      }

      private TaskWitness present() {
        return new ArrayList<>(now.witnesses()).get(place);
      }
    };
  }

  private final class Handler implements TaskHandler {
    private final String name;

    Handler(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Facts perform(Step step) throws BusinessError {
      return Optional.ofNullable(handlers.get(name)).orElseThrow().perform(step);
    }
  }

  private final class Rule implements TaskRule {
    private final int place;
    private final Set<String> steps;

    Rule(int place, Set<String> steps) {
      this.place = place;
      this.steps = steps;
    }

    @Override
    public Set<String> steps() {
      return steps;
    }

    @Override
    public Verdict mayHold(HumanTask task, PersonId person) {
      return rule(place).mayHold(task, person);
    }

    @Override
    public Verdict claimed(HumanTask task, PersonId person) {
      return rule(place).claimed(task, person);
    }

    @Override
    public Verdict released(HumanTask task, PersonId person) {
      return rule(place).released(task, person);
    }

    @Override
    public Verdict completed(HumanTask task, PersonId person, Facts answers) {
      return rule(place).completed(task, person, answers);
    }
  }

  private final class PresentDirectory implements Directory {
    @Override
    public Optional<Entry> find(PersonId person) {
      return now.directory().find(person);
    }

    @Override
    public List<Entry> everybody() {
      return now.directory().everybody();
    }
  }

  private final class PresentClock extends Clock {
    @Override
    public Instant instant() {
      return now.clock().instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return now.clock().withZone(zone);
    }
  }
}
