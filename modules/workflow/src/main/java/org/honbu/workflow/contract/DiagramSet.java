package org.honbu.workflow.contract;

import camundajar.impl.com.google.gson.JsonObject;
import camundajar.impl.com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;

/** Everything in {@code bpmn/}, read once. */
record DiagramSet(
    Map<String, Listed> handlers,
    List<ProcessFile> processes,
    List<TableFile> tables,
    List<FormFile> forms,
    List<Violation> unreadable) {

  /** A diagram. */
  record ProcessFile(String path, BpmnModelInstance model) {
    private static final Pattern TAKES = Pattern.compile("(?:^|\\n)\\s*in: ([^;]*)");
    private static final Pattern GIVES = Pattern.compile("out: ([^;]*)");

    String id() {
      return name(path);
    }

    /** Facts the process says it needs, in its documentation: {@code in: a, b; out: c}. */
    Set<String> takes() {
      return declared(TAKES);
    }

    /** Facts the process says it gives back. */
    Set<String> gives() {
      return declared(GIVES);
    }

    private Set<String> declared(Pattern part) {
      Matcher found = part.matcher(documentation());
      return found.find() ? Listed.facts(found.group(1)) : Set.of();
    }

    private String documentation() {
      return model.getModelElementsByType(Process.class).stream()
          .flatMap(process -> process.getDocumentations().stream())
          .map(text -> text.getTextContent())
          .collect(Collectors.joining("\n"));
    }
  }

  /** A decision table. */
  record TableFile(String path, DmnModelInstance model) {}

  /** A form. */
  record FormFile(String path, JsonObject json) {}

  /** Reads files that {@link Safety} found readable. */
  static DiagramSet read(Map<String, String> files) {
    var set =
        new DiagramSet(
            Listed.packed(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    new TreeMap<>(files).forEach(set::add);
    return set;
  }

  private void add(String path, String text) {
    try {
      if (path.endsWith(".bpmn")) {
        processes.add(new ProcessFile(path, Bpmn.readModelFromStream(stream(text))));
      } else if (path.endsWith(".dmn")) {
        tables.add(new TableFile(path, Dmn.readModelFromStream(stream(text))));
      } else if (path.endsWith(".form")) {
        forms.add(new FormFile(path, JsonParser.parseString(text).getAsJsonObject()));
      }
    } catch (ModelException unreadable) {
      refuse(path, unreadable);
    }
  }

  private void refuse(String path, Exception why) {
    unreadable.add(
        Violation.of(
            path,
            "このファイルは読めません：{0}。Modeler で開いて保存し直してください",
            "This file cannot be read: {0}. Open it in the Modeler and save it again",
            String.valueOf(why.getMessage()).lines().findFirst().orElse("")));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }

  /** The module that owns a file: the folder it lies in. */
  static String folder(String path) {
    return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
  }

  Optional<ProcessFile> process(String id) {
    return processes.stream().filter(process -> process.id().equals(id)).findFirst();
  }

  Optional<FormFile> form(String id) {
    return forms.stream().filter(form -> name(form.path()).equals(id)).findFirst();
  }
}
