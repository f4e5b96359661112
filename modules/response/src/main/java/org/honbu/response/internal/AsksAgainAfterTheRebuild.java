package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.CareQuestions;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/** A commander who was being asked about their hands is asked by the new process, too. */
@ApplicationScoped
class AsksAgainAfterTheRebuild implements FactHandler<ProcessRebuilt> {
  private final Course course;
  private final Care care;
  private final CareQuestions questions;

  @Inject
  AsksAgainAfterTheRebuild(Course course, Care care, CareQuestions questions) {
    this.course = course;
    this.care = care;
    this.questions = questions;
  }

  @Override
  public String name() {
    return "response.asks-again-after-the-rebuild";
  }

  @Override
  public Class<ProcessRebuilt> fact() {
    return ProcessRebuilt.class;
  }

  @Override
  public void on(ProcessRebuilt rebuilt) {
    IncidentId incident = rebuilt.incident();
    boolean wasAsked = care.watch(incident).flatMap(watch -> watch.open(Why.HANDS_ON)).isPresent();
    if (wasAsked) {
      questions.askAgain(incident);
      Course.settle(course.tells(SuspectsHandsOn.MESSAGE, incident, Facts.none()), incident);
    }
  }
}
