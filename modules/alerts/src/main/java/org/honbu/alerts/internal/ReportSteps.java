package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.honbu.alerts.Report;
import org.honbu.kernel.ReportId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** The automatic steps of {@code SignalIntake}. */
@ApplicationScoped
class ReportSteps {
  private final ReportActs acts;

  @Inject
  ReportSteps(ReportActs acts) {
    this.acts = acts;
  }

  @Produces
  TaskHandler remindSupport() {
    return new Handler("remindSupport") {
      @Override
      Facts work(ReportId report) {
        acts.remind(report);
        return Facts.none();
      }
    };
  }

  @Produces
  TaskHandler fileReport() {
    return new Handler("fileReport") {
      @Override
      Facts work(ReportId report) {
        Report.State state = acts.file(report).state();
        return Facts.of("attached", state == Report.State.ATTACHED)
            .and("ticket", state == Report.State.DISMISSED);
      }
    };
  }

  /** A handler whose subject is a report. */
  private abstract static class Handler implements TaskHandler {
    private final String name;

    Handler(String name) {
      this.name = name;
    }

    abstract Facts work(ReportId report);

    @Override
    public String name() {
      return name;
    }

    @Override
    public Facts perform(Step step) {
      return work(new ReportId(step.facts().text("reportId")));
    }
  }
}
