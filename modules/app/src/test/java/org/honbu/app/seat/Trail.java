package org.honbu.app.seat;

import java.util.List;
import org.honbu.testkit.server.PostgresServer;

/** What the audit trail says of command when everything is over, instant by instant. */
final class Trail {
  /** An interval that does not begin where the one before it ended, or does not end at all. */
  private static final String GAPS =
      """
      select v.incident, v.epoch, v.holder, v.began_at, before.ended_at
        from incidents.command_interval v
        join incidents.command_interval before
          on before.incident = v.incident and before.epoch = v.epoch - 1
       where before.ended_at is distinct from v.began_at
      """;

  /** A room whose first commander came later than the room, or whose epochs have a hole. */
  private static final String BEGINNINGS =
      """
      select i.id, i.room_opened_at, min(v.began_at), min(v.epoch), max(v.epoch), count(v.epoch)
        from incidents.incident i left join incidents.command_interval v on v.incident = i.id
       where i.room <> 'NONE'
       group by i.id, i.room_opened_at
      having min(v.began_at) is distinct from i.room_opened_at
          or min(v.epoch) <> 1 or max(v.epoch) <> count(v.epoch)
      """;

  /** Incidents whose timeline tells of more or of fewer commanders than there were. */
  private static final String UNTOLD =
      """
      select i.id,
             (select count(*) from incidents.command_interval v where v.incident = i.id),
             (select count(*) from incidents.timeline t where t.incident = i.id
                 and t.entry_type in ('room-opened', 'command-taken'))
        from incidents.incident i
       where (select count(*) from incidents.command_interval v where v.incident = i.id)
          <> (select count(*) from incidents.timeline t where t.incident = i.id
                 and t.entry_type in ('room-opened', 'command-taken'))
      """;

  /** Somebody in command where no room is open. */
  private static final String LEFT_OVER =
      """
      select v.incident, v.holder from incidents.command_interval v
        join incidents.incident i on i.id = v.incident
       where v.ended_at is null and i.room <> 'OPEN'
      """;

  private final PostgresServer.Database database;

  Trail(PostgresServer.Database database) {
    this.database = database;
  }

  List<List<String>> gaps() {
    return database.rows(GAPS);
  }

  List<List<String>> beginnings() {
    return database.rows(BEGINNINGS);
  }

  List<List<String>> untold() {
    return database.rows(UNTOLD);
  }

  List<List<String>> leftOver() {
    return database.rows(LEFT_OVER);
  }

  /** How many times command has changed hands. */
  int changes() {
    return database.number("select count(*) from incidents.command_interval where epoch > 1");
  }
}
