package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownAnswersTest {
  private final KnownAnswers answers = new KnownAnswers();
  private final AtomicInteger evaluations = new AtomicInteger();
  private final EngineRoom room = Rooms.ours(new Rooms.People());

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void theSameQuestionIsWorkedOutOnce() {
    assertThat(ask("table:1", "payments")).isEqualTo(ask("table:1", "payments"));

    assertThat(evaluations).hasValue(1);
  }

  @Test
  void anotherVersionOrAnotherQuestionIsWorkedOut() {
    ask("table:1", "payments");

    assertThat(ask("table:2", "payments")).isEqualTo(List.of(Facts.of("said", "table:2 payments")));
    assertThat(ask("table:1", "search")).isEqualTo(List.of(Facts.of("said", "table:1 search")));
  }

  @Test
  void onlyTheLastQuestionsAreKept() {
    ask("table:1", "first");
    for (int i = 0; i < KnownAnswers.MOST; i++) {
      ask("table:1", "later " + i);
    }

    ask("table:1", "first");

    assertThat(evaluations).hasValue(KnownAnswers.MOST + 2);
  }

  @Test
  void aTableThatLooksAtTheClockIsAskedEachTime() {
    assertThat(answers.lasts("a", version -> "<text>\"payments\"</text>")).isTrue();
    assertThat(answers.lasts("b", version -> "<text>time(now()) &lt; time(\"18:00\")</text>"))
        .isFalse();
    assertThat(answers.lasts("c", version -> "<text>today ()</text>")).isFalse();
  }

  @Test
  void aNewVersionOfATableIsObeyedAtOnce() {
    Greeting.deploy(room, "before");
    assertThat(Greeting.of(room)).isEqualTo("before");

    Greeting.deploy(room, "after");

    assertThat(Greeting.of(room)).isEqualTo("after");
  }

  private List<Facts> ask(String version, String team) {
    return answers.to(
        version,
        Facts.of("team", team),
        () -> {
          evaluations.incrementAndGet();
          return List.of(Facts.of("said", version + " " + team));
        });
  }
}
