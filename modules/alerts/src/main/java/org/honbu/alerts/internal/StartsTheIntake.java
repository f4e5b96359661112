package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;
import org.honbu.alerts.Report;
import org.honbu.alerts.ReportReceived;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/**
 * Every report is looked at; hearing of it twice starts nothing twice.
 *
 * <p>Outside support's hours, and when somebody was faster than this, nobody is asked to triage it.
 */
@ApplicationScoped
class StartsTheIntake implements FactHandler<ReportReceived> {
  private final Processes processes;
  private final ReportActs acts;
  private final Clock clock;
  private final SupportHours hours;

  @Inject
  StartsTheIntake(Processes processes, ReportActs acts, Clock clock) {
    this(processes, acts, clock, AlertsConfig.from(ConfigProvider.getConfig()).supportHours());
  }

  StartsTheIntake(Processes processes, ReportActs acts, Clock clock, SupportHours hours) {
    this.processes = processes;
    this.acts = acts;
    this.clock = clock;
    this.hours = hours;
  }

  @Override
  public String name() {
    return "alerts.starts-the-intake";
  }

  @Override
  public Class<ReportReceived> fact() {
    return ReportReceived.class;
  }

  /** Under the report's lock: whoever triages it meanwhile finds the task, or is found by this. */
  @Override
  public void on(ReportReceived received) {
    Report report = acts.viewLocked(received.report());
    boolean waits = report.state() == Report.State.WAITING;
    Facts facts =
        Facts.of("reportId", received.report().value())
            .and("kind", received.kind())
            .and("what", report.what())
            .and("supportOpen", waits && hours.areOn(clock.instant()));
    processes.start("SignalIntake", received.report(), facts);
  }
}
