package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Topic.State;
import org.honbu.warroom.TopicReport;
import org.honbu.warroom.TopicResult;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to topics. */
@ApplicationScoped
class TopicTasks implements TaskRule {
  static final String LEAD = "Activity_LeadTopic";
  static final String REPORT = "Activity_ReportOnTopic";
  static final String CHOOSE = "Activity_ChooseTopicLead";

  private static final Verdict NOT_YOURS =
      Verdict.no("いまあなたに頼まれていることではありません", "This is not asked of you now");
  private static final Verdict NO_ANSWER = Verdict.no("返事を選んでください", "Choose an answer");
  private static final Verdict NOT_DROPPED =
      Verdict.no(
          "リードを降りるときは、インシデントのページの「リードを降りる」を押してください",
          "To step down as lead, press “Step down” on the incident’s page");

  private final TopicBook book;
  private final OpeningActs opening;
  private final LeadingActs leading;

  @Inject
  TopicTasks(TopicBook book, OpeningActs opening, LeadingActs leading) {
    this.book = book;
    this.opening = opening;
    this.leading = leading;
  }

  @Override
  public Set<String> steps() {
    return Set.of(LEAD, REPORT, CHOOSE);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    IncidentId incident = task.incident();
    Optional<TopicRow> open = book.find(incident, TopicEngine.topic(task)).filter(TopicRow::isOpen);
    boolean may =
        switch (task.step()) {
          case LEAD -> open.filter(row -> row.is(State.ASKED) && row.isWith(person)).isPresent();
          case REPORT -> open.filter(row -> row.is(State.LED) && row.isWith(person)).isPresent();
          default ->
              open.isPresent() && book.commander(incident).filter(person::equals).isPresent();
        };
    return may ? Verdict.yes() : NOT_YOURS;
  }

  @Override
  public Verdict released(HumanTask task, PersonId person) {
    return task.step().equals(CHOOSE) ? Verdict.yes() : NOT_DROPPED;
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    IncidentId incident = task.incident();
    UUID topic = TopicEngine.topic(task);
    return switch (task.step()) {
      case LEAD -> answered(incident, topic, text(answers, "answer"), person);
      case REPORT -> reported(incident, topic, answers, person);
      default ->
          verdict(
              opening.appoint(
                  incident,
                  topic,
                  new PersonId(TopicProblems.needed("lead", text(answers, "lead"), 64)),
                  person));
    };
  }

  private Verdict answered(IncidentId incident, UUID topic, String answer, PersonId person) {
    return switch (answer) {
      case "ACCEPT" -> verdict(leading.accept(incident, topic, person));
      case "DECLINE" -> verdict(leading.decline(incident, topic, person));
      default -> NO_ANSWER;
    };
  }

  /** The last report says how the topic ends. */
  private Verdict reported(IncidentId incident, UUID topic, Facts answers, PersonId person) {
    var said =
        new TopicReport(
            text(answers, "conditions"), text(answers, "actions"), text(answers, "needs"));
    Outcome reported = leading.report(incident, topic, said, person);
    Optional<TopicResult> result = result(text(answers, "result"));
    return reported instanceof Outcome.Done && result.isPresent()
        ? verdict(leading.close(incident, topic, result.get(), text(answers, "answerText"), person))
        : verdict(reported);
  }

  private static Optional<TopicResult> result(String name) {
    return Arrays.stream(TopicResult.values())
        .filter(result -> result.name().equals(name))
        .findFirst();
  }

  private static Verdict verdict(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    return outcome instanceof Outcome.NotNow no ? Verdict.no(no.why()) : Verdict.yes();
  }

  private static String text(Facts answers, String name) {
    return answers.find(name).map(Object::toString).map(String::strip).orElse("");
  }
}
