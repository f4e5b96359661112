package org.honbu.warroom.internal.loop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.Decide;
import org.honbu.warroom.Decision;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.ShareStatus;

/** What people write is there, fits its place, and carries no blanks around it. */
final class Written {
  private static final int TEXT = 500;
  private static final int SENTENCE = 200;
  private static final int AIM = 100;

  private static final Words WHAT_FIRST = new Words("何から進めるか", "What comes first?");
  private static final Words WHERE_TO_LOOK = new Words("どこを調べていくか", "Where do we look?");
  private static final Words HOW_TO_RESPOND = new Words("どう対応するか", "How do we respond?");

  private Written() {}

  static AssessSituation assessment(AssessSituation seen) {
    return new AssessSituation(
        needed("symptoms", seen.symptoms(), TEXT),
        needed("scope", seen.scope(), TEXT),
        seen.trend(),
        optional("known", seen.known(), TEXT),
        optional("notKnown", seen.notKnown(), TEXT));
  }

  /**
   * The decision; an answer that was left out is the one before.
   *
   * @param before the last decision of the incident; without one all three answers are needed
   */
  static Decide decision(Decide said, Optional<Decision> before) {
    return new Decide(
        needed("decision", said.decision(), SENTENCE),
        answer("whatFirst", WHAT_FIRST, said.whatFirst(), before.map(Decision::whatFirst)),
        answer("whereToLook", WHERE_TO_LOOK, said.whereToLook(), before.map(Decision::whereToLook)),
        answer(
            "howToRespond",
            HOW_TO_RESPOND,
            said.howToRespond(),
            before.map(Decision::howToRespond)),
        said.reviewIn().map(wait -> minutes("reviewInMinutes", wait, Duration.ofHours(2))),
        new Decide.Weighing(
            optional("options", said.weighing().options(), TEXT),
            optional("risk", said.weighing().risk(), TEXT),
            optional("strongObjections", said.weighing().strongObjections(), TEXT),
            optional("planB", said.weighing().planB(), TEXT)));
  }

  private static String answer(String field, Words question, String said, Optional<String> before) {
    String text = optional(field, said, TEXT);
    return text.isEmpty()
        ? before.orElseThrow(
            () ->
                new ProblemException(
                    LoopProblems.ANSWER_NEEDED, field, question.ja(), question.en()))
        : text;
  }

  static String reason(String reason) {
    return needed("waitReason", reason, SENTENCE);
  }

  static ShareStatus status(ShareStatus told, Duration longest) {
    return new ShareStatus(
        needed("conditions", told.conditions(), TEXT),
        needed("actions", told.actions(), TEXT),
        needed("needs", told.needs(), TEXT),
        told.nextIn().map(wait -> minutes("nextInMinutes", wait, longest)));
  }

  static ReviewEffect review(ReviewEffect found) {
    var said =
        new ReviewEffect(
            found.effect(), needed("evidence", found.evidence(), SENTENCE), found.next());
    if (said.next() == ReviewEffect.Next.MERGE && said.other().isEmpty()) {
      throw new ProblemException(LoopProblems.NUMBER_NEEDED, "evidence");
    }
    return said;
  }

  static List<String> objectives(List<String> aims) {
    List<String> said =
        aims.stream()
            .map(aim -> optional("objectives", aim, AIM))
            .filter(aim -> !aim.isEmpty())
            .toList();
    if (said.size() > ObjectivesRow.MOST) {
      throw new ProblemException(LoopProblems.TOO_MANY_OBJECTIVES, "objectives");
    }
    return said;
  }

  private static String needed(String field, String said, int length) {
    String text = said.strip();
    if (text.isEmpty()) {
      throw new ProblemException(LoopProblems.FIELD_NEEDED, field, length);
    }
    return fits(field, text, length);
  }

  private static String optional(String field, String said, int length) {
    return fits(field, said.strip(), length);
  }

  private static String fits(String field, String text, int length) {
    if (text.length() > length) {
      throw new ProblemException(LoopProblems.TOO_LONG, field, length);
    }
    return text;
  }

  private static Duration minutes(String field, Duration wait, Duration longest) {
    if (wait.compareTo(Duration.ofMinutes(1)) < 0 || wait.compareTo(longest) > 0) {
      throw new ProblemException(LoopProblems.MINUTES, field, 1, longest.toMinutes());
    }
    return wait;
  }
}
