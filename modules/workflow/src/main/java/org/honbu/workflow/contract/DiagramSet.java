package org.honbu.workflow.contract;

import camundajar.impl.com.google.gson.JsonObject;
import camundajar.impl.com.google.gson.JsonParseException;
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
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.w3c.dom.Document;

/** Everything in {@code bpmn/}, read once. */
record DiagramSet(
    Map<String, Listed> handlers,
    List<ProcessFile> processes,
    List<TableFile> tables,
    List<FormFile> forms,
    List<Violation> unreadable) {

  /** A diagram. */
  record ProcessFile(String path, BpmnModelInstance model, Document xml) {
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

  static DiagramSet read(Map<String, String> files) {
    var set =
        new DiagramSet(
            Listed.read(files.getOrDefault("handlers.csv", "")),
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
        Document xml = xml(text);
        processes.add(new ProcessFile(path, Bpmn.readModelFromStream(stream(text)), xml));
      } else if (path.endsWith(".dmn")) {
        xml(text);
        tables.add(new TableFile(path, Dmn.readModelFromStream(stream(text))));
      } else if (path.endsWith(".form")) {
        forms.add(new FormFile(path, JsonParser.parseString(text).getAsJsonObject()));
      }
    } catch (JsonParseException | IllegalStateException | ModelUnreadable unreadable) {
      refuse(path, unreadable);
    } catch (org.camunda.bpm.model.xml.ModelException unreadable) {
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

  /** Without document types, so that nothing outside the file can be reached. */
  private static Document xml(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(stream(text));
    } catch (javax.xml.parsers.ParserConfigurationException
        | org.xml.sax.SAXException
        | java.io.IOException unreadable) {
      throw new ModelUnreadable(unreadable);
    }
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

  boolean hasTable(String id) {
    return tables.stream()
        .flatMap(table -> table.model().getModelElementsByType(Decision.class).stream())
        .anyMatch(decision -> decision.getId().equals(id));
  }

  Optional<FormFile> form(String id) {
    return forms.stream().filter(form -> name(form.path()).equals(id)).findFirst();
  }

  private static final class ModelUnreadable extends RuntimeException {
    ModelUnreadable(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }
}
