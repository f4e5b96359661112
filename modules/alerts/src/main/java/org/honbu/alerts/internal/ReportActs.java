package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.alerts.Report;
import org.honbu.alerts.ReportReceived;
import org.honbu.alerts.ReportTriage;
import org.honbu.alerts.ReportTriage.Verdict;
import org.honbu.alerts.Reports.Outcome;
import org.honbu.alerts.Reports.Seen;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.ReportId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;

/**
 * The life of a report: received, triaged by customer support or not, filed.
 *
 * <p>Both doors end in {@link #decide}; our own then makes the task agree. What is to become of a
 * report is written down first and carried out by the step <em>File the report</em>, so that a
 * report which nobody triaged takes the same way.
 */
@ApplicationScoped
@Transactional
class ReportActs {
  static final String STEP = "Activity_TriageUserReport";
  static final String CHANNEL = "#support";
  static final int WHAT_LENGTH = 500;
  static final int NOTE_LENGTH = 2000;
  private static final int MOST_CUSTOMERS = 100_000;

  /** What a human says is at least this until somebody rates it (DM-1b). */
  private static final int HUMAN_SAYS_SO = 3;

  private static final Words ONLY_SUPPORT =
      new Words("一次受付はカスタマーサポートの仕事です", "This is for customer support");
  private static final Words TRIAGED = new Words("{0} さんが先に受け付けました", "{1} triaged it before you");
  private static final Words WENT_ON =
      new Words(
          "20 分たったので、未トリアージのまま担当へ送られました", "It went on to the on-call, untriaged, after 20 minutes");

  private final ReportStore store;
  private final Filing filing;
  private final Incidents incidents;
  private final IncidentBoard board;
  private final Notifications notifications;
  private final People people;
  private final Outbox outbox;
  private final HumanTasks tasks;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters")
  ReportActs(
      ReportStore store,
      Filing filing,
      Incidents incidents,
      IncidentBoard board,
      Notifications notifications,
      People people,
      Outbox outbox,
      HumanTasks tasks,
      Clock clock) {
    this.store = store;
    this.filing = filing;
    this.incidents = incidents;
    this.board = board;
    this.notifications = notifications;
    this.people = people;
    this.outbox = outbox;
    this.tasks = tasks;
    this.clock = clock;
  }

  ReportId report(Seen seen) {
    Seen clean =
        new Seen(
            needed("what", seen.what(), WHAT_LENGTH),
            seen.component().map(text -> needed("component", text, 80)),
            seen.customer().map(text -> needed("customer", text, 120)),
            seen.reporter());
    Instant now = now();
    ReportId id = store.nextNumber(now);
    store.add(new ReportRow(id, clean, now));
    outbox.announce(new ReportReceived(id, Kind.REAL, now), Subject.of(id));
    return id;
  }

  /** Our own door. */
  Outcome triage(ReportId report, ReportTriage triage, PersonId by) {
    Outcome outcome = decide(report, triage, by);
    if (outcome instanceof Outcome.Done) {
      tasks
          .open(report, STEP)
          .ifPresent(
              task -> {
                tasks.assign(task, by);
                tasks.complete(task, Facts.none());
              });
    }
    return outcome;
  }

  /** The report as it is and stays until the caller's transaction ends. */
  Report viewLocked(ReportId report) {
    return lock(report).report();
  }

  /** Decides under the row's lock and writes it down; the task is the caller's. */
  Outcome decide(ReportId report, ReportTriage triage, PersonId by) {
    ReportRow row = lock(report);
    if (!people.hasRole(by, Role.CUSTOMER_SUPPORT)) {
      return new Outcome.NotAllowed(ONLY_SUPPORT);
    }
    if (!row.waits()) {
      return new Outcome.TooLate(row.report().triage().map(this::triagedBefore).orElse(WENT_ON));
    }
    row.triaged(checked(triage), by, now());
    store.flush();
    return new Outcome.Done();
  }

  private Words triagedBefore(Report.Triaged before) {
    return TRIAGED.with(
        people.name(before.by(), Locale.JAPANESE), people.name(before.by(), Locale.ENGLISH));
  }

  private ReportTriage checked(ReportTriage triage) {
    boolean attaches = triage.verdict() == Verdict.ATTACH;
    if (attaches) {
      IncidentId wanted =
          triage.attachTo().orElseThrow(() -> needs(TriageReportForm.ATTACH_TO, 40));
      if (!isOpenAndReal(wanted)) {
        throw new ProblemException(AlertProblems.NOT_OPEN, TriageReportForm.ATTACH_TO, wanted);
      }
    }
    if (triage.verdict() == Verdict.NO_INCIDENT && triage.note().isBlank()) {
      throw needs(TriageReportForm.NOTE, NOTE_LENGTH);
    }
    if (triage.customers() < 1 || triage.customers() > MOST_CUSTOMERS) {
      throw new ProblemException(
          AlertProblems.FIELD_UNKNOWN_VALUE, TriageReportForm.CUSTOMERS, "1–" + MOST_CUSTOMERS);
    }
    return new ReportTriage(
        triage.verdict(),
        attaches ? triage.attachTo() : Optional.empty(),
        triage.customers(),
        triage.symptom(),
        Text.clean(triage.note(), NOTE_LENGTH));
  }

  /** A user's voice never goes into a drill. */
  private boolean isOpenAndReal(IncidentId wanted) {
    return incidents
        .survivor(wanted)
        .filter(open -> board.view(open).kind() == Kind.REAL)
        .isPresent();
  }

  /** Reminds customer support, once; nothing when somebody has looked at it. */
  void remind(ReportId report) {
    Report waiting = row(report).report();
    if (waiting.state() == Report.State.WAITING) {
      post(
          report,
          "remind",
          new Words(
              "[{0}] 10 分たちました。一次受付をお願いします：{1}",
              "[{0}] 10 minutes have passed. Please triage: {1}"),
          waiting);
    }
  }

  /**
   * Lets the report become what support said, or go on without them. Doing it again finds it done.
   *
   * @return how it stands then
   */
  Report file(ReportId report) {
    ReportRow row = lock(report);
    if (!row.isFiled()) {
      boolean untriaged = row.waits();
      filing.file(row, now());
      store.flush();
      if (untriaged) {
        post(
            report,
            "went-on",
            new Words("[{0}] 未トリアージのまま担当へ送りました：{1}", "[{0}] went on to the on-call untriaged: {1}"),
            row.report());
      }
    }
    return row.report();
  }

  private void post(ReportId report, String key, Words text, Report about) {
    Words filled = text.with(report, Text.clean(about.what(), 140));
    notifications.post(new Post(Kind.REAL, report, HUMAN_SAYS_SO, CHANNEL, key, filled));
  }

  /** What is still to be filed, as it was first heard. */
  List<ReportReceived> unfiled() {
    return store.unfiled().stream()
        .map(report -> new ReportReceived(report.id(), Kind.REAL, report.receivedAt()))
        .toList();
  }

  Report view(ReportId report) {
    return row(report).report();
  }

  private ReportRow row(ReportId report) {
    return store.find(report).orElseThrow(() -> unknown(report));
  }

  private ReportRow lock(ReportId report) {
    return store.lock(report).orElseThrow(() -> unknown(report));
  }

  private static ProblemException unknown(ReportId report) {
    return new ProblemException(AlertProblems.NO_SUCH_REPORT, report);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String needed(String field, String said, int length) {
    String text = Text.clean(said, length + 1);
    if (text.isEmpty() || text.length() > length) {
      throw needs(field, length);
    }
    return text;
  }

  private static ProblemException needs(String field, int length) {
    return new ProblemException(AlertProblems.FIELD_NEEDED, field, length);
  }
}
