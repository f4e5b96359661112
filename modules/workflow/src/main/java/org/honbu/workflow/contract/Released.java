package org.honbu.workflow.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.dmn.instance.Output;
import org.honbu.workflow.contract.DiagramSet.FormFile;
import org.honbu.workflow.contract.DiagramSet.ProcessFile;
import org.honbu.workflow.contract.DiagramSet.TableFile;

/**
 * What open incidents and the program hang on: elements and messages of diagrams, answer columns of
 * tables, fields of forms. What the last release had stays; labels may change any day.
 *
 * <p>{@code bpmn/released.csv} is written at each release: {@link #main}. A line is taken out by
 * hand, together with a migration of the incidents that may wait there.
 *
 * @param label as people called it then
 */
record Released(String file, String id, String label) {

  /** What of the last release is missing now. */
  static List<Violation> missing(DiagramSet set) {
    Map<String, List<Released>> now =
        all(set).collect(Collectors.groupingBy(Released::file, TreeMap::new, Collectors.toList()));
    var violations = new ArrayList<Violation>();
    packed()
        .collect(Collectors.groupingBy(Released::file, TreeMap::new, Collectors.toList()))
        .forEach((file, then) -> violations.addAll(missing(file, then, now.get(file))));
    return violations;
  }

  private static List<Violation> missing(
      String file, List<Released> then, @org.jspecify.annotations.Nullable List<Released> now) {
    if (now == null) {
      return List.of(
          Violation.of(
              file,
              "ファイルがありません。一式はいつも全部そろえて読み込みます",
              "This file is missing; a set is always loaded as a whole"));
    }
    List<String> ids = now.stream().map(Released::id).toList();
    return then.stream()
        .filter(released -> !ids.contains(released.id))
        .map(Released::isGone)
        .toList();
  }

  private Violation isGone() {
    return Violation.of(
        file,
        "「{0}」（{1}）が消えたか、id が変わりました。進行中のインシデントが待っているかもしれません。元に戻すか、開発者に移行を頼んでください",
        "“{0}” ({1}) is gone or has another id, and open incidents may wait there; put it back, or ask a developer for a migration",
        label,
        id);
  }

  private static Stream<Released> packed() {
    return Packed.lines("released.csv")
        .map(line -> line.split(",", 3))
        .map(cells -> new Released(cells[0], cells[1], cells[2]));
  }

  private static Stream<Released> all(DiagramSet set) {
    return Stream.of(
            set.processes().stream().flatMap(Released::of),
            set.tables().stream().flatMap(Released::of),
            set.forms().stream().flatMap(Released::of))
        .flatMap(each -> each);
  }

  private static Stream<Released> of(ProcessFile file) {
    return Stream.concat(
        file.model().getModelElementsByType(FlowNode.class).stream()
            .map(node -> new Released(file.path(), node.getId(), Report.label(node))),
        file.model().getModelElementsByType(Message.class).stream()
            .map(message -> new Released(file.path(), message.getId(), message.getName())));
  }

  private static Stream<Released> of(TableFile file) {
    return file.model().getModelElementsByType(Output.class).stream()
        .map(column -> new Released(file.path(), column.getName(), column.getLabel()));
  }

  private static Stream<Released> of(FormFile file) {
    return FormPromises.fields(file.json()).entrySet().stream()
        .map(field -> new Released(file.path(), field.getKey(), field.getValue()));
  }

  /**
   * Prints the list for a folder that is about to be released.
   *
   * @param args the folder
   */
  public static void main(String[] args) {
    var out = new java.io.PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
    out.println("file,id,label");
    all(DiagramSet.read(DiagramContract.folder(java.nio.file.Path.of(args[0]))))
        .map(each -> each.file + "," + each.id + "," + each.label)
        .sorted()
        .forEach(out::println);
  }
}
