package org.honbu.incidents.internal;

import java.util.Optional;
import org.honbu.incidents.CareAnswer;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.workflow.Facts;

/** Reads the fields of FM-15 as {@code hands-on.form} names them. */
final class CareForm {
  private static final String CHOICES = "PASS, DELEGATE, GO_ON";
  private static final int NAME_LENGTH = 64;

  private CareForm() {}

  static CareAnswer read(Facts form) {
    String reason = optional(form, "reason").orElse("");
    return switch (optional(form, "choice").orElse("")) {
      case "PASS" -> new CareAnswer.Pass(person(form), reason);
      case "DELEGATE" -> new CareAnswer.Delegate(person(form), reason);
      case "GO_ON" -> new CareAnswer.GoOn(reason);
      default ->
          throw new ProblemException(IncidentProblems.FIELD_UNKNOWN_VALUE, "choice", CHOICES);
    };
  }

  private static PersonId person(Facts form) {
    return new PersonId(Fields.needed("to", optional(form, "to").orElse(""), NAME_LENGTH));
  }

  private static Optional<String> optional(Facts form, String field) {
    return form.find(field).map(Object::toString).map(String::strip).filter(s -> !s.isEmpty());
  }
}
