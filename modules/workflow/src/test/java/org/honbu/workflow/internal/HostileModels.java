package org.honbu.workflow.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Diagrams, tables and forms that try to run something, reach out of the engine or swamp it, each
 * on one way of its own. The harmless proof of success is {@link #PROOF}.
 */
final class HostileModels {
  static final String PROOF = "honbu.proof";

  /** Runs Java from an expression: sets {@link #PROOF}. */
  static final String ATTACK =
      "${''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),''.getClass())"
          + ".invoke(null,'"
          + PROOF
          + "','x')}";

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:evil="urn:evil">
      """;

  private final Map<String, Map<String, String>> models = new LinkedHashMap<>();

  private HostileModels() {}

  /** Files of a deployment by what they try. */
  static Map<String, Map<String, String>> all() {
    var corpus = new HostileModels();
    corpus.steps();
    corpus.listenersAndParameters();
    corpus.expressions();
    corpus.tasksAndForms();
    corpus.callsAndLoops();
    corpus.events();
    corpus.documents();
    corpus.tables();
    corpus.forms();
    return corpus.models;
  }

  private void steps() {
    step(
        "script task in JavaScript",
        "<scriptTask id='X' scriptFormat='javascript'><script>java.lang.System.setProperty('honbu.proof','x')</script></scriptTask>");
    step(
        "script task in Groovy",
        "<scriptTask id='X' scriptFormat='groovy'><script>System.setProperty('honbu.proof','x')</script></scriptTask>");
    step(
        "script task in JUEL",
        "<scriptTask id='X' scriptFormat='juel'><script>" + ATTACK + "</script></scriptTask>");
    step(
        "script task from a resource",
        "<scriptTask id='X' scriptFormat='javascript' camunda:resource='deployment://x.js'/>");
    step(
        "service task naming a class",
        "<serviceTask id='X' camunda:class='" + Planted.class.getName() + "'/>");
    step(
        "service task with an expression",
        "<serviceTask id='X' camunda:expression=\"" + ATTACK + "\"/>");
    step(
        "service task calling a handler's method",
        "<serviceTask id='X' camunda:expression='${page.handler()}'/>");
    step(
        "service task with an attack as handler",
        "<serviceTask id='X' camunda:delegateExpression=\"" + ATTACK + "\"/>");
    step(
        "service task with an unlisted handler",
        "<serviceTask id='X' camunda:delegateExpression='${nobody}'/>");
    step(
        "service task running a shell",
        "<serviceTask id='X' camunda:type='shell'><extensionElements><camunda:field name='command' stringValue='true'/></extensionElements></serviceTask>");
    step(
        "service task sending mail",
        "<serviceTask id='X' camunda:type='mail'><extensionElements><camunda:field name='to' stringValue='a@example.org'/></extensionElements></serviceTask>");
    step(
        "service task for an external worker",
        "<serviceTask id='X' camunda:type='external' camunda:topic='t'/>");
    step(
        "service task with a connector",
        "<serviceTask id='X'><extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>");
    step(
        "service task with an injected field",
        "<serviceTask id='X' camunda:delegateExpression='${page}'><extensionElements><camunda:field name='f'><camunda:expression>"
            + ATTACK
            + "</camunda:expression></camunda:field></extensionElements></serviceTask>");
    step(
        "service task keeping an expression's result",
        "<serviceTask id='X' camunda:expression='${1}' camunda:resultVariable='kind'/>");
    step(
        "send task naming a class",
        "<sendTask id='X' camunda:class='" + Planted.class.getName() + "'/>");
    step(
        "business rule task naming a class",
        "<businessRuleTask id='X' camunda:class='" + Planted.class.getName() + "'/>");
    step(
        "business rule task naming a table by expression",
        "<businessRuleTask id='X' camunda:decisionRef='${table}' camunda:decisionRefBinding='deployment'/>");
    step(
        "a class in Activiti's name space",
        "<serviceTask id='X' activiti:class='" + Planted.class.getName() + "'/>");
    step(
        "an expression in Activiti's name space",
        "<serviceTask id='X' activiti:expression=\"" + ATTACK + "\"/>");
  }

  private void listenersAndParameters() {
    extension(
        "execution listener naming a class",
        "<camunda:executionListener event='start' class='" + Planted.class.getName() + "'/>");
    extension(
        "execution listener with an expression",
        "<camunda:executionListener event='start' expression=\"" + ATTACK + "\"/>");
    extension(
        "execution listener with a script",
        "<camunda:executionListener event='start'><camunda:script scriptFormat='juel'>"
            + ATTACK
            + "</camunda:script></camunda:executionListener>");
    extension(
        "execution listener with a handler",
        "<camunda:executionListener event='start' delegateExpression='${page}'/>");
    extension(
        "task listener naming a class",
        "<camunda:taskListener event='create' class='" + Planted.class.getName() + "'/>");
    extension(
        "task listener with an expression",
        "<camunda:taskListener event='create' expression=\"" + ATTACK + "\"/>");
    extension(
        "task listener with a script",
        "<camunda:taskListener event='create'><camunda:script scriptFormat='juel'>"
            + ATTACK
            + "</camunda:script></camunda:taskListener>");
    extension(
        "input parameter with a script",
        "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>"
            + ATTACK
            + "</camunda:script></camunda:inputParameter></camunda:inputOutput>");
    extension(
        "input parameter with an expression",
        "<camunda:inputOutput><camunda:inputParameter name='a'>"
            + ATTACK
            + "</camunda:inputParameter></camunda:inputOutput>");
    extension(
        "output parameter with an expression",
        "<camunda:inputOutput><camunda:outputParameter name='a'>"
            + ATTACK
            + "</camunda:outputParameter></camunda:inputOutput>");
    extension(
        "form field with a class that checks it",
        "<camunda:formData><camunda:formField id='f' type='string'><camunda:validation><camunda:constraint name='validator' config='"
            + Planted.class.getName()
            + "'/></camunda:validation></camunda:formField></camunda:formData>");
    extension(
        "form field with an expression as default",
        "<camunda:formData><camunda:formField id='f' type='string' defaultValue=\""
            + ATTACK
            + "\"/></camunda:formData>");
    extension(
        "retry time with an expression",
        "<camunda:failedJobRetryTimeCycle>" + ATTACK + "</camunda:failedJobRetryTimeCycle>");
  }

  private void expressions() {
    flow(
        "arrow with an attack",
        "<conditionExpression xsi:type='tFormalExpression'>" + ATTACK + "</conditionExpression>");
    flow(
        "arrow with a script",
        "<conditionExpression xsi:type='tFormalExpression' language='juel'>"
            + ATTACK
            + "</conditionExpression>");
    flow(
        "arrow with a script from a resource",
        "<conditionExpression xsi:type='tFormalExpression' language='javascript' camunda:resource='deployment://x.js'/>");
    flow(
        "arrow reaching into the execution",
        "<conditionExpression xsi:type='tFormalExpression'>${execution.processEngineServices.managementService != null}</conditionExpression>");
    flow(
        "arrow with a deferred attack",
        "<conditionExpression xsi:type='tFormalExpression'>"
            + ATTACK.replace('$', '#')
            + "</conditionExpression>");
    flow(
        "arrow asking a handler",
        "<conditionExpression xsi:type='tFormalExpression'>${page}</conditionExpression>");
  }

  private void tasksAndForms() {
    task("assignee by attack", "camunda:assignee=\"" + ATTACK + "\"");
    task("candidate groups by attack", "camunda:candidateGroups=\"" + ATTACK + "\"");
    task("candidate people by attack", "camunda:candidateUsers=\"" + ATTACK + "\"");
    task("due date by attack", "camunda:dueDate=\"" + ATTACK + "\"");
    task("priority by attack", "camunda:priority=\"" + ATTACK + "\"");
    task("name by attack", "name=\"" + ATTACK + "\"");
    task("HTML form embedded", "camunda:formKey='embedded:deployment:f.html'");
    task("HTML form of an application", "camunda:formKey='app:f.html'");
    task("form by expression", "camunda:formRef='${form}' camunda:formRefBinding='deployment'");
    task("form handled by a class", "camunda:formHandlerClass='" + Planted.class.getName() + "'");
    task("form of any version", "camunda:formRef='X' camunda:formRefBinding='latest'");
  }

  private void callsAndLoops() {
    step("call by expression", "<callActivity id='X' calledElement=\"" + ATTACK + "\"/>");
    step("call of a case", "<callActivity id='X' camunda:caseRef='c'/>");
    step(
        "call mapping facts by a class",
        "<callActivity id='X' calledElement='Q' camunda:variableMappingClass='"
            + Planted.class.getName()
            + "'/>");
    step(
        "call mapping facts by an expression",
        "<callActivity id='X' calledElement='Q' camunda:variableMappingDelegateExpression=\""
            + ATTACK
            + "\"/>");
    step(
        "call handing over an expression",
        "<callActivity id='X' calledElement='Q'><extensionElements><camunda:in sourceExpression=\""
            + ATTACK
            + "\" target='a'/></extensionElements></callActivity>");
    step(
        "call with an attack as business key",
        "<callActivity id='X' calledElement='Q'><extensionElements><camunda:in businessKey=\""
            + ATTACK
            + "\"/></extensionElements></callActivity>");
    step(
        "loop over an attack",
        "<userTask id='X'><multiInstanceLoopCharacteristics camunda:collection=\""
            + ATTACK
            + "\"/></userTask>");
    step(
        "loop without a bound",
        "<userTask id='X'><multiInstanceLoopCharacteristics><loopCardinality>400</loopCardinality></multiInstanceLoopCharacteristics></userTask>");
    step(
        "sub-process without an order",
        "<adHocSubProcess id='X'><userTask id='Y'/></adHocSubProcess>");
    step("transaction", "<transaction id='X'><startEvent id='S2'/></transaction>");
  }

  private void events() {
    step(
        "thrown message by a class",
        "<intermediateThrowEvent id='X'><messageEventDefinition camunda:class='"
            + Planted.class.getName()
            + "'/></intermediateThrowEvent>");
    step(
        "thrown message by an expression",
        "<intermediateThrowEvent id='X'><messageEventDefinition camunda:expression=\""
            + ATTACK
            + "\"/></intermediateThrowEvent>");
    step("timer by attack", timer("timeDuration", ATTACK));
    step("timer of a second", timer("timeDuration", "PT1S"));
    step("cycle of a second", timer("timeCycle", "R/PT1S"));
    step("timer by cron", timer("timeCycle", "0/1 * * * * ?"));
    step(
        "signal to everybody",
        "<intermediateThrowEvent id='X'><signalEventDefinition/></intermediateThrowEvent>");
    step(
        "compensation",
        "<intermediateThrowEvent id='X'><compensateEventDefinition/></intermediateThrowEvent>");
    step(
        "condition by attack",
        "<intermediateCatchEvent id='X'><conditionalEventDefinition><condition xsi:type='tFormalExpression'>"
            + ATTACK
            + "</condition></conditionalEventDefinition></intermediateCatchEvent>");
    model(
        "message named by attack",
        Map.of(
            "P.bpmn",
            HEAD
                + "<message id='M' name=\""
                + ATTACK
                + "\"/>"
                + process("<receiveTask id='X' messageRef='M'/>", "")
                + "</definitions>"));
  }

  private void documents() {
    model(
        "external entity",
        Map.of(
            "P.bpmn",
            HEAD.replace(
                    "<definitions",
                    "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><definitions")
                + process("<userTask id='X' name='&e;'/>", "")
                + "</definitions>"));
    model(
        "billion laughs",
        Map.of(
            "P.bpmn",
            HEAD.replace(
                    "<definitions",
                    "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><definitions")
                + process("<userTask id='X' name='&b;'/>", "")
                + "</definitions>"));
    model(
        "too many elements",
        Map.of(
            "P.bpmn",
            HEAD
                + process("<userTask id='X'/>" + "<documentation/>".repeat(6_000), "")
                + "</definitions>"));
    model(
        "too large",
        Map.of(
            "P.bpmn",
            HEAD
                + process("<userTask id='X' name='" + "x".repeat(1 << 20) + "'/>", "")
                + "</definitions>"));
    step("foreign attribute", "<userTask id='X' evil:run='x'/>");
    step(
        "foreign element",
        "<userTask id='X'><extensionElements><evil:run/></extensionElements></userTask>");
    model(
        "import of another document",
        Map.of(
            "P.bpmn",
            HEAD
                + "<import importType='http://www.w3.org/2001/XMLSchema' location='http://127.0.0.1:1/x.xsd' namespace='x'/>"
                + process("<userTask id='X'/>", "")
                + "</definitions>"));
    model(
        "a case instead of a process",
        Map.of("C.cmmn", "<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'/>"));
    model("a script beside the diagrams", Map.of("x.js", "java.lang.System.exit(1)"));
  }

  private void tables() {
    table(
        "table in JUEL",
        "<inputExpression id='e' expressionLanguage='juel'><text>"
            + ATTACK
            + "</text></inputExpression>");
    table(
        "table in JavaScript",
        "<inputExpression id='e' expressionLanguage='javascript'><text>1</text></inputExpression>");
    table(
        "table calling Java from FEEL",
        "<inputExpression id='e'><text>(function(x) external {java: {class: \"java.lang.System\", method signature: \"getProperty(java.lang.String)\"}})(\"user.home\")</text></inputExpression>");
    model(
        "literal expression instead of a table",
        Map.of(
            "D.dmn",
            dmn(
                "<literalExpression id='l' expressionLanguage='juel'><text>"
                    + ATTACK
                    + "</text></literalExpression>")));
  }

  private void forms() {
    form("form with HTML", "{\"type\":\"html\",\"content\":\"<img src=x onerror=alert(1)>\"}");
    form("form with a frame", "{\"type\":\"iframe\",\"url\":\"https://example.org\"}");
    form(
        "form with an image from elsewhere",
        "{\"type\":\"image\",\"source\":\"https://example.org/x.png\"}");
    form(
        "form with a script in a text",
        "{\"type\":\"text\",\"text\":\"<script>alert(1)</script>\"}");
    form("form with a script link", "{\"type\":\"text\",\"text\":\"[x](javascript:alert(1))\"}");
    form("form taking files", "{\"type\":\"filepicker\",\"key\":\"f\"}");
  }

  private static String timer(String kind, String text) {
    return "<intermediateCatchEvent id='X'><timerEventDefinition><"
        + kind
        + " xsi:type='tFormalExpression'>"
        + text
        + "</"
        + kind
        + "></timerEventDefinition></intermediateCatchEvent>";
  }

  private void step(String what, String element) {
    String other = process("<userTask id='X'/>", "").replace("process id='P'", "process id='Q'");
    model(
        what,
        Map.of(
            "P.bpmn", HEAD + process(element, "") + "</definitions>",
            "Q.bpmn", HEAD + other + "</definitions>"));
  }

  private void extension(String what, String inside) {
    step(what, "<userTask id='X'><extensionElements>" + inside + "</extensionElements></userTask>");
  }

  private void task(String what, String attributes) {
    step(what, "<userTask id='X' " + attributes + "/>");
  }

  private void flow(String what, String condition) {
    String fork =
        "<exclusiveGateway id='X' default='F3'/>"
            + "<sequenceFlow id='F3' sourceRef='X' targetRef='E2'/><endEvent id='E2'/>";
    model(what, Map.of("P.bpmn", HEAD + process(fork, condition) + "</definitions>"));
  }

  private void table(String what, String inputExpression) {
    model(
        what,
        Map.of(
            "D.dmn",
            dmn(
                "<decisionTable id='t'><input id='i'>"
                    + inputExpression
                    + "</input><output id='o' name='o' typeRef='string'/><rule id='r'><inputEntry id='ie'><text/></inputEntry><outputEntry id='oe'><text>\"x\"</text></outputEntry></rule></decisionTable>")));
  }

  private void form(String what, String part) {
    model(
        what,
        Map.of(
            "F.form",
            "{\"type\":\"default\",\"id\":\"F\",\"schemaVersion\":16,\"components\":["
                + part
                + "]}"));
  }

  private static String dmn(String logic) {
    return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='d' namespace='n'><decision id='D' name='D' camunda:historyTimeToLive='P1D'>"
        + logic
        + "</decision></definitions>";
  }

  private static String process(String element, String condition) {
    return "<process id='P' isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='S'/>"
        + "<sequenceFlow id='F1' sourceRef='S' targetRef='X'/>"
        + element
        + "<sequenceFlow id='F2' sourceRef='X' targetRef='E'>"
        + condition
        + "</sequenceFlow><endEvent id='E'/></process>";
  }

  private void model(String what, Map<String, String> files) {
    if (models.put(what, files) != null) {
      throw new IllegalStateException(what);
    }
  }
}
