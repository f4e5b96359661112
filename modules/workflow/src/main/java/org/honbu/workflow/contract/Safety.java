package org.honbu.workflow.contract;

import camundajar.impl.com.google.gson.JsonElement;
import camundajar.impl.com.google.gson.JsonObject;
import camundajar.impl.com.google.gson.JsonParseException;
import camundajar.impl.com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The wall: refuses what could run, reach out or swamp, and what names something that is not there.
 * Default deny, so that a way to run code that nobody thought of is refused as well.
 *
 * <p>Reads bare XML and JSON, never the engine's own readers, so that it may stand before them.
 */
final class Safety {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_FILES = 300;
  private static final int MOST_ELEMENTS = 5_000;

  private static final Set<String> FORM_PARTS =
      Set.of(
          "default",
          "text",
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "checklist",
          "taglist",
          "radio",
          "select",
          "datetime",
          "group",
          "spacer",
          "separator");

  private static final Pattern MARKUP =
      Pattern.compile("<\\s*/?[A-Za-z!]|javascript:|data:", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> files;
  private final Set<String> handlers;
  private final Map<String, String> readable = new TreeMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, Set<String>> calls = new TreeMap<>();
  private String file = "";

  private Safety(Map<String, String> files, Set<String> handlers) {
    this.files = new TreeMap<>(files);
    this.handlers = handlers;
  }

  /**
   * Looks for everything dangerous or dangling in files that are to be loaded together.
   *
   * @param handlers names that {@code ${…}} on an automatic step may use
   */
  static Safety of(Map<String, String> files, Set<String> handlers) {
    var safety = new Safety(files, handlers);
    if (files.size() > MOST_FILES) {
      safety.says(
          "ファイルが多すぎます（{0} 個。{1} 個まで）",
          "There are too many files ({0}; {1} at most)", files.size(), MOST_FILES);
    } else {
      safety.files.forEach(safety::read);
      safety.calls.keySet().forEach(safety::circle);
    }
    return safety;
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** What may be read further: XML and JSON that are what they say they are. */
  Map<String, String> readable() {
    return readable;
  }

  private void read(String name, String content) {
    file = name;
    if (content.length() > LONGEST) {
      says("ファイルが大きすぎます（1 MiB まで）", "The file is too large (1 MiB at most)");
    } else if (name.endsWith(".form")) {
      form(content);
    } else if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
      xml(content);
    } else {
      says(
          "扱えない種類のファイルです。置けるのは .bpmn、.dmn、.form だけです",
          "This kind of file is not loaded; there may be .bpmn, .dmn and .form only");
    }
  }

  private void xml(String content) {
    try {
      Element root = parse(content);
      int elements = root.getElementsByTagName("*").getLength();
      Vocabulary words = Vocabulary.of(file);
      if (elements > MOST_ELEMENTS) {
        says("要素が多すぎます（{0}）", "Too many elements ({0})", elements);
      } else if (!words.space().equals(root.getNamespaceURI())
          || !"definitions".equals(root.getLocalName())) {
        says("BPMN（Platform 7）または DMN のファイルではありません", "This is not a BPMN (Platform 7) or DMN file");
      } else {
        readable.put(file, content);
        new SafeXml(this, words).check(root);
      }
    } catch (IOException | SAXException | ParserConfigurationException unreadable) {
      unreadable(unreadable);
    }
  }

  /** No document types and no entities: nothing outside of the text is ever read. */
  private static Element parse(String content)
      throws IOException, SAXException, ParserConfigurationException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(content))).getDocumentElement();
  }

  private void form(String content) {
    try {
      JsonObject form = JsonParser.parseString(content).getAsJsonObject();
      component(form);
      readable.put(file, content);
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException noForm) {
      unreadable(noForm);
    }
  }

  private void component(JsonObject part) {
    String type = text(part, "type");
    String label = text(part, type.equals("datetime") ? "dateLabel" : "label");
    if (!FORM_PARTS.contains(type)) {
      says(
          "部品「{0}」（{1}）はフォームに使えません",
          "The part “{0}” ({1}) may not be used in a form",
          label.isEmpty() ? text(part, "id") : label,
          type);
    }
    for (String shown : List.of("text", "label", "description")) {
      JsonElement words = part.get(shown);
      if (words != null && MARKUP.matcher(words.toString()).find()) {
        says("フォームの文章に HTML は書けません：{0}", "A form’s text may not contain HTML: {0}", words);
      }
    }
    if (part.has("components")) {
      part.getAsJsonArray("components").forEach(inner -> component(inner.getAsJsonObject()));
    }
  }

  private static String text(JsonObject part, String key) {
    return part.has(key) ? part.get(key).getAsString() : "";
  }

  private void unreadable(Exception why) {
    says(
        "このファイルは読めません：{0}。Modeler で開いて保存し直してください",
        "This file cannot be read: {0}. Open it in the Modeler and save it again",
        String.valueOf(why.getMessage()).lines().findFirst().orElse(""));
  }

  /** A diagram that calls itself, directly or by others, would start for ever. */
  private void circle(String process) {
    var reached = new TreeSet<String>();
    var next = new ArrayDeque<>(calls.getOrDefault(process, Set.of()));
    while (!next.isEmpty()) {
      String called = next.pop();
      if (reached.add(called)) {
        next.addAll(calls.getOrDefault(called, Set.of()));
      }
    }
    if (reached.contains(process)) {
      says("工程「{0}」が自分自身を呼び出しています", "The process “{0}” calls itself", process);
    }
  }

  /** Remembers who calls whom. */
  void calls(String called) {
    calls.computeIfAbsent(DiagramSet.name(file), none -> new HashSet<>()).add(called);
  }

  boolean hasHandler(String name) {
    return handlers.contains(name);
  }

  /** Whether a file of this name travels along, in whatever folder. */
  boolean has(String name) {
    return files.keySet().stream().anyMatch(path -> path.equals(name) || path.endsWith("/" + name));
  }

  void says(String ja, String en, Object... values) {
    Object[] safe = Arrays.stream(values).map(v -> shortened(String.valueOf(v))).toArray();
    violations.add(Violation.of(file, ja, en, safe));
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.length() <= 120 ? line : line.substring(0, 120) + "…";
  }
}
