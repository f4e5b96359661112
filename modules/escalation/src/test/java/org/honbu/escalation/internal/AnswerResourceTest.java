package org.honbu.escalation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.honbu.escalation.internal.AnswerResource.AnswerJson;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;
import org.honbu.notifications.AnswerDesk.Person;
import org.junit.jupiter.api.Test;

class AnswerResourceTest {

  @Test
  void anEmptyBodyMeansIHaveIt() {
    assertThat(AnswerResource.choice(null)).isEqualTo(Choice.I_HAVE_IT);
    assertThat(AnswerResource.choice(new AnswerJson(null))).isEqualTo(Choice.I_HAVE_IT);
    assertThat(AnswerResource.choice(new AnswerJson("NOT_NOW"))).isEqualTo(Choice.NOT_NOW);
  }

  @Test
  void anythingElseNamesTheField() {
    assertThatThrownBy(() -> AnswerResource.choice(new AnswerJson("maybe")))
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.field()).contains("choice"));
  }

  @Test
  void whoIsLateIsToldWhoHasItInBothLanguages() {
    var taken =
        new Outcome.AlreadyTaken(
            new Person(World.AOI, new Words("中村 葵", "Aoi Nakamura")), Instant.EPOCH);

    assertThatThrownBy(() -> AnswerResource.shown(taken, Locale.ENGLISH))
        .isInstanceOfSatisfying(
            ProblemException.class,
            conflict -> {
              assertThat(conflict.problem().status()).isEqualTo(409);
              assertThat(conflict.words())
                  .isEqualTo(new Words("中村 葵 さんが応答済みです", "Aoi Nakamura already has it"));
            });
  }

  @Test
  void notNowNamesWhoIsNext() {
    var passed = new Outcome.PassedOn(Optional.of(new Words("清水 樹さん", "Itsuki Shimizu")));

    assertThat(AnswerResource.shown(passed, Locale.ENGLISH).next()).isEqualTo("Itsuki Shimizu");
  }

  @Test
  void whatLosesARaceIsTriedAgainAndWhatTheRulesRefuseIsNot() {
    var tries = new AtomicInteger();

    String won =
        Again.whenItLoses(
            () -> {
              if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("somebody was faster");
              }
              return "won";
            });

    assertThat(won).isEqualTo("won");
    tries.set(0);
    assertThatThrownBy(
            () ->
                Again.whenItLoses(
                    () -> {
                      tries.incrementAndGet();
                      throw new ProblemException(AnswerResource.NOT_CALLED);
                    }))
        .isInstanceOf(ProblemException.class);
    assertThat(tries).hasValue(1);
  }
}
