package org.honbu.alerts.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.honbu.alerts.ReportTriage;
import org.honbu.alerts.ReportTriage.Symptom;
import org.honbu.alerts.ReportTriage.Verdict;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.honbu.workflow.Facts;

/** Reads the fields of FM-2 as {@code triage-user-report.form} and our page name them. */
final class TriageReportForm {
  static final String VERDICT = "verdict";
  static final String ATTACH_TO = "duplicateOf";
  static final String CUSTOMERS = "reportCount";
  static final String SYMPTOM = "symptom";
  static final String NOTE = "detail";

  private TriageReportForm() {}

  static ReportTriage read(Facts form) {
    return new ReportTriage(
        choice(VERDICT, optional(form, VERDICT).orElse(""), Verdict.class),
        optional(form, ATTACH_TO).map(IncidentId::new),
        number(optional(form, CUSTOMERS).orElse("1")),
        optional(form, SYMPTOM)
            .map(said -> choice(SYMPTOM, said, Symptom.class))
            .orElse(Symptom.OTHER),
        optional(form, NOTE).orElse(""));
  }

  private static int number(String said) {
    try {
      return Integer.parseInt(said);
    } catch (NumberFormatException notOne) {
      throw new ProblemException(notOne, AlertProblems.FIELD_UNKNOWN_VALUE, CUSTOMERS, "1, 2, 3…");
    }
  }

  private static <E extends Enum<E>> E choice(String field, String said, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    AlertProblems.FIELD_UNKNOWN_VALUE, field, List.of(choices.getEnumConstants())));
  }

  private static Optional<String> optional(Facts form, String field) {
    return form.find(field).map(Object::toString).map(String::strip).filter(s -> !s.isEmpty());
  }
}
