package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.warroom.GiveOutcome;

/** Says what became of an act. A refusal that a façade wrote down is an answer, no failure. */
@ApplicationScoped
class Telling {
  private static final Words DONE_ALREADY = new Words("もう済んでいます", "That was done already");
  private static final Words HELD = new Words("すでに {0} さんが引き受けています", "{0} has it already");
  private static final Words ANYWAY =
      new Words("{0}\nそれでもよければ `{1}` で送ってください", "{0}\nIf so, send it with `{1}`");

  private final People people;

  @Inject
  Telling(People people) {
    this.people = people;
  }

  Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }

  Words told(Outcome outcome, Words done) {
    if (outcome instanceof Outcome.NotAllowed no) {
      return no.why();
    }
    if (outcome instanceof Outcome.NotNow no) {
      return no.why();
    }
    return outcome instanceof Outcome.AlreadyDone ? DONE_ALREADY : done;
  }

  Words taken(TakeOutcome outcome, Words yours) {
    if (outcome instanceof TakeOutcome.AlreadyHeld held) {
      return HELD.with(name(held.by()));
    }
    if (outcome instanceof TakeOutcome.NotAllowed no) {
      return no.why();
    }
    return ((TakeOutcome.Taken) outcome)
        .advice()
        .map(advice -> new Words(yours.ja() + "。" + advice.ja(), yours.en() + ". " + advice.en()))
        .orElse(yours);
  }

  /**
   * What became of work that was given.
   *
   * @param insisting how to write it when it is asked back
   */
  Words given(GiveOutcome outcome, PersonId to, String insisting) {
    if (outcome instanceof GiveOutcome.NotAllowed no) {
      return no.why();
    }
    if (outcome instanceof GiveOutcome.NotNow no) {
      return no.why();
    }
    if (outcome instanceof GiveOutcome.Asks asks) {
      return ANYWAY.with(asks.question(), insisting);
    }
    int number = ((GiveOutcome.Given) outcome).number();
    return new Words("{0} さんに頼みました（仕事 {1}）", "Asked {0} (work {1})").with(name(to), number);
  }
}
