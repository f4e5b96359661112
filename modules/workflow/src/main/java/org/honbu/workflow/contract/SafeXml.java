package org.honbu.workflow.contract;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One diagram or table as bare XML: only known words, and where a value stands, only one fact. */
final class SafeXml {
  private static final Duration SHORTEST_TIMER = Duration.ofSeconds(10);
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern ONE_NAME = Pattern.compile("\\$\\{(" + NAME + ")}");
  private static final Pattern CONDITION = Pattern.compile("\\$\\{!?(" + NAME + ")}");
  private static final Pattern CYCLE = Pattern.compile("R\\d{0,3}/(P.+|\\$\\{.+)");

  /** Plain words, and between them single facts. */
  private static final Pattern VALUE = Pattern.compile("([^$#{}\\\\]|\\$\\{!?" + NAME + "})*");

  /** FEEL that leaves its table. */
  private static final Pattern REACHES_OUT =
      Pattern.compile("\\bexternal\\s*\\{|\\bfunction\\s*\\(", Pattern.CASE_INSENSITIVE);

  private final Safety safety;
  private final Vocabulary words;

  SafeXml(Safety safety, Vocabulary words) {
    this.safety = safety;
    this.words = words;
  }

  void check(Element element) {
    String space = String.valueOf(element.getNamespaceURI());
    String name = element.getLocalName();
    if (Vocabulary.isPicture(space)) {
      return;
    }
    if (space.equals(words.engine())) {
      extension(element, name);
      return;
    }
    if (!space.equals(words.space()) || !words.elements().contains(name)) {
      strange(element, name);
      return;
    }
    for (Attr attribute : attributes(element)) {
      attribute(element, name, attribute);
    }
    part(element, name);
    children(element).forEach(this::check);
  }

  private void strange(Element element, String name) {
    if (name.toLowerCase(Locale.ROOT).contains("script")) {
      noScript(element);
    } else {
      safety.says(
          "「{0}」に使われている {1} は使えません。手引きにある記号だけを使ってください",
          "“{0}” uses {1}, which is not allowed; use the symbols of the guide only",
          label(element),
          name);
    }
  }

  private void noScript(Element element) {
    safety.says(
        "「{0}」にスクリプトは書けません。一覧にある処理の名前を使ってください",
        "“{0}” may not contain a script; name a handler from the list", label(element));
  }

  private void attribute(Element element, String name, Attr attribute) {
    String space = attribute.getNamespaceURI();
    String value = attribute.getValue();
    if (words.engine().equals(space) && !words.hasSetting(name, attribute.getLocalName())) {
      notAllowed(element, attribute.getLocalName());
    } else if (space != null && !words.engine().equals(space) && !isHarmless(space)) {
      safety.says(
          "「{0}」に知らない属性があります：{1}",
          "“{0}” has an unknown attribute: {1}", label(element), attribute.getName());
    } else if (attribute.getLocalName().equals("delegateExpression")) {
      handler(element, value);
    } else if (attribute.getLocalName().equals("operationRef")) {
      safety.says("「{0}」に外部の操作は書けません", "“{0}” may not name an operation", label(element));
    } else if (!VALUE.matcher(value).matches()) {
      expression(element, value);
    }
  }

  private void notAllowed(Element element, String setting) {
    if (setting.equals("class")) {
      safety.says(
          "「{0}」に Java のクラス名は書けません。一覧にある処理の名前を使ってください",
          "“{0}” may not name a Java class; name a handler from the list", label(element));
    } else {
      safety.says(
          "「{0}」の設定 {1} は空にしてください。システムが決めます",
          "Leave the setting {1} of “{0}” empty; the system takes care of it",
          label(element),
          setting);
    }
  }

  private static boolean isHarmless(String space) {
    return Vocabulary.isPicture(space)
        || XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(space)
        || XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(space);
  }

  /** {@code camunda:in} and {@code camunda:out} hand facts over; no other extension exists here. */
  private void extension(Element element, String name) {
    boolean onCall =
        element.getParentNode().getParentNode() instanceof Element owner
            && "callActivity".equals(owner.getLocalName());
    boolean handsOver = onCall && (name.equals("in") || name.equals("out"));
    boolean oneByOne =
        children(element).isEmpty()
            && element.getAttributes().getLength() == 2
            && NAME.matcher(element.getAttribute("source")).matches()
            && NAME.matcher(element.getAttribute("target")).matches();
    if (name.equals("script")) {
      noScript(element);
    } else if (name.endsWith("Listener")) {
      safety.says("「{0}」にリスナーは付けられません", "“{0}” may not have a listener", label(element));
    } else if (!handsOver) {
      safety.says(
          "「{0}」の拡張設定 {1} は使えません", "“{0}” may not use the extension {1}", label(element), name);
    } else if (!oneByOne) {
      safety.says(
          "「{0}」で受け渡す値は、名前を一つずつ書いてください",
          "“{0}” must name each fact it hands over, one by one", label(element));
    }
  }

  private void part(Element element, String name) {
    switch (name) {
      case "serviceTask" -> {
        if (setting(element, "delegateExpression").isEmpty()) {
          handler(element, "");
        }
      }
      case "businessRuleTask" -> rule(element);
      case "userTask" -> userTask(element);
      case "callActivity" -> call(element);
      case "conditionExpression" -> condition(element);
      case "timeDuration", "timeCycle" -> timer(element, name);
      case "decision" -> decision(element);
      default -> {
        // the vocabulary says all there is to say
      }
    }
    if (words.equals(Vocabulary.TABLE)) {
      feel(element, name);
    }
  }

  private void handler(Element step, String expression) {
    Matcher named = ONE_NAME.matcher(expression);
    if (!named.matches()) {
      safety.says(
          "「{0}」に、一覧にある処理の名前を一つ書いてください（例：{1}）",
          "“{0}” must name one handler from the list (like {1})", label(step), "${postAlert}");
    } else if (!safety.hasHandler(named.group(1))) {
      safety.says(
          "「{0}」の処理 {1} はまだありません。一覧（handlers.csv）から選ぶか、開発者に頼んでください",
          "There is no handler {1} yet for “{0}”; choose from the list (handlers.csv) or ask a"
              + " developer",
          label(step),
          named.group(1));
    }
  }

  private void rule(Element task) {
    String table = setting(task, "decisionRef");
    if (table.isEmpty() == setting(task, "delegateExpression").isEmpty()) {
      safety.says(
          "「{0}」には決定表か処理のどちらか一つを選んでください",
          "Choose one decision table or one handler for “{0}”", label(task));
    } else if (!table.isEmpty() && !safety.has(table + ".dmn")) {
      safety.says(
          "「{0}」が尋ねる決定表 {1} がありません",
          "“{0}” asks the decision table {1}, which does not exist", label(task), table);
    } else if (!table.isEmpty() && !setting(task, "decisionRefBinding").equals("deployment")) {
      safety.says(
          "「{0}」の決定表の binding を deployment にしてください",
          "Bind the table of “{0}” to the deployment", label(task));
    }
  }

  private void userTask(Element task) {
    String form = setting(task, "formRef");
    if (!form.isEmpty() && !safety.has(form + ".form")) {
      safety.says(
          "「{0}」のフォーム {1} がありません", "The form {1} of “{0}” does not exist", label(task), form);
    } else if (!form.isEmpty() && !setting(task, "formRefBinding").equals("deployment")) {
      safety.says(
          "「{0}」のフォームの binding を deployment にしてください",
          "Bind the form of “{0}” to the deployment", label(task));
    }
  }

  private void call(Element call) {
    String called = call.getAttribute("calledElement");
    if (!NAME.matcher(called).matches() || !safety.has(called + ".bpmn")) {
      safety.says(
          "「{0}」が呼ぶ工程 {1} がありません",
          "“{0}” calls the process {1}, which does not exist", label(call), called);
    }
    safety.calls(called);
  }

  private void condition(Element condition) {
    Element arrow = (Element) condition.getParentNode();
    String text = condition.getTextContent().strip();
    Matcher fact = CONDITION.matcher(text);
    if (!condition.getAttribute("language").isEmpty()) {
      noScript(arrow);
    } else if (!fact.matches()) {
      safety.says(
          "矢印「{0}」の条件 {1} は、値一つかその否定にしてください。それより長いものは決定表です",
          "The condition {1} of the arrow “{0}” must be one fact or its opposite; anything longer"
              + " is a decision table",
          label(arrow),
          text);
    } else if (safety.hasHandler(fact.group(1))) {
      safety.says(
          "矢印「{0}」は処理の名前 {1} を条件にしています",
          "The arrow “{0}” asks a handler’s name {1} as if it were a fact",
          label(arrow),
          fact.group(1));
    }
  }

  private void timer(Element timer, String kind) {
    String text = timer.getTextContent().strip();
    Matcher cycle = CYCLE.matcher(text);
    String time = kind.equals("timeDuration") ? text : cycle.matches() ? cycle.group(1) : "";
    if (!ONE_NAME.matcher(time).matches() && !isLongEnough(time)) {
      safety.says(
          "「{0}」の時間「{1}」が読めません。PT5M、P1D のように、10 秒以上で書いてください",
          "“{0}” has the time “{1}”; write it like PT5M or P1D, at least 10 seconds",
          label((Element) timer.getParentNode().getParentNode()),
          text);
    }
  }

  /** A time a process owner may write: ISO-8601, 10 seconds at least. */
  static boolean isLongEnough(String time) {
    try {
      return Duration.parse(time).compareTo(SHORTEST_TIMER) >= 0;
    } catch (DateTimeParseException notIso) {
      return false;
    }
  }

  private void decision(Element decision) {
    if (children(decision).stream().noneMatch(c -> "decisionTable".equals(c.getLocalName()))) {
      safety.says("「{0}」は決定表ではありません", "“{0}” is not a decision table", label(decision));
    }
  }

  private void feel(Element part, String name) {
    String language = part.getAttribute("expressionLanguage");
    boolean isFeel =
        language.isEmpty() || language.equalsIgnoreCase("feel") || language.endsWith("/FEEL/");
    if (!isFeel) {
      safety.says(
          "決定表「{0}」で式の言語 {1} は使えません。FEEL だけです",
          "The table “{0}” may not use the expression language {1}; only FEEL",
          label(part),
          language);
    }
    if (name.equals("text") && REACHES_OUT.matcher(part.getTextContent()).find()) {
      safety.says(
          "決定表「{0}」の式が表の外に手を伸ばしています：{1}",
          "An expression of the table “{0}” reaches out of it: {1}",
          label(part),
          part.getTextContent());
    }
  }

  private void expression(Element element, String expression) {
    safety.says(
        "「{0}」の式は使えません（値の名前を一つだけ書いてください）：{1}",
        "“{0}” has an expression that is not allowed (name one fact): {1}",
        label(element),
        expression);
  }

  private String setting(Element element, String name) {
    return element.getAttributeNS(words.engine(), name);
  }

  /** The name people see on the picture; for a nameless part, its owner's, and which part it is. */
  private static String label(Element element) {
    String id = element.getAttribute("id");
    if (!element.getAttribute("name").isBlank()) {
      return element.getAttribute("name").strip();
    }
    for (Node at = element.getParentNode(); at instanceof Element here; at = at.getParentNode()) {
      if (!here.getAttribute("name").isBlank()) {
        String owner = here.getAttribute("name").strip();
        return id.isBlank() ? owner : owner + " · " + id;
      }
    }
    return id.isBlank() ? element.getTagName() : id;
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

  private static List<Attr> attributes(Element element) {
    var found = new ArrayList<Attr>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      found.add((Attr) element.getAttributes().item(i));
    }
    return found;
  }
}
