package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.HandoverBegan;
import org.honbu.outbox.FactHandler;

/**
 * A commander who asks somebody to take over, by whichever door, has answered what they were asked:
 * nothing goes on asking them.
 */
@ApplicationScoped
class PassingAnswersTheQuestions implements FactHandler<HandoverBegan> {
  private final AskingActs acts;
  private final Engine engine;

  @Inject
  PassingAnswersTheQuestions(AskingActs acts, Engine engine) {
    this.acts = acts;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "incidents.passing-answers-the-questions";
  }

  @Override
  public Class<HandoverBegan> fact() {
    return HandoverBegan.class;
  }

  @Override
  public void on(HandoverBegan began) {
    acts.passed(began.incident(), began.by())
        .forEach(why -> engine.complete(CareTasks.step(why), began.incident(), began.by()));
  }
}
