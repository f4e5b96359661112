package org.honbu.app.kill;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.honbu.testkit.server.MailProvider;
import org.honbu.testkit.server.PostgresServer.Database;

/**
 * Compares what the server's tables say with what the outside world knows: monitoring, which was
 * promised incidents, and the mail provider, which took messages.
 */
final class Books {
  /** The shortest time anybody has to answer in this trial, less the engine's own rounding. */
  private static final double ANSWER_WITHIN = KillLedgerIT.ANSWER_WITHIN.toMillis() / 1000.0 - 0.5;

  private final Database database;
  private final Monitoring monitoring;
  private final MailProvider provider;

  Books(Database database, Monitoring monitoring, MailProvider provider) {
    this.database = database;
    this.monitoring = monitoring;
    this.provider = provider;
  }

  /** What is still under way; after a crash this must become empty by itself. */
  List<String> underWay() {
    var found = new ArrayList<String>();
    found.addAll(say("fact waits: {0} for {1}", "select handler, subject from outbox.message"));
    found.addAll(
        say(
            "message unsent: {0} {1} to {2}",
            "select incident_id, channel, address from notifications.message"
                + " where state = 'WAITING'"));
    found.addAll(
        say(
            "job overdue: {0} since {1}",
            "select type_, duedate_ from engine.act_ru_job where retries_ > 0"
                + " and (duedate_ is null or duedate_ < now() at time zone 'utc')"));
    Set<String> running = Set.copyOf(database.column(PROCESSES));
    monitoring.accepted().values().stream()
        .filter(incident -> !running.contains(incident))
        .forEach(incident -> found.add("no process: " + incident));
    return found;
  }

  private static final String PROCESSES =
      "select business_key_ from engine.act_hi_procinst where proc_def_key_ = 'IncidentResponse'";

  /** What must never be; every line is a defect. */
  List<String> disagreements(Set<String> onTheirWay) {
    var found = new ArrayList<String>();
    found.addAll(lost());
    found.addAll(twice());
    found.addAll(stuck());
    found.addAll(timers());
    found.addAll(command());
    found.addAll(mail(onTheirWay));
    return found;
  }

  private List<String> lost() {
    var found = new ArrayList<String>();
    Map<String, String> known = new TreeMap<>();
    database
        .rows("select group_key, coalesce(incident_id, '') from alerts.correlation")
        .forEach(row -> known.merge(row.get(0), row.get(1), (one, other) -> one + "+" + other));
    Set<String> incidents = Set.copyOf(database.column("select id from incidents.incident"));
    monitoring
        .accepted()
        .forEach(
            (alert, incident) -> {
              if (!incident.equals(known.get(alert.name())) || !incidents.contains(incident)) {
                found.add(
                    "%s was accepted as %s; the tables say %s"
                        .formatted(alert.name(), incident, known.get(alert.name())));
              }
            });
    return found;
  }

  private List<String> twice() {
    var found = new ArrayList<String>();
    found.addAll(
        say(
            "{1} processes for {0}",
            "select business_key_, count(*) from engine.act_hi_procinst"
                + " where proc_def_key_ = 'IncidentResponse' group by 1 having count(*) > 1"));
    found.addAll(
        say(
            "{1} runs of calls for {0}",
            "select incident_id, count(*) from escalation.paging_run group by 1"
                + " having count(*) > 1"));
    found.addAll(
        say(
            "{0} was called {3} times on step {2} of {1}",
            "select person_id, run_id, step, count(*) from escalation.called"
                + " group by 1, 2, 3 having count(*) > 1"));
    found.addAll(
        say(
            "{2} e-mails for one call of {1} for {0}",
            "select incident_id, person_id, count(*) from notifications.message"
                + " where channel = 'email' group by incident_id, person_id, paged_id"
                + " having count(*) > 1"));
    found.addAll(
        say(
            "{2} first posts of the same words to {1} about {0}",
            "select incident_id, channel, count(*) from notifications.message"
                + " where channel like '#%' and body like 'SEV%' group by incident_id, channel, body"
                + " having count(*) > 1"));
    found.addAll(
        say(
            "{1} times “{2}” on the timeline of {0}",
            "select incident, count(*), entry_type from incidents.timeline"
                + " where entry_type in ('declared', 'acknowledged', 'room-opened',"
                + " 'command-taken') group by incident, entry_type having count(*) > 1"));
    found.addAll(
        say(
            "message {0} is noted as sent {1} times",
            "select message_id, count(*) from notifications.attempt where sent group by 1"
                + " having count(*) > 1"));
    return found;
  }

  private List<String> stuck() {
    var found = new ArrayList<String>();
    found.addAll(
        say(
            "job without tries left: {0} {1}",
            "select type_, exception_msg_ from engine.act_ru_job where retries_ = 0"));
    found.addAll(say("stalled step: {0}", "select activity_id_ from engine.act_ru_incident"));
    found.addAll(
        say(
            "stuck fact: {0} for {1}: {2}",
            "select handler, subject, why from outbox.message where stuck_since is not null"));
    found.addAll(
        say(
            "message {1}: {0} to {2}",
            "select incident_id, state, address from notifications.message"
                + " where state in ('UNDELIVERABLE', 'BLOCKED')"));
    return found;
  }

  /** A timer that fired early, or twice, brings two levels together; a lost level leaves a hole. */
  private List<String> timers() {
    var found = new ArrayList<String>();
    String steps =
        "(select run_id, step, min(called_at) as called_at,"
            + " min(called_at) - lag(min(called_at)) over (partition by run_id order by step)"
            + " as gap, step - lag(step) over (partition by run_id order by step) as leap"
            + " from escalation.called group by run_id, step) as steps";
    found.addAll(
        say(
            "run {0} came to step {1} after only {2}",
            "select run_id, step, gap from "
                + steps
                + " where extract(epoch from gap) < "
                + ANSWER_WITHIN));
    found.addAll(
        say("run {0} leapt to step {1}", "select run_id, step from " + steps + " where leap <> 1"));
    return found;
  }

  private List<String> command() {
    return say(
        "{0}: seat {1} {2}, interval {3}, task {4}",
        "select s.incident, s.standing, s.holder, i.holders, t.assignee_"
            + " from incidents.command_seat s"
            + " left join (select incident, string_agg(holder, '+') as holders"
            + " from incidents.command_interval where ended_at is null group by incident) i"
            + " on i.incident = s.incident"
            + " left join (select p.business_key_, k.assignee_ from engine.act_ru_task k"
            + " join engine.act_hi_procinst p on p.id_ = k.proc_inst_id_"
            + " where k.task_def_key_ = 'Activity_LeadTheIncident') t"
            + " on t.business_key_ = s.incident"
            + " where i.holders is distinct from s.holder or t.assignee_ is distinct from"
            + " case s.standing when 'HELD' then s.holder end");
  }

  /**
   * At least once to the provider, once in our books: a message may reach the provider again, under
   * the same id, only when a kill found it between being sent and being marked.
   */
  private List<String> mail(Set<String> onTheirWay) {
    var found = new ArrayList<String>();
    Map<String, Long> taken = taken();
    Map<String, String> ours = new TreeMap<>();
    database
        .rows("select id || '@honbu', state from notifications.message where channel = 'email'")
        .forEach(row -> ours.put(row.get(0), row.get(1)));
    taken.forEach(
        (id, times) -> {
          if (!ours.containsKey(id)) {
            found.add("the provider took " + id + ", which we do not know");
          }
          if (times > 1 && !onTheirWay.contains(id)) {
            found.add("the provider took %s %d times, and no kill excuses it".formatted(id, times));
          }
        });
    ours.forEach(
        (id, state) -> {
          if (state.equals("SENT") && !taken.containsKey(id)) {
            found.add("we say that " + id + " was sent; the provider has not seen it");
          }
        });
    return found;
  }

  private Map<String, Long> taken() {
    return provider.ledger().stream()
        .collect(
            Collectors.groupingBy(MailProvider.Taken::id, TreeMap::new, Collectors.counting()));
  }

  boolean isDeclared(String incident) {
    return database.number(
            "select count(*) from outbox.message"
                + " where handler = 'response.starts-the-response' and subject = ?",
            incident)
        == 1;
  }

  boolean hasProcess(String incident) {
    return database.column(PROCESSES).contains(incident);
  }

  /** Names of the e-mails about an incident that are not marked as sent. */
  List<String> unsentMail(String incident) {
    return database.column(
        "select id || '@honbu' from notifications.message"
            + " where channel = 'email' and state = 'WAITING' and incident_id = ?",
        incident);
  }

  boolean hasTask(String incident, String step) {
    return database.number(
            "select count(*) from engine.act_ru_task t join engine.act_hi_procinst p"
                + " on p.id_ = t.proc_inst_id_ where p.business_key_ = ? and t.task_def_key_ = ?",
            incident,
            step)
        > 0;
  }

  /** How its command stands; empty without a room. */
  List<String> standing(String incident) {
    return database.column(
        "select standing from incidents.command_seat where incident = ?", incident);
  }

  /** E-mails a sender has in its hands now. */
  List<String> mailOnItsWay() {
    return database.column(
        "select id || '@honbu' from notifications.message"
            + " where channel = 'email' and state = 'WAITING' and fence > 0");
  }

  /** Both sides, one under the other. */
  String ledgers() {
    Map<String, Long> taken = taken();
    long repeated = taken.values().stream().filter(times -> times > 1).count();
    return """
        accepted with 202 by monitoring's ledger   %6d | incidents of alerts in our tables          %6d
        incidents in our tables                    %6d | processes started, by the engine's history %6d
        calls of people in our tables              %6d | calls made twice                           %6d
        e-mails marked sent in our tables          %6d | messages in the provider's ledger          %6d
                                                          | … of them taken again under the same id    %6d
        commands held                              %6d | facts, messages, jobs under way            %6d
        """
        .formatted(
            monitoring.accepted().size(),
            database.number("select count(distinct incident_id) from alerts.correlation"),
            database.number("select count(*) from incidents.incident"),
            database.number("select count(distinct business_key_) from (" + PROCESSES + ") p"),
            database.number("select count(*) from notifications.paged"),
            database.number(
                "select count(*) from (select 1 from notifications.paged"
                    + " group by run_id, step, person_id having count(*) > 1) twice"),
            database.number(
                "select count(*) from notifications.message"
                    + " where channel = 'email' and state = 'SENT'"),
            taken.size(),
            repeated,
            database.number("select count(*) from incidents.command_seat where standing = 'HELD'"),
            underWay().size());
  }

  private List<String> say(String sentence, String sql) {
    return database.rows(sql).stream()
        .map(row -> MessageFormat.format(sentence, row.toArray()))
        .toList();
  }
}
