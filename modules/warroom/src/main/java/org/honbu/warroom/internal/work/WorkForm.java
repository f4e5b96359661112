package org.honbu.warroom.internal.work;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.kernel.ProblemException;
import org.honbu.warroom.Assignment.Answered;
import org.honbu.warroom.WorkKind;

/** Reads what forms and callers name in words and digits. */
final class WorkForm {
  private WorkForm() {}

  static Optional<Answered> answered(String name) {
    return Arrays.stream(Answered.values()).filter(each -> each.name().equals(name)).findFirst();
  }

  static ProblemException unknownAnswered() {
    return new ProblemException(WorkProblems.UNKNOWN_VALUE, "answered", names(Answered.values()));
  }

  static WorkKind kind(String name) {
    return WorkKind.named(name)
        .orElseThrow(
            () ->
                new ProblemException(WorkProblems.UNKNOWN_VALUE, "kind", names(WorkKind.values())));
  }

  private static String names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** Whole minutes; how many are too many is said elsewhere. */
  static Duration minutes(String text) {
    if (!text.strip().matches("\\d{1,4}")) {
      throw new ProblemException(WorkProblems.UNKNOWN_VALUE, "minutes", "3–60");
    }
    return Duration.ofMinutes(Integer.parseInt(text.strip()));
  }
}
