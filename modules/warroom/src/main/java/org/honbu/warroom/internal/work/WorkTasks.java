package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Assignment.Answered;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.WorkReport;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to work and volunteer calls: submitting the form is the act. */
@ApplicationScoped
class WorkTasks implements TaskRule {
  private static final Verdict NOT_YOURS =
      Verdict.no("この作業は別の人に任されています", "This is for somebody else");
  private static final Verdict ANSWER_IT =
      Verdict.no("手放すには、フォームで答えてください", "To let go of it, answer in its form");
  private static final Verdict CHOOSE = Verdict.no("どれか一つを選んでください", "Choose one of them");

  private final WorkStore store;
  private final WorkBook book;
  private final OwnersActs owners;
  private final BoxActs boxes;
  private final CallActs calls;

  @Inject
  WorkTasks(WorkStore store, WorkBook book, OwnersActs owners, BoxActs boxes, CallActs calls) {
    this.store = store;
    this.book = book;
    this.owners = owners;
    this.boxes = boxes;
    this.calls = calls;
  }

  @Override
  public Set<String> steps() {
    return Set.of(WorkProcess.ACCEPT, WorkProcess.DO, WorkProcess.TIME_IS_UP, WorkProcess.PICK);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    boolean may =
        switch (task.step()) {
          case WorkProcess.ACCEPT, WorkProcess.DO ->
              work(task).filter(row -> row.owner().equals(person)).isPresent();
          case WorkProcess.TIME_IS_UP -> keepsTheTime(task, person);
          default -> commands(book.view(task.incident()), person);
        };
    return may ? Verdict.yes() : NOT_YOURS;
  }

  private boolean keepsTheTime(HumanTask task, PersonId person) {
    IncidentView view = book.view(task.incident());
    return commands(view, person) || view.deputy().filter(person::equals).isPresent();
  }

  private static boolean commands(IncidentView view, PersonId person) {
    return view.seat().map(CommandSeat::holder).filter(person::equals).isPresent();
  }

  @Override
  public Verdict released(HumanTask task, PersonId person) {
    return ANSWER_IT;
  }

  /** The task that is being completed goes on by itself; the process follows by the fact. */
  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    return switch (task.step()) {
      case WorkProcess.ACCEPT -> answered(task, person, answers);
      case WorkProcess.DO -> reported(task, person, answers);
      case WorkProcess.TIME_IS_UP -> timeIsUp(task, person, answers);
      default -> picked(task, person, answers);
    };
  }

  private Verdict answered(HumanTask task, PersonId person, Facts answers) {
    int number = number(task);
    return switch (text(answers, "answer")) {
      case "ACCEPT" ->
          of(
              owners.accept(
                  task.incident(),
                  number,
                  text(answers, "understoodAs"),
                  minutes(answers),
                  person));
      case "DECLINE" -> of(owners.decline(task.incident(), number, person));
      default -> CHOOSE;
    };
  }

  private Verdict reported(HumanTask task, PersonId person, Facts answers) {
    Optional<Answered> answered = WorkForm.answered(text(answers, "answered"));
    if (answered.isEmpty()) {
      return CHOOSE;
    }
    var report =
        new WorkReport(
            text(answers, "conditions"),
            text(answers, "actions"),
            text(answers, "needs"),
            answered.get(),
            text(answers, "evidence"));
    return of(owners.report(task.incident(), number(task), report, person));
  }

  private Verdict timeIsUp(HumanTask task, PersonId person, Facts answers) {
    int number = number(task);
    return switch (text(answers, "choice")) {
      case "MORE" ->
          of(
              boxes.moreTime(
                  task.incident(),
                  number,
                  minutes(answers).orElse(Duration.ofMinutes(10)),
                  person));
      case "REPORT" -> of(boxes.askForReport(task.incident(), number, person));
      case "STOP" -> of(boxes.stop(task.incident(), number, person));
      default -> CHOOSE;
    };
  }

  private Verdict picked(HumanTask task, PersonId person, Facts answers) {
    int number = call(task).map(CallRow::number).orElse(0);
    return switch (text(answers, "choice")) {
      case "PICK" -> {
        PersonId whom = new PersonId(Fields.needed("person", text(answers, "person"), 64));
        yield of(calls.pick(task.incident(), number, whom, false, person));
      }
      case "DROP" -> of(calls.drop(task.incident(), number, person));
      default -> CHOOSE;
    };
  }

  private static Verdict of(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    return outcome instanceof Outcome.NotNow no ? Verdict.no(no.why()) : Verdict.yes();
  }

  private static Verdict of(GiveOutcome outcome) {
    if (outcome instanceof GiveOutcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    if (outcome instanceof GiveOutcome.Asks asks) {
      return Verdict.no(
          new Words(
                  "{0} それでもよければ、インシデントのページで選んでください",
                  "{0} If you want it all the same, use the incident’s page")
              .with(asks.question()));
    }
    return outcome instanceof GiveOutcome.NotNow no ? Verdict.no(no.why()) : Verdict.yes();
  }

  private int number(HumanTask task) {
    return work(task).map(AssignmentRow::number).orElse(0);
  }

  private Optional<AssignmentRow> work(HumanTask task) {
    return id(task, WorkProcess.WORK_ID).flatMap(store::work);
  }

  private Optional<CallRow> call(HumanTask task) {
    return id(task, WorkProcess.CALL_ID).flatMap(store::call);
  }

  private static Optional<UUID> id(HumanTask task, String key) {
    return task.facts().find(key).map(String::valueOf).map(UUID::fromString);
  }

  private static Optional<Duration> minutes(Facts answers) {
    return answers
        .find("minutes")
        .map(String::valueOf)
        .filter(text -> !text.isBlank())
        .map(WorkForm::minutes);
  }

  private static String text(Facts answers, String name) {
    return answers.find(name).map(Object::toString).orElse("");
  }
}
