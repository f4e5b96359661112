package org.honbu.workflow.internal;

import static java.util.Map.entry;

import camundajar.impl.com.google.gson.JsonElement;
import camundajar.impl.com.google.gson.JsonObject;
import camundajar.impl.com.google.gson.JsonParseException;
import camundajar.impl.com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.honbu.kernel.Words;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads diagrams, tables and forms as a process owner draws them, and refuses what is not on its
 * lists: elements, settings, expressions, form parts. Default deny, so that a way to run code that
 * nobody thought of is refused as well.
 *
 * <p>Every finding is a sentence naming the element by its label, in both languages.
 */
final class DiagramLint {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
  private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private static final int LONGEST = 1 << 20;
  private static final int MOST_ELEMENTS = 5_000;
  private static final Duration SHORTEST_TIMER = Duration.ofSeconds(10);

  /** Pictures and notes; they mean nothing to the engine. */
  private static final Set<String> PICTURES =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "http://www.omg.org/spec/DMN/20180521/DI/",
          "http://bpmn.io/schema/bpmn/biocolor/1.0",
          "http://bpmn.io/schema/dmn/biodi/2.0",
          "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
          "http://camunda.org/schema/modeler/1.0");

  private static final Set<String> ELEMENTS =
      Set.of(
          "definitions",
          "process",
          "collaboration",
          "participant",
          "laneSet",
          "lane",
          "flowNodeRef",
          "childLaneSet",
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent",
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "callActivity",
          "receiveTask",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "eventBasedGateway",
          "sequenceFlow",
          "conditionExpression",
          "timerEventDefinition",
          "timeDuration",
          "timeDate",
          "timeCycle",
          "messageEventDefinition",
          "errorEventDefinition",
          "escalationEventDefinition",
          "terminateEventDefinition",
          "message",
          "error",
          "escalation",
          "documentation",
          "textAnnotation",
          "text",
          "association",
          "group",
          "category",
          "categoryValue",
          "incoming",
          "outgoing",
          "extensionElements");

  private static final Set<String> TABLE_PARTS =
      Set.of(
          "definitions",
          "decision",
          "decisionTable",
          "input",
          "inputExpression",
          "inputValues",
          "inputEntry",
          "output",
          "outputValues",
          "outputEntry",
          "rule",
          "text",
          "description",
          "informationRequirement",
          "requiredDecision",
          "requiredInput",
          "inputData",
          "variable",
          "annotation",
          "annotationEntry");

  /** Settings of the engine that a process owner may use, by element. */
  private static final Map<String, Set<String>> SETTINGS =
      Map.ofEntries(
          entry("process", Set.of("historyTimeToLive", "isStartableInTasklist", "versionTag")),
          entry(
              "userTask",
              Set.of(
                  "assignee",
                  "candidateGroups",
                  "candidateUsers",
                  "dueDate",
                  "followUpDate",
                  "formRef",
                  "formRefBinding",
                  "priority")),
          entry("serviceTask", Set.of("delegateExpression")),
          entry(
              "businessRuleTask",
              Set.of(
                  "delegateExpression",
                  "decisionRef",
                  "decisionRefBinding",
                  "mapDecisionResult",
                  "resultVariable")),
          entry("callActivity", Set.of("calledElementBinding")),
          entry("decision", Set.of("historyTimeToLive", "versionTag")),
          entry("input", Set.of("inputVariable", "width")),
          entry("output", Set.of("width")));

  private static final Set<String> FORM_PARTS =
      Set.of(
          "default",
          "text",
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "radio",
          "select",
          "datetime",
          "group",
          "spacer",
          "separator",
          "button");

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern HANDLER = Pattern.compile("\\$\\{(" + NAME + ")}");
  private static final Pattern CONDITION =
      Pattern.compile(
          "\\$\\{\\s*(!?\\s*"
              + NAME
              + "|"
              + NAME
              + "\\s*(==|!=|<=|>=|<|>)\\s*(-?\\d{1,9}|'[^'\\\\]{0,100}'|true|false))\\s*}");
  private static final Pattern VALUE = Pattern.compile("([^$#{}\\\\]|\\$\\{!?" + NAME + "})*");
  private static final Pattern REACHES_OUT =
      Pattern.compile("\\bexternal\\s*\\{|\\bfunction\\s*\\(", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP =
      Pattern.compile("<\\s*/?[A-Za-z!]|javascript:|data:", Pattern.CASE_INSENSITIVE);

  private final Set<String> handlers;
  private final Release release;
  private final List<Words> findings = new ArrayList<>();
  private final Map<String, Set<String>> calls = new TreeMap<>();
  private String file = "";

  private DiagramLint(Release release, Set<String> handlers) {
    this.release = release;
    this.handlers = handlers;
  }

  /**
   * Everything wrong with a release, empty when it may be loaded.
   *
   * @param handlers names that {@code ${…}} on an automatic step may use
   */
  static List<Words> check(Release release, Set<String> handlers) {
    var lint = new DiagramLint(release, handlers);
    release.files().forEach(lint::read);
    lint.calls.keySet().forEach(lint::circle);
    return List.copyOf(lint.findings);
  }

  private void read(String name, String content) {
    file = name;
    if (content.length() > LONGEST) {
      find("ファイルが大きすぎます（1 MiB まで）", "The file is too large (1 MiB at most)");
    } else if (name.endsWith(".form")) {
      form(content);
    } else if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
      xml(content);
    } else {
      find("扱えない種類のファイルです", "This kind of file is not loaded");
    }
  }

  private void xml(String content) {
    try {
      Element root = parse(content);
      int elements = root.getElementsByTagName("*").getLength();
      if (elements > MOST_ELEMENTS) {
        find("要素が多すぎます（{0}）", "Too many elements ({0})", elements);
        return;
      }
      boolean table = file.endsWith(".dmn");
      String expected = table ? DMN : BPMN;
      if (!expected.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
        find("BPMN または DMN のファイルではありません", "This is not a BPMN or DMN file");
        return;
      }
      walk(root, table);
    } catch (IOException | SAXException | ParserConfigurationException unreadable) {
      find("読めません：{0}", "It cannot be read: {0}", String.valueOf(unreadable.getMessage()));
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

  private void walk(Element element, boolean table) {
    String space = String.valueOf(element.getNamespaceURI());
    if (PICTURES.contains(space)) {
      return;
    }
    if (CAMUNDA.equals(space)) {
      handOver(element);
      return;
    }
    String name = element.getLocalName();
    if (!space.equals(table ? DMN : BPMN) || !(table ? TABLE_PARTS : ELEMENTS).contains(name)) {
      find(
          "「{0}」に使えない要素があります：{1}",
          "“{0}” uses an element that is not allowed: {1}", label(element), name);
      return;
    }
    attributes(element, name);
    if (table) {
      tablePart(element, name);
    } else {
      part(element, name);
    }
    for (Element child : children(element)) {
      walk(child, table);
    }
  }

  private void attributes(Element element, String name) {
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      Attr attribute = (Attr) all.item(i);
      String space = attribute.getNamespaceURI();
      boolean engines = CAMUNDA.equals(space) || CAMUNDA_DMN.equals(space);
      if (engines && !SETTINGS.getOrDefault(name, Set.of()).contains(attribute.getLocalName())) {
        find(
            "「{0}」に使えない設定があります：{1}",
            "“{0}” has a setting that is not allowed: {1}",
            label(element),
            attribute.getLocalName());
      } else if (space != null && !engines && !harmless(space)) {
        find(
            "「{0}」に知らない属性があります：{1}",
            "“{0}” has an unknown attribute: {1}", label(element), attribute.getName());
      } else if (engines && attribute.getLocalName().equals("delegateExpression")) {
        handler(element, attribute.getValue());
      } else if (!VALUE.matcher(attribute.getValue()).matches()) {
        expressionRefused(element, attribute.getValue());
      }
    }
  }

  private static boolean harmless(String space) {
    return PICTURES.contains(space)
        || XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(space)
        || XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(space);
  }

  private void part(Element element, String name) {
    switch (name) {
      case "process" -> process(element);
      case "serviceTask" -> {
        if (setting(element, "delegateExpression").isEmpty()) {
          find("「{0}」に処理が選ばれていません", "“{0}” has no handler yet", label(element));
        }
      }
      case "businessRuleTask" -> rule(element);
      case "userTask" -> userTask(element);
      case "callActivity" -> call(element);
      case "conditionExpression" -> condition(element);
      case "timeDuration", "timeCycle", "timeDate" -> timer(element);
      case "messageEventDefinition", "escalationEventDefinition", "errorEventDefinition" -> {
        if (!element.getAttribute("operationRef").isEmpty()) {
          find("「{0}」に外部の操作は書けません", "“{0}” may not name an operation", label(element));
        }
      }
      default -> {
        // the lists above say all there is to say
      }
    }
  }

  private void process(Element process) {
    if (setting(process, "historyTimeToLive").isEmpty()) {
      find(
          "「{0}」に履歴の保存期間（P365D など）がありません",
          "“{0}” has no history time to live (e.g. P365D)", label(process));
    }
    String expected = file.substring(file.lastIndexOf('/') + 1);
    if (!expected.equals(process.getAttribute("id") + ".bpmn")) {
      find(
          "ファイル名とプロセスの ID「{0}」が違います",
          "The file's name and the process id “{0}” differ", process.getAttribute("id"));
    }
  }

  private void rule(Element task) {
    String table = setting(task, "decisionRef");
    if (table.isEmpty() == setting(task, "delegateExpression").isEmpty()) {
      find(
          "「{0}」には決定表か処理のどちらか一つを選んでください",
          "Choose one decision table or one handler for “{0}”", label(task));
    } else if (!table.isEmpty() && !has(table + ".dmn")) {
      find(
          "「{0}」の決定表「{1}」がありません",
          "“{0}” asks a table “{1}” that does not exist", label(task), table);
    } else if (!table.isEmpty() && !setting(task, "decisionRefBinding").equals("deployment")) {
      find(
          "「{0}」の決定表の版は deployment を選んでください",
          "Choose the binding “deployment” for the table of “{0}”", label(task));
    }
  }

  private void userTask(Element task) {
    String form = setting(task, "formRef");
    if (!form.isEmpty() && !has(form + ".form")) {
      find(
          "「{0}」のフォーム「{1}」がありません",
          "“{0}” uses a form “{1}” that does not exist", label(task), form);
    } else if (!form.isEmpty() && !setting(task, "formRefBinding").equals("deployment")) {
      find(
          "「{0}」のフォームの版は deployment を選んでください",
          "Choose the binding “deployment” for the form of “{0}”", label(task));
    }
  }

  private void call(Element call) {
    String called = call.getAttribute("calledElement");
    if (!NAME.matcher(called).matches() || !has(called + ".bpmn")) {
      find(
          "「{0}」が呼ぶ図「{1}」がありません",
          "“{0}” calls a diagram “{1}” that does not exist", label(call), called);
    }
    String caller = file.substring(file.lastIndexOf('/') + 1).replace(".bpmn", "");
    calls.computeIfAbsent(caller, none -> new TreeSet<>()).add(called);
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
      find("「{0}」が自分自身を呼び出しています", "“{0}” calls itself", process);
    }
  }

  private void condition(Element condition) {
    String text = condition.getTextContent().strip();
    var asked = Pattern.compile(NAME.pattern()).matcher(text);
    if (!condition.getAttribute("language").isEmpty() || !CONDITION.matcher(text).matches()) {
      expressionRefused((Element) condition.getParentNode(), text);
    } else if (asked.find() && handlers.contains(asked.group())) {
      find(
          "矢印「{0}」は処理の名前「{1}」を条件にしています",
          "Arrow “{0}” asks a handler’s name “{1}” as if it were a fact",
          label((Element) condition.getParentNode()),
          asked.group());
    }
  }

  private void timer(Element timer) {
    Element event = (Element) timer.getParentNode().getParentNode();
    String text = timer.getTextContent().strip();
    if (text.startsWith("$") || text.startsWith("#")) {
      if (!HANDLER.matcher(text).matches()) {
        expressionRefused(event, text);
      }
      return;
    }
    String period = text.replaceFirst("^R\\d{0,3}/", "");
    try {
      if (!timer.getLocalName().equals("timeDate")
          && period.startsWith("PT")
          && Duration.parse(period).compareTo(SHORTEST_TIMER) < 0) {
        find(
            "「{0}」の時間が短すぎます（10 秒以上）", "The timer “{0}” is too short (10 s at least)", label(event));
      }
    } catch (DateTimeException unreadable) {
      find(
          "「{0}」の時間「{1}」が読めません（例：PT5M）",
          "The timer “{0}” has an unreadable time “{1}” (write e.g. PT5M)", label(event), text);
    }
    if (!period.matches("P[0-9YMWDTHS.]+|\\d{4}-\\d\\d-\\d\\dT[0-9:.+Z-]+")) {
      find(
          "「{0}」の時間「{1}」が読めません（例：PT5M）",
          "The timer “{0}” has an unreadable time “{1}” (write e.g. PT5M)", label(event), text);
    }
  }

  /** {@code camunda:in} and {@code camunda:out} hand facts over; no other extension exists here. */
  private void handOver(Element element) {
    boolean known = element.getLocalName().equals("in") || element.getLocalName().equals("out");
    boolean onCall =
        element.getParentNode().getParentNode() instanceof Element owner
            && owner.getLocalName().equals("callActivity");
    boolean plain = children(element).isEmpty();
    for (Attr attribute : list(element.getAttributes())) {
      plain &=
          switch (attribute.getName()) {
            case "source", "target", "variables", "local" ->
                attribute.getValue().matches("[A-Za-z][A-Za-z0-9_]*");
            case "businessKey" -> attribute.getValue().equals("#{execution.processBusinessKey}");
            default -> attribute.getName().startsWith("xmlns");
          };
    }
    if (!known || !onCall || !plain) {
      Element owner = (Element) element.getParentNode().getParentNode();
      find(
          "「{0}」に使えない拡張があります：{1}",
          "“{0}” has an extension that is not allowed: {1}", label(owner), element.getLocalName());
    }
  }

  private void handler(Element step, String expression) {
    var named = HANDLER.matcher(expression);
    if (!named.matches()) {
      expressionRefused(step, expression);
    } else if (!handlers.contains(named.group(1))) {
      find(
          "「{0}」の処理「{1}」は一覧にありません",
          "“{0}” names a handler “{1}” that is not on the list", label(step), named.group(1));
    }
  }

  private void tablePart(Element part, String name) {
    String language = part.getAttribute("expressionLanguage");
    boolean feel =
        language.isEmpty() || language.equalsIgnoreCase("feel") || language.endsWith("/FEEL/");
    if (!feel) {
      find(
          "「{0}」の言語は FEEL だけです：{1}",
          "“{0}” must be written in FEEL, not {1}", label(part), language);
    }
    if (name.equals("text") && REACHES_OUT.matcher(part.getTextContent()).find()) {
      find(
          "「{0}」の式は表の外に手を伸ばしています：{1}",
          "An expression of “{0}” reaches out of its table: {1}",
          label(part),
          part.getTextContent().strip());
    }
    if (name.equals("decision")) {
      if (children(part).stream().noneMatch(c -> "decisionTable".equals(c.getLocalName()))) {
        find("「{0}」は決定表ではありません", "“{0}” is not a decision table", label(part));
      }
      if (setting(part, "historyTimeToLive").isEmpty()) {
        find(
            "「{0}」に履歴の保存期間（P365D など）がありません",
            "“{0}” has no history time to live (e.g. P365D)", label(part));
      }
    }
  }

  private void form(String content) {
    try {
      component(JsonParser.parseString(content).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException unreadable) {
      find("フォームとして読めません", "It cannot be read as a form");
    }
  }

  private void component(JsonObject part) {
    String type = part.has("type") ? part.get("type").getAsString() : "?";
    if (!FORM_PARTS.contains(type)) {
      find("使えないフォーム部品があります：{0}", "The form has a part that is not allowed: {0}", type);
    }
    for (String shown : List.of("text", "label", "description")) {
      JsonElement text = part.get(shown);
      if (text != null && MARKUP.matcher(text.toString()).find()) {
        find("フォームの文章に HTML は書けません：{0}", "A form’s text may not contain HTML: {0}", text);
      }
    }
    if (part.has("components")) {
      part.getAsJsonArray("components").forEach(inner -> component(inner.getAsJsonObject()));
    }
  }

  private void expressionRefused(Element element, String expression) {
    find(
        "「{0}」の式は使えません（事実の名前を一つだけ書いてください）：{1}",
        "“{0}” has an expression that is not allowed (name one fact): {1}",
        label(element),
        expression);
  }

  private boolean has(String name) {
    return release.files().keySet().stream()
        .anyMatch(f -> f.equals(name) || f.endsWith("/" + name));
  }

  private static String setting(Element element, String name) {
    String value = element.getAttributeNS(CAMUNDA, name);
    return value.isEmpty() ? element.getAttributeNS(CAMUNDA_DMN, name) : value;
  }

  /** The name people see on the picture; for a nameless part, its owner's or its id. */
  private static String label(Element element) {
    for (Node at = element; at instanceof Element here; at = at.getParentNode()) {
      if (!here.getAttribute("name").isBlank()) {
        return here.getAttribute("name").strip();
      }
      if (!here.getAttribute("id").isBlank()) {
        return here.getAttribute("id");
      }
    }
    return element.getTagName();
  }

  private static List<Element> children(Element element) {
    var found = new ArrayList<Element>();
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        found.add(child);
      }
    }
    return found;
  }

  private static List<Attr> list(NamedNodeMap attributes) {
    var found = new ArrayList<Attr>();
    for (int i = 0; i < attributes.getLength(); i++) {
      found.add((Attr) attributes.item(i));
    }
    return found;
  }

  private void find(String ja, String en, Object... values) {
    Object[] safe = Arrays.stream(values).map(v -> shortened(String.valueOf(v))).toArray();
    Words words = new Words(ja, en).with(safe);
    findings.add(new Words(file + "：" + words.ja(), file + ": " + words.en()));
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.length() <= 120 ? line : line.substring(0, 120) + "…";
  }
}
