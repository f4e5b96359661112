package org.honbu.web.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.honbu.kernel.Words;

/**
 * Calls a field what its page calls it. Modules name it as programs know it, {@code whatFirst};
 * whoever fills in a form knows it as 「何から進めるか」.
 */
final class FieldNames {
  private static final ResourceBundle JAPANESE = bundle(Locale.JAPANESE);
  private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

  /** By field, or by act and field where several forms use one name. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("actions", "work.actions"),
          Map.entry("loop-update/actions", "loop.actions"),
          Map.entry("topic-report/actions", "topics.actions"),
          Map.entry("announcer", "incident.announcer"),
          Map.entry("answer", "topics.answer"),
          Map.entry("regulator-report/answer", "regulator.answer"),
          Map.entry("at", "pm.meeting.at"),
          Map.entry("cause", "identified.cause"),
          Map.entry("cheaper", "pm.short.cheaper"),
          Map.entry("component", "declare.where"),
          Map.entry("condition", "triage.condition"),
          Map.entry("conditions", "work.conditions"),
          Map.entry("loop-update/conditions", "loop.conditions"),
          Map.entry("topic-report/conditions", "topics.conditions"),
          Map.entry("corrects", "draft.corrects"),
          Map.entry("customer", "report.customer"),
          Map.entry("customers", "triage-report.customers"),
          Map.entry("data", "triage.data"),
          Map.entry("decision", "loop.decision.one"),
          Map.entry("deputy", "handover.deputy"),
          Map.entry("distinctCustomers", "announcing.customers"),
          Map.entry("due", "pm.item.due"),
          Map.entry("item-change/due", "pm.item.change.due"),
          Map.entry("en", "draft.en"),
          Map.entry("evidence", "work.evidence"),
          Map.entry("loop-review/evidence", "loop.evidence"),
          Map.entry("found", "roster.help.found"),
          Map.entry("howToRespond", "loop.how.ask"),
          Map.entry("id", "integrations.id"),
          Map.entry("incident", "triage-report.attach.which"),
          Map.entry("instead", "roster.instead"),
          Map.entry("ja", "draft.ja"),
          Map.entry("kind", "work.kind"),
          Map.entry("pm-item/kind", "pm.item.kind"),
          Map.entry("known", "loop.known"),
          Map.entry("lead", "topics.whom"),
          Map.entry("minutes", "work.box"),
          Map.entry("announcement-rhythm/minutes", "announcing.slower.minutes"),
          Map.entry("mostAskedQuestion", "announcing.asked"),
          Map.entry("name", "integrations.name"),
          Map.entry("needs", "work.needs"),
          Map.entry("loop-update/needs", "loop.needs"),
          Map.entry("topic-report/needs", "topics.needs"),
          Map.entry("newReports", "announcing.reports"),
          Map.entry("nextAt", "draft.next"),
          Map.entry("nextInMinutes", "loop.next-in"),
          Map.entry("nextStep", "loop.then"),
          Map.entry("notKnown", "loop.not-known"),
          Map.entry("note", "roster.context.note"),
          Map.entry("triage-report/note", "triage-report.note"),
          Map.entry("options", "loop.options"),
          Map.entry("outcome", "work.outcome"),
          Map.entry("owner", "work.owner"),
          Map.entry("item-change/owner", "pm.item.change.owner"),
          Map.entry("person", "speak.whom"),
          Map.entry("summon-person/person", "roster.summon.whom"),
          Map.entry("pm-owner/person", "pm.owner"),
          Map.entry("pm-meeting/person", "pm.facilitator"),
          Map.entry("pm-item/person", "pm.item.owner"),
          Map.entry("phase", "draft.phase"),
          Map.entry("planB", "loop.plan-b"),
          Map.entry("question", "topics.question"),
          Map.entry("reason", "reason"),
          Map.entry("care-delegate/reason", "care.delegate.work"),
          Map.entry("announcement-privacy/reason", "privacy.reason"),
          Map.entry("announcement-privacy-back/reason", "privacy.change"),
          Map.entry("regulator-report/reason", "regulator.reason"),
          Map.entry("data-harm/reason", "data-harm.reason"),
          Map.entry("reference", "regulator.reference"),
          Map.entry("reportedTo", "regulator.to"),
          Map.entry("result", "topics.result"),
          Map.entry("reviewInMinutes", "loop.review-in"),
          Map.entry("risk", "loop.risk"),
          Map.entry("sampleQuotes", "announcing.quotes"),
          Map.entry("scope", "loop.scope"),
          Map.entry("sentAt", "regulator.sent-at"),
          Map.entry("skill", "hands.skill"),
          Map.entry("strongObjections", "loop.objections.ask"),
          Map.entry("subject", "topics.park.subject"),
          Map.entry("hands-pick/subject", "work.owner"),
          Map.entry("successor", "hand-over.to"),
          Map.entry("summary", "resolve.summary"),
          Map.entry("symptom", "triage-report.symptom"),
          Map.entry("symptoms", "loop.symptoms"),
          Map.entry("tag", "note.tag"),
          Map.entry("team", "roster.summon-team.which"),
          Map.entry("text", "note.text"),
          Map.entry("item-done/text", "pm.item.how"),
          Map.entry("item-waive/text", "pm.item.why"),
          Map.entry("stakeholders-tell/text", "announcing.summary"),
          Map.entry("tell/text", "speak.text"),
          Map.entry("to", "care.delegate.to"),
          Map.entry("data-harm/to", "data-harm.is"),
          Map.entry("url", "context.runbook.none"),
          Map.entry("users", "triage.users"),
          Map.entry("visible", "triage.visible"),
          Map.entry("waitReason", "reason"),
          Map.entry("what", "work.outcome"),
          Map.entry("declare/what", "declare.what"),
          Map.entry("pm-item/what", "pm.item.what"),
          Map.entry("report/what", "report.what"),
          Map.entry("whatFirst", "loop.first.ask"),
          Map.entry("whereToLook", "loop.where.ask"),
          Map.entry("why", "reason"),
          Map.entry("summon-person/why", "roster.summon.why"),
          Map.entry("summon-team/why", "roster.summon.why"),
          Map.entry("pm-short/why", "pm.short.why"),
          Map.entry("with", "merge.with"),
          Map.entry("words", "hand-over.words"),
          Map.entry("override/words", "override.words"));

  private FieldNames() {}

  /** Under which key of the messages an act's page has the label of a field. */
  static Optional<String> label(String act, String field) {
    return Optional.ofNullable(LABELS.get(act + "/" + field))
        .or(() -> Optional.ofNullable(LABELS.get(field)));
  }

  /** The same sentence, with the field called as the page calls it. */
  static Words asOnThePage(String act, String field, Words said) {
    return label(act, field)
        .map(
            key ->
                new Words(
                    said.ja()
                        .replace("「" + field + "」", "「" + JAPANESE.getString(key) + "」")
                        .replace("欄 " + field + "、", ""),
                    said.en()
                        .replace("“" + field + "”", "“" + ENGLISH.getString(key) + "”")
                        .replace("field " + field + ", ", "")))
        .orElse(said);
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("org.honbu.web.messages", language);
  }
}
