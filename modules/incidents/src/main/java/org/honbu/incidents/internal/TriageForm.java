package org.honbu.incidents.internal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.workflow.Facts;

/** Reads the fields of FM-3 as {@code triage.form} names them; what is left out is unknown. */
final class TriageForm {
  private TriageForm() {}

  static Triage read(Facts form, IncidentId incident) {
    return new Triage(
        answer(form),
        optional(form, "duplicateOf").map(IncidentId::new).filter(other -> !other.equals(incident)),
        new Impact(
            choice(form, "usersBand", Impact.Users.class, Impact.Users.UNKNOWN),
            choice(form, "componentTier", Impact.Function.class, Impact.Function.UNKNOWN),
            choice(form, "state", Impact.Condition.class, Impact.Condition.UNKNOWN),
            choice(form, "revenue", Impact.Revenue.class, Impact.Revenue.UNKNOWN),
            choice(form, "dataSecurity", Impact.DataSecurity.class, Impact.DataSecurity.UNKNOWN),
            choice(form, "workaround", Impact.Workaround.class, Impact.Workaround.UNKNOWN),
            Impact.Urgency.NONE),
        Visibility.UNKNOWN,
        teams(form),
        form.yes("escalateNow"),
        optional(form, "note").orElse(""));
  }

  private static Triage.Answer answer(Facts form) {
    String said = optional(form, "real").orElse("REAL");
    return switch (said) {
      case "FALSE" -> Triage.Answer.FALSE_ALARM;
      case "DUP" -> Triage.Answer.DUPLICATE;
      case "REAL", "UNSURE" -> Triage.Answer.REAL;
      default ->
          throw new ProblemException(
              IncidentProblems.FIELD_UNKNOWN_VALUE,
              "real",
              List.of("REAL", "FALSE", "DUP", "UNSURE"));
    };
  }

  static <E extends Enum<E>> E choice(Facts form, String field, Class<E> choices, E otherwise) {
    return optional(form, field).map(said -> choice(field, said, choices)).orElse(otherwise);
  }

  static <E extends Enum<E>> E choice(String field, String said, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    IncidentProblems.FIELD_UNKNOWN_VALUE,
                    field,
                    List.of(choices.getEnumConstants())));
  }

  private static Set<TeamId> teams(Facts form) {
    Set<TeamId> teams = new LinkedHashSet<>();
    for (String name : optional(form, "teamsNeeded").orElse("").split("[,、\\s]+", -1)) {
      if (!name.isEmpty()) {
        teams.add(new TeamId(name));
      }
    }
    return teams;
  }

  private static Optional<String> optional(Facts form, String field) {
    return form.find(field).map(Object::toString).map(String::strip).filter(s -> !s.isEmpty());
  }
}
