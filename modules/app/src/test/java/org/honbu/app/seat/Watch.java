package org.honbu.app.seat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.honbu.testkit.server.PostgresServer;

/**
 * Looks at the seats of all open rooms again and again while others act: each look is one snapshot
 * of the database, and so one instant.
 */
final class Watch implements AutoCloseable {
  /** An open room whose seat, interval and task do not agree on exactly one person. */
  private static final String WRONG =
      """
      select i.id, coalesce(s.holder, 'nobody'), coalesce(s.standing, ''),
             (select string_agg(v.holder, ',') from incidents.command_interval v
               where v.incident = i.id and v.ended_at is null),
             (select string_agg(coalesce(t.assignee_, '-'), ',') from engine.act_ru_task t
               join engine.act_ru_execution e on e.id_ = t.proc_inst_id_
               where e.business_key_ = i.id and t.task_def_key_ = 'Activity_LeadTheIncident')
        from incidents.incident i left join incidents.command_seat s on s.incident = i.id
       where i.room = 'OPEN' and not (
             s.holder is not null
         and 1 = (select count(*) from incidents.command_interval v
                   where v.incident = i.id and v.ended_at is null)
         and s.holder = (select max(v.holder) from incidents.command_interval v
                          where v.incident = i.id and v.ended_at is null)
         and 1 >= (select count(*) from engine.act_ru_task t
                    join engine.act_ru_execution e on e.id_ = t.proc_inst_id_
                   where e.business_key_ = i.id and t.task_def_key_ = 'Activity_LeadTheIncident')
         and not exists (select 1 from engine.act_ru_task t
                    join engine.act_ru_execution e on e.id_ = t.proc_inst_id_
                   where e.business_key_ = i.id and t.task_def_key_ = 'Activity_LeadTheIncident'
                     and t.assignee_ is not null and t.assignee_ <> s.holder))
      """;

  private final PostgresServer.Database database;
  private final AtomicInteger looks = new AtomicInteger();
  private final Queue<List<String>> wrong = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean watching = true;

  private Watch(PostgresServer.Database database) {
    this.database = database;
    this.thread = new Thread(this::look, "watch");
  }

  static Watch on(PostgresServer.Database database) {
    var watch = new Watch(database);
    watch.thread.start();
    return watch;
  }

  private void look() {
    while (watching) {
      wrong.addAll(database.rows(WRONG));
      looks.incrementAndGet();
    }
  }

  /** How often it has looked. */
  int looks() {
    return looks.get();
  }

  /** Incident, holder and standing of the seat, open intervals, assignees: where they disagreed. */
  List<List<String>> wrong() {
    return List.copyOf(wrong);
  }

  @Override
  public void close() {
    watching = false;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
