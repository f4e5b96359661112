package org.honbu.workflow.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.honbu.workflow.contract.DiagramSet.ProcessFile;
import org.jspecify.annotations.Nullable;

/** Boxes: each names something that exists and hands over what is needed. */
final class Steps {
  private static final Pattern ONE_NAME = Pattern.compile("\\$\\{([a-zA-Z][a-zA-Z0-9]*)}");
  private static final Pattern GROUP =
      Pattern.compile("team:(\\$\\{[a-zA-Z][a-zA-Z0-9]*}|[a-z][a-z0-9-]*)");

  /** Realm roles (ARCHITECTURE 6). */
  private static final Set<String> ROLES =
      Set.of(
          "employee",
          "customer-support",
          "responder",
          "incident-commander",
          "commander-trainee",
          "announcer",
          "process-owner",
          "drill-facilitator",
          "drill-evaluator",
          "schedule-admin",
          "privacy-officer",
          "admin");

  private final DiagramSet set;
  private final ProcessFile file;
  private final Report report;
  private final String folder;

  Steps(DiagramSet set, ProcessFile file, Report report) {
    this.set = set;
    this.file = file;
    this.report = report;
    this.folder = DiagramSet.folder(file.path());
  }

  void check() {
    all(ServiceTask.class).forEach(task -> handler(task, task.getCamundaDelegateExpression()));
    all(BusinessRuleTask.class).forEach(task -> handler(task, task.getCamundaDelegateExpression()));
    all(UserTask.class).forEach(this::humanTask);
    all(CallActivity.class).forEach(this::call);
    all(BoundaryEvent.class).forEach(this::caught);
  }

  private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return file.model().getModelElementsByType(type);
  }

  /** Whether the name is listed at all is {@link Safety}'s to say. */
  private void handler(FlowElement task, @Nullable String expression) {
    Matcher named = ONE_NAME.matcher(String.valueOf(expression));
    Listed handler = named.matches() ? set.handlers().get(named.group(1)) : null;
    if (handler != null && !handler.mayBeUsedIn(folder)) {
      report.says(
          "「{0}」の処理 {1} はモジュール {2} のもので、{3} の図からは使えません",
          "“{0}” names {1} of the module {2}, which diagrams of {3} may not use",
          Report.label(task),
          handler.name(),
          handler.module(),
          folder);
    }
  }

  private void humanTask(UserTask task) {
    if (task.getCamundaFormRef() == null) {
      report.says("「{0}」にフォームを選んでください", "Choose a form for “{0}”", Report.label(task));
    }
    task.getCamundaCandidateGroupsList().forEach(group -> group(task, group.strip()));
    Stream.concat(
            task.getCamundaCandidateUsersList().stream(),
            Stream.ofNullable(task.getCamundaAssignee()))
        .filter(person -> !ONE_NAME.matcher(person).matches())
        .forEach(person -> person(task, person));
    boolean isForNobody =
        task.getCamundaCandidateGroupsList().isEmpty()
            && task.getCamundaCandidateUsersList().isEmpty()
            && task.getCamundaAssignee() == null;
    if (isForNobody) {
      report.says(
          "「{0}」を誰が引き受けられるか（Candidate groups）を書いてください",
          "Say who may take “{0}” (candidate groups)", Report.label(task));
    }
  }

  private void group(UserTask task, String group) {
    if (!ROLES.contains(group) && !GROUP.matcher(group).matches()) {
      report.says(
          "「{0}」の役割 {1} は知られていません。使えるのは {2} と team:… です",
          "“{0}” is for the role {1}, which nobody knows; there are {2} and team:…",
          Report.label(task),
          group,
          ROLES.stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  private void person(UserTask task, String person) {
    report.says(
        "「{0}」に人の名前 {1} は書けません。役割か、値の名前を書いてください",
        "“{0}” may not name the person {1}; name a role or a fact", Report.label(task), person);
  }

  private void call(CallActivity call) {
    String called = String.valueOf(call.getCalledElement());
    ProcessFile target = set.process(called).orElse(null);
    if (target == null) {
      return; // Safety says so
    }
    if (!Listed.reaches(folder, DiagramSet.folder(target.path()))) {
      report.says(
          "「{0}」が呼ぶ工程 {1} は {2} のもので、{3} の図からは呼べません",
          "“{0}” calls {1} of {2}, which diagrams of {3} may not call",
          Report.label(call),
          called,
          DiagramSet.folder(target.path()),
          folder);
    }
    handsOver(call, target);
    catches(call, target);
  }

  private void handsOver(CallActivity call, ProcessFile target) {
    Set<String> given =
        children(call, CamundaIn.class).stream()
            .map(CamundaIn::getCamundaTarget)
            .collect(Collectors.toSet());
    Set<String> missing = new HashSet<>(target.takes());
    missing.removeAll(given);
    if (!missing.isEmpty()) {
      report.says(
          "「{0}」は {1} に値 {2} を渡していません",
          "“{0}” does not hand {1} the facts {2}",
          Report.label(call),
          target.id(),
          String.join(", ", missing.stream().sorted().toList()));
    }
    children(call, CamundaOut.class).stream()
        .map(CamundaOut::getCamundaSource)
        .filter(fact -> fact != null && !target.gives().contains(fact))
        .forEach(
            fact ->
                report.says(
                    "「{0}」は {1} から値 {2} を受け取れません",
                    "“{0}” wants the fact {2} back, which {1} does not give",
                    Report.label(call),
                    target.id(),
                    fact));
  }

  static <T extends ModelElementInstance> Collection<T> children(CallActivity call, Class<T> type) {
    return call.getExtensionElements() == null
        ? List.of()
        : call.getExtensionElements().getElementsQuery().filterByType(type).list();
  }

  private void catches(CallActivity call, ProcessFile target) {
    Set<String> caught =
        all(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().equals(call))
            .flatMap(Steps::errors)
            .collect(Collectors.toSet());
    target.model().getModelElementsByType(EndEvent.class).stream()
        .flatMap(Steps::errors)
        .filter(error -> !caught.contains(error))
        .forEach(
            error ->
                report.says(
                    "「{0}」の縁で {1} を受け止めてください。{2} はそう終わることがあります",
                    "Catch {1} on the edge of “{0}”; {2} may end that way",
                    Report.label(call),
                    error,
                    target.id()));
  }

  private static Stream<String> errors(ModelElementInstance event) {
    return event.getChildElementsByType(ErrorEventDefinition.class).stream()
        .map(ErrorEventDefinition::getError)
        .filter(error -> error != null && error.getErrorCode() != null)
        .map(Error::getErrorCode);
  }

  private void caught(BoundaryEvent event) {
    for (ErrorEventDefinition caught : event.getChildElementsByType(ErrorEventDefinition.class)) {
      boolean isNamed =
          caught.getError() != null
              && caught.getError().getId().startsWith("Error_")
              && caught.getError().getId().equals(caught.getError().getErrorCode());
      if (!isNamed) {
        report.says(
            "「{0}」が受け止めるエラーに、id とコードが同じ Error_… を選んでください",
            "“{0}” must catch a named error whose id and code are the same Error_…",
            Report.label(event));
      }
    }
  }
}
