package org.honbu.warroom.internal.loop;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.kernel.ProblemException;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.Decide;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.ShareStatus;
import org.honbu.workflow.Facts;

/** Reads the fields of FM-6 to FM-10 as the forms in {@code bpmn/warroom} and REST name them. */
final class LoopForm {
  private static final int MOST_MINUTES = 120;

  private LoopForm() {}

  static AssessSituation assessment(Facts form) {
    return new AssessSituation(
        text(form, "symptoms"),
        text(form, "scope"),
        one(AssessSituation.Trend.class, "trend", form),
        text(form, "known"),
        text(form, "notKnown"));
  }

  static Decide decision(Facts form) {
    return new Decide(
        text(form, "decision"),
        text(form, "whatFirst"),
        text(form, "whereToLook"),
        text(form, "howToRespond"),
        minutes(form, "reviewInMinutes"),
        new Decide.Weighing(
            text(form, "options"),
            text(form, "risk"),
            text(form, "strongObjections"),
            text(form, "planB")));
  }

  static ShareStatus status(Facts form) {
    return new ShareStatus(
        text(form, "conditions"),
        text(form, "actions"),
        text(form, "needs"),
        minutes(form, "nextInMinutes"));
  }

  static ReviewEffect review(Facts form) {
    return new ReviewEffect(
        one(ReviewEffect.Effect.class, "effect", form),
        text(form, "evidence"),
        one(ReviewEffect.Next.class, "nextStep", form));
  }

  static String reason(Facts form) {
    return text(form, "waitReason");
  }

  private static String text(Facts form, String field) {
    return form.find(field).map(Object::toString).map(String::strip).orElse("");
  }

  private static Optional<Duration> minutes(Facts form, String field) {
    String text = text(form, field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.ofMinutes(Long.parseLong(text)));
    } catch (NumberFormatException unreadable) {
      throw new ProblemException(unreadable, LoopProblems.MINUTES, field, 1, MOST_MINUTES);
    } catch (ArithmeticException tooLarge) {
      throw new ProblemException(tooLarge, LoopProblems.MINUTES, field, 1, MOST_MINUTES);
    }
  }

  private static <E extends Enum<E>> E one(Class<E> kind, String field, Facts form) {
    String said = text(form, field);
    E[] all = kind.getEnumConstants();
    return Arrays.stream(all)
        .filter(each -> each.name().equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    LoopProblems.UNKNOWN_VALUE,
                    field,
                    Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "))));
  }
}
