package org.honbu.workflow.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.NativeProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Overview;
import org.honbu.workflow.Timers;
import org.honbu.workflow.Waiting;

/** Four questions to the engine: the runs, their tasks, who these are offered to, the timers. */
record EngineOverview(EngineRoom room, EngineTimers timers) implements Overview {

  @Override
  public Map<Subject, View> of(Collection<? extends Subject> subjects) {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    var engine = (ProcessEngineConfigurationImpl) room.engine().getProcessEngineConfiguration();
    return room.asHonbu(
        () -> engine.getCommandExecutorTxRequired().execute(command -> look(command, subjects)));
  }

  private Map<Subject, View> look(CommandContext command, Collection<? extends Subject> subjects) {
    Map<String, String> runs = runs(subjects.stream().map(Subject::value).distinct().toList());
    if (runs.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Waiting>> tasks = tasks(command, runs);
    Map<String, List<Timers.Next>> next =
        timers.of(runs.keySet()).stream()
            .collect(
                groupingBy(
                    timer -> runs.get(timer.getProcessInstanceId()),
                    Collectors.mapping(timers::view, Collectors.toList())));
    return runs.values().stream()
        .distinct()
        .collect(
            toMap(
                Subject::parse,
                key ->
                    new View(
                        tasks.getOrDefault(key, List.of()), next.getOrDefault(key, List.of()))));
  }

  /** Ids of all runs, called ones included, and whose each is. The engine's own query takes one. */
  private Map<String, String> runs(List<String> keys) {
    String places =
        IntStream.range(0, keys.size())
            .mapToObj("#{key%d}"::formatted)
            .collect(Collectors.joining(", "));
    NativeProcessInstanceQuery query =
        room.engine()
            .getRuntimeService()
            .createNativeProcessInstanceQuery()
            .sql(
                "select * from %s where BUSINESS_KEY_ in (%s)"
                    .formatted(
                        room.engine().getManagementService().getTableName(ProcessInstance.class),
                        places));
    for (int i = 0; i < keys.size(); i++) {
      query.parameter("key" + i, keys.get(i));
    }
    return query.list().stream()
        .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
  }

  private Map<String, List<Waiting>> tasks(CommandContext command, Map<String, String> runs) {
    List<Task> open =
        room.engine()
            .getTaskService()
            .createTaskQuery()
            .processInstanceIdIn(runs.keySet().toArray(String[]::new))
            .active()
            .orderByTaskCreateTime()
            .asc()
            .list();
    Map<String, Candidates> offered =
        Candidates.of(command, open.stream().map(Task::getId).toList());
    Map<String, List<Waiting>> bySubject = new HashMap<>();
    for (Task task : open) {
      bySubject
          .computeIfAbsent(runs.get(task.getProcessInstanceId()), any -> new ArrayList<>())
          .add(seen(task, offered.getOrDefault(task.getId(), Candidates.NOBODY)));
    }
    return bySubject;
  }

  private static Waiting seen(Task task, Candidates offered) {
    return new Seen(
        task.getTaskDefinitionKey(),
        TaskView.nameOf(task),
        TaskView.processOf(task),
        Optional.ofNullable(task.getAssignee()).map(PersonId::new),
        offered.groups(),
        offered.people(),
        task.getCreateTime().toInstant());
  }

  private record Seen(
      String step,
      String name,
      String process,
      Optional<PersonId> assignee,
      Set<String> groups,
      Set<PersonId> people,
      Instant since)
      implements Waiting {}
}
