package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.workflow.Directory;
import org.junit.jupiter.api.Test;

class ActsTest {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId EMMA = new PersonId("emma");

  private final Directory directory =
      new Directory() {
        @Override
        public Optional<Entry> find(PersonId person) {
          Set<String> groups = person.equals(MISAKI) ? Set.of("responder") : Set.of("employee");
          return Optional.of(new Entry(person, "", "", "", groups));
        }

        @Override
        public List<Entry> everybody() {
          throw new AssertionError("acts ask for one person only");
        }
      };

  @Test
  void saysWhatWasDone() {
    Acts.Outcome outcome = send(MISAKI, "answer", form -> Act.Answer.done("応答しました", "You have it"));

    assertThat(outcome.notice().en()).isEqualTo("You have it");
    assertThat(outcome.notice().bad()).isFalse();
  }

  @Test
  void whoeverLacksTheRoleChangesNothing() {
    Acts.Outcome outcome =
        send(
            EMMA,
            "answer",
            form -> {
              throw new AssertionError("must not be asked");
            });

    assertThat(outcome.notice().number()).isEqualTo(WebProblems.NOT_YOUR_ACT.code());
  }

  @Test
  void anActThatDoesNotExistIsSaidSo() {
    Acts.Outcome outcome = send(MISAKI, "<script>", form -> Act.Answer.done("", ""));

    assertThat(outcome.notice().number()).isEqualTo(WebProblems.NOT_FOUND.code());
  }

  @Test
  void aFailureIsShownWithItsNumber() {
    Acts.Outcome outcome =
        send(
            MISAKI,
            "answer",
            form -> {
              throw new IllegalStateException(new ProblemException(Problem.BUSY));
            });

    assertThat(outcome.notice().bad()).isTrue();
    assertThat(outcome.notice().number()).isEqualTo("HB-1002");
    assertThat(outcome.notice().words()).isEqualTo(Problem.BUSY.words());
  }

  @Test
  void aRefusalIsAnAnswerWithoutANumber() {
    Acts.Outcome outcome =
        send(MISAKI, "answer", form -> Act.Answer.refused(new Words("もう終わっています", "It is over")));

    assertThat(outcome.notice()).isEqualTo(new Notice(true, "もう終わっています", "It is over", ""));
  }

  private Acts.Outcome send(
      PersonId person, String name, java.util.function.Function<Act.Form, Act.Answer> deed) {
    Act act = new Act(Page.INCIDENT, "answer", Set.of("responder"), deed);
    return new Acts(List.of(act), directory)
        .perform(
            Page.INCIDENT, new Act.Form(person, Optional.of("INC-2026-0001"), Map.of("act", name)));
  }
}
