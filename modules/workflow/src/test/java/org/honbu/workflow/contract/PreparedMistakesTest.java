package org.honbu.workflow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each mistake a process owner may make is told in a sentence that names the label. */
class PreparedMistakesTest {
  private static final Map<String, String> GOOD = DiagramContract.folder(Path.of("../../bpmn"));
  private static final String ON_CALL = "escalation/OnCallPage.bpmn";
  private static final String WAR_ROOM = "response/WarRoom.bpmn";
  private static final String RESPONSE = "response/IncidentResponse.bpmn";
  private static final String ROUTE = "notifications/NotificationRoute.dmn";
  private static final String SEVERITY = "incidents/Severity.dmn";

  private final Map<String, String> files = new TreeMap<>(GOOD);

  @Test
  void aRenamedHandler() {
    change(ON_CALL, "${pageNextLevel}", "${pageNxtLevel}");

    says("「次の段の人を呼び出す / Page the next level」の処理 pageNxtLevel はまだありません", "no handler pageNxtLevel");
  }

  @Test
  void aHandlerOfAModuleAbove() {
    change(ON_CALL, "${pageNextLevel}", "${postAlert}");

    says("「次の段の人を呼び出す / Page the next level」の処理 postAlert はモジュール response", "may not use");
  }

  @Test
  void aTimerTakenAway() {
    cut(ON_CALL, "<bpmn:boundaryEvent", "</bpmn:boundaryEvent>");
    cut(ON_CALL, "<bpmn:sequenceFlow id=\"Flow_NobodyAnsweredInTime", "/>");
    change(ON_CALL, "<bpmn:incoming>Flow_NobodyAnsweredInTime_NextLevel</bpmn:incoming>", "");
    cut(ON_CALL, "<bpmndi:BPMNShape id=\"Event_NobodyAnsweredInTime", "</bpmndi:BPMNShape>");
    cut(ON_CALL, "<bpmndi:BPMNEdge id=\"Flow_NobodyAnsweredInTime", "</bpmndi:BPMNEdge>");

    says("「応答する / Answer the page」は終わりなく待つ", "“応答する / Answer the page” may wait for ever");
  }

  @Test
  void anUnknownRole() {
    change(WAR_ROOM, "candidateGroups=\"incident-commander\"", "candidateGroups=\"commanders\"");

    says("「指揮する / Lead the incident」の役割 commanders は知られていません", "which nobody knows");
  }

  @Test
  void aPersonByName() {
    change(ON_CALL, "candidateUsers=\"${answerers}\"", "candidateUsers=\"misaki\"");

    says("「応答する / Answer the page」に人の名前 misaki は書けません", "may not name the person misaki");
  }

  @Test
  void aScript() {
    change(
        WAR_ROOM,
        "<bpmn:serviceTask id=\"Activity_OpenRoom\" name=\"部屋を開く / Open the room\""
            + " camunda:delegateExpression=\"${openRoom}\">",
        "<bpmn:scriptTask id=\"Activity_OpenRoom\" name=\"部屋を開く / Open the room\""
            + " scriptFormat=\"javascript\">");
    files.computeIfPresent(
        WAR_ROOM,
        (path, text) ->
            text.replaceFirst(
                "(Activity_OpenRoom\" name(?s:.)*?)</bpmn:serviceTask>", "$1</bpmn:scriptTask>"));

    says("「部屋を開く / Open the room」にスクリプトは書けません", "may not contain a script");
  }

  @Test
  void aJavaClass() {
    change(
        ON_CALL,
        "camunda:delegateExpression=\"${pageNextLevel}\"",
        "camunda:class=\"java.lang.Runtime\"");

    says("「次の段の人を呼び出す / Page the next level」に Java のクラス名は書けません", "may not name a Java class");
  }

  @Test
  void aListener() {
    change(
        WAR_ROOM,
        "<bpmn:incoming>Flow_RoomWorks_LeadTheIncident</bpmn:incoming>",
        "<bpmn:extensionElements><camunda:taskListener event=\"create\""
            + " delegateExpression=\"${openRoom}\" /></bpmn:extensionElements>"
            + "<bpmn:incoming>Flow_RoomWorks_LeadTheIncident</bpmn:incoming>");

    says("「指揮する / Lead the incident」にリスナーは付けられません", "may not have a listener");
  }

  @Test
  void anUnnamedEnd() {
    change(ON_CALL, " name=\"応答があった / The page was answered\"", "");

    says("終わり「Event_PageAnswered」に「日本語 / English」の形で名前を", "Name the end “Event_PageAnswered”");
  }

  @Test
  void aNameInOneLanguageOnly() {
    change(WAR_ROOM, "name=\"部屋を閉じる / Close the room\"", "name=\"部屋を閉じる\"");

    says("作業「部屋を閉じる」に「日本語 / English」の形で", "Name the task “部屋を閉じる” in both languages");
  }

  @Test
  void anAnswerNobodyNamed() {
    change(ON_CALL, " name=\"呼べる人がいない / Nobody left\"", "");

    says("矢印「応答を待つ? / Wait for an answer? → 呼べる人がもういない / Nobody left to page」", "Name the arrow");
  }

  @Test
  void aConditionThatIsARule() {
    change(ON_CALL, "${levelFound}</bpmn:cond", "${levelFound and severity == 1}</bpmn:cond");

    says("矢印「はい / Yes」の条件", "must be one fact or its opposite");
  }

  @Test
  void aFactNobodyGives() {
    change(ON_CALL, "${levelFound}</bpmn:cond", "${levelFoundd}</bpmn:cond");

    says("「はい / Yes」は値 levelFoundd を使いますが", "“はい / Yes” uses the fact levelFoundd");
  }

  @Test
  void noDefault() {
    change(ON_CALL, " default=\"Flow_WaitForAnswer_NobodyLeft\"", "");

    says("「応答を待つ? / Wait for an answer?」に default flow", "Choose the default flow");
  }

  @Test
  void aTimeThatCannotBeRead() {
    change(WAR_ROOM, ">PT2M<", ">2 minutes<");

    says("「2 分たった / After 2 minutes」の時間「2 minutes」が読めません", "write it like PT5M");
  }

  @Test
  void aTimeTooShort() {
    change(WAR_ROOM, ">PT2M<", ">PT1S<");

    says("「2 分たった / After 2 minutes」の時間「PT1S」が読めません", "at least 10 seconds");
  }

  @Test
  void aRoundTripWithoutAWait() {
    change(
        WAR_ROOM,
        "sourceRef=\"Activity_CallOutTheTime\" targetRef=\"Event_TimeCalledOut\"",
        "sourceRef=\"Activity_CallOutTheTime\" targetRef=\"Activity_CallOutTheTime\"");

    says("「経過時間を伝える / Call out the time」は、どこでも待たずに自分へ戻ります", "without waiting anywhere");
  }

  @Test
  void aFormThatDoesNotExist() {
    change(WAR_ROOM, "formRef=\"lead-the-incident\"", "formRef=\"lead\"");

    says("「指揮する / Lead the incident」のフォーム lead がありません", "The form lead of");
  }

  @Test
  void aFormOfHtml() {
    change(
        WAR_ROOM,
        "camunda:formRef=\"lead-the-incident\" camunda:formRefBinding=\"deployment\"",
        "camunda:formKey=\"embedded:app:forms/lead.html\"");

    says("「指揮する / Lead the incident」の設定 formKey は空に", "Leave the setting formKey");
  }

  @Test
  void aCallIntoNowhere() {
    change(RESPONSE, "calledElement=\"WarRoom\"", "calledElement=\"WarRom\"");

    says("「ウォールーム / War room」が呼ぶ工程 WarRom がありません", "calls the process WarRom");
  }

  @Test
  void aCallThatForgetsAFact() {
    change(RESPONSE, "<camunda:in source=\"teamId\" target=\"teamId\" />", "");

    says("「最初の応答 / First answer」は FirstAnswer に値 teamId を渡していません", "does not hand FirstAnswer");
  }

  @Test
  void anErrorNobodyCatches() {
    change("response/FirstAnswer.bpmn", "errorRef=\"Error_NobodyLeftToPage\"", "");

    says(
        "「当番の呼び出し / On-call page」の縁で Error_NobodyLeftToPage を受け止めて",
        "Catch Error_NobodyLeftToPage");
  }

  @Test
  void aRandomId() {
    files.computeIfPresent(
        ON_CALL, (path, text) -> text.replace("Activity_AnswerThePage", "Activity_0x3k9ab"));

    says("「応答する / Answer the page」の id Activity_0x3k9ab を", "made from its label instead of");
  }

  @Test
  void aTechnicalSetting() {
    change(
        ON_CALL,
        "camunda:delegateExpression=\"${pageNextLevel}\"",
        "camunda:delegateExpression=\"${pageNextLevel}\" camunda:asyncBefore=\"true\"");

    says("「次の段の人を呼び出す / Page the next level」の設定 asyncBefore は空に", "Leave the setting asyncBefore");
  }

  @Test
  void aProcessThatIsNotItsFile() {
    change(ON_CALL, "<bpmn:process id=\"OnCallPage\"", "<bpmn:process id=\"OnCallPageV2\"");

    says("工程「当番の呼び出し / On-call page」の id は OnCallPageV2", "make it OnCallPage, like its file");
  }

  @Test
  void somethingNotDrawn() {
    cut(ON_CALL, "<bpmndi:BPMNShape id=\"Event_PageAnswered_di\"", "</bpmndi:BPMNShape>");

    says("「応答があった / The page was answered」が図に描かれていません", "is not drawn");
  }

  @Test
  void aRowWithoutAReason() {
    cut(ROUTE, "<description>重大なアラートのみ", "</description>");

    says("決定表「誰にどう知らせるか / Who is told how」の 1 行目に理由", "the reason of row 1");
  }

  @Test
  void noRowForEverythingElse() {
    cut(SEVERITY, "<rule id=\"Rule_Severity_17\">", "</rule>");

    says("決定表「重大度 / Severity」の最後の行は", "End the table “重大度 / Severity”");
  }

  @Test
  void aTableInAnotherLanguage() {
    change(
        ROUTE,
        "<inputEntry id=\"In_NotificationRoute_1_severity\">",
        "<inputEntry id=\"In_NotificationRoute_1_severity\" expressionLanguage=\"javascript\">");

    says(
        "決定表「誰にどう知らせるか / Who is told how · In_NotificationRoute_1_severity」で式の言語 javascript は使えません",
        "only FEEL");
  }

  @Test
  void tooMuchOnOneForm() {
    change(
        "response/triage.form",
        "\"components\": [",
        "\"components\": [{\"type\":\"textfield\",\"key\":\"x\",\"id\":\"x\",\"label\":\"一つ余分 / One"
            + " too many\"},");

    says("見える欄は 5 個まで", "Show at most 5 fields");
  }

  @Test
  void aPictureInAForm() {
    change("response/triage.form", "\"type\": \"text\"", "\"type\": \"html\"");

    says("（html）はフォームに使えません", "may not be used in a form");
  }

  @Test
  void aFileThatIsNoDiagram() {
    files.put("response/Broken.bpmn", "<bpmn:definitions");

    says("このファイルは読めません", "cannot be read");
  }

  @Test
  void aDiagramThatReachesOutside() {
    change(
        ON_CALL,
        "<bpmn:definitions",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions");

    says("このファイルは読めません", "cannot be read");
  }

  private void change(String file, String from, String to) {
    String before = Objects.requireNonNull(files.get(file));
    assertThat(before).as("the mistake can be made").contains(from);
    files.put(file, before.replace(from, to));
  }

  private void cut(String file, String from, String to) {
    String before = Objects.requireNonNull(files.get(file));
    int start = before.indexOf(from);
    assertThat(start).as("the mistake can be made").isNotNegative();
    int end = before.indexOf(to, start) + to.length();
    files.put(file, before.substring(0, start) + before.substring(end));
  }

  private void says(String ja, String en) {
    List<Violation> violations = DiagramContract.check(files);
    assertThat(violations)
        .anySatisfy(
            violation -> {
              assertThat(violation.says().ja()).contains(ja);
              assertThat(violation.says().en()).contains(en);
            });
  }
}
