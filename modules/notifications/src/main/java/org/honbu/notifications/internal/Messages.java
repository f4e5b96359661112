package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.OutgoingMessage.Attempt;
import org.honbu.notifications.OutgoingMessage.State;
import org.honbu.notifications.Page;
import org.honbu.notifications.internal.Channels.Lane;
import org.honbu.notifications.internal.Database.Row;

/** The tables of calls, messages and attempts. Joins the caller's transaction. */
@ApplicationScoped
class Messages {
  private static final String PEOPLE = ",";

  private final Database database;

  @Inject
  Messages(Database database) {
    this.database = database;
  }

  /** A call as it was written. */
  record Paged(UUID id, Page page, Instant pagedAt) {}

  boolean isPaged(String runId, int step, PersonId person) {
    return !database
        .query(
            "select id from notifications.paged where run_id = ? and step = ? and person_id = ?",
            row -> row.id("id"),
            runId,
            step,
            person.value())
        .isEmpty();
  }

  void add(Paged paged) {
    Page page = paged.page();
    Page.Matter matter = page.matter();
    Page.Call call = page.call();
    database.run(
        "insert into notifications.paged (id, kind, incident_id, severity, title, impact, place,"
            + " person_id, run_id, step, level_ja, level_en, answer_by, otherwise_ja, otherwise_en,"
            + " also_called, paged_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        paged.id(),
        page.kind().name(),
        matter.incident().value(),
        matter.severity(),
        Wording.line(matter.title(), 300),
        matter.impact().map(text -> Wording.line(text, 500)),
        matter.where().map(text -> Wording.line(text, 300)),
        page.person().value(),
        call.runId(),
        call.step(),
        call.level().ja(),
        call.level().en(),
        call.answerBy(),
        call.otherwise().map(Words::ja),
        call.otherwise().map(Words::en),
        String.join(PEOPLE, call.alsoCalled().stream().limit(60).map(PersonId::value).toList()),
        paged.pagedAt());
  }

  /** Everybody whom this step has called. */
  List<Paged> pagedBy(String runId, int step) {
    return database.query(
        "select * from notifications.paged where run_id = ? and step = ? order by paged_at, id",
        Messages::toPaged,
        runId,
        step);
  }

  /** The call has another deadline now. */
  void answerBy(Paged paged, Instant until) {
    database.run("update notifications.paged set answer_by = ? where id = ?", until, paged.id());
  }

  Optional<Paged> paged(UUID id) {
    return database
        .query("select * from notifications.paged where id = ?", Messages::toPaged, id)
        .stream()
        .findFirst();
  }

  boolean isWritten(String key) {
    return !database
        .query(
            "select id from notifications.message where idempotency_key = ?",
            row -> row.id("id"),
            key)
        .isEmpty();
  }

  void add(Message message, Lane lane) {
    database.run(
        "insert into notifications.message (id, idempotency_key, kind, incident_id, severity, lane,"
            + " channel, paged_id, person_id, address, contact, subject, body, seal, state,"
            + " written_at, due_at, fence, tries, widened)"
            + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,false)",
        message.id(),
        message.key(),
        message.kind(),
        message.incident(),
        message.severity(),
        lane.name(),
        message.channel(),
        message.paged(),
        message.person().map(PersonId::value),
        message.address(),
        message.contact(),
        message.subject(),
        message.body(),
        message.seal(),
        message.state().name(),
        message.writtenAt(),
        message.dueAt(),
        message.fence(),
        message.tries());
  }

  /**
   * Takes the most severe due message that nobody else has, for the length of the lease. Only
   * messages that still wait are found: what was taken back meanwhile is not sent again.
   */
  Optional<Message> claim(Lane lane, Instant now, Duration lease) {
    return database
        .query(
            "select * from notifications.message where state = 'WAITING' and lane = ?"
                + " and due_at <= ? order by severity, written_at limit 1 for update skip locked",
            Messages::toMessage,
            lane.name(),
            now)
        .stream()
        .findFirst()
        .filter(found -> lease(found, now.plus(lease)));
  }

  private boolean lease(Message found, Instant until) {
    return 1
        == database.run(
            "update notifications.message set fence = fence + 1, due_at = ?"
                + " where id = ? and fence = ? and state = 'WAITING'",
            until,
            found.id(),
            found.fence());
  }

  /**
   * Moves a message the sender has claimed to its end. Does nothing when it was taken back, or when
   * the lease ran out and somebody else has it.
   */
  boolean end(Message claimed, State state) {
    return 1
        == database.run(
            "update notifications.message set state = ?, tries = tries + 1"
                + " where id = ? and fence = ? and state = 'WAITING'",
            state.name(),
            claimed.id(),
            claimed.fence() + 1);
  }

  /** Puts a claimed message back until then. */
  void later(Message claimed, Instant due) {
    database.run(
        "update notifications.message set due_at = ?, tries = tries + 1"
            + " where id = ? and fence = ? and state = 'WAITING'",
        due,
        claimed.id(),
        claimed.fence() + 1);
  }

  void add(UUID attempt, Message message, Attempt what) {
    database.run(
        "insert into notifications.attempt (id, message_id, tried_at, sent, outcome)"
            + " values (?,?,?,?,?)",
        attempt,
        message.id(),
        what.at(),
        what.sent(),
        Wording.line(what.outcome(), 400));
  }

  /** Takes back what has not left; answers how many messages that were. */
  int cancel(String runId) {
    return database.run(
        "update notifications.message set state = 'CANCELLED' where state = 'WAITING'"
            + " and paged_id in (select id from notifications.paged where run_id = ?)",
        runId);
  }

  /** Takes back a post that has not left, and its twin in chat; answers how many that were. */
  int cancelPost(String key) {
    return database.run(
        "update notifications.message set state = 'CANCELLED' where state = 'WAITING'"
            + " and idempotency_key in (?, ?)",
        key,
        key + "|chat");
  }

  boolean isSent(String key) {
    return !database
        .query(
            "select id from notifications.message where idempotency_key = ? and state = 'SENT'",
            row -> row.id("id"),
            key)
        .isEmpty();
  }

  /** Whether it has not left after more tries than so many, or never will. */
  boolean isFailing(String key, int tries) {
    return !database
        .query(
            "select id from notifications.message where idempotency_key = ?"
                + " and (state = 'UNDELIVERABLE' or (state = 'WAITING' and tries > ?))",
            row -> row.id("id"),
            key,
            tries)
        .isEmpty();
  }

  /**
   * Takes back what waits and empties the address of all that begin so.
   *
   * @param about narrows it by an index
   */
  void forget(String about, String keys) {
    database.run(
        "update notifications.message set address = '',"
            + " state = case when state = 'WAITING' then 'CANCELLED' else state end"
            + " where incident_id = ? and lane = 'OUTSIDE' and idempotency_key like ?",
        about,
        keys + "%");
  }

  /** Messages to people that wait too long for their one contact point; marks them as seen. */
  List<Message> claimSlow(Instant writtenBefore) {
    return database
        .query(
            "select * from notifications.message where state = 'WAITING' and lane = 'EMAIL'"
                + " and widened = false and written_at < ? and person_id is not null"
                + " order by severity, written_at limit 20 for update skip locked",
            Messages::toMessage,
            writtenBefore)
        .stream()
        .filter(
            slow ->
                1
                    == database.run(
                        "update notifications.message set widened = true"
                            + " where id = ? and widened = false",
                        slow.id()))
        .toList();
  }

  /**
   * Whether any other message of this call has reached the person, or may do so at once: a chat
   * that has put one off already is hoped for no longer.
   */
  boolean mayStillArrive(Message gone) {
    return !database
        .query(
            "select id from notifications.message where paged_id = ? and id <> ? and ("
                + "(lane in ('EMAIL', 'CHAT') and state = 'SENT')"
                + " or (lane = 'EMAIL' and state = 'WAITING')"
                + " or (lane = 'CHAT' and state = 'WAITING' and tries = 0))",
            row -> row.id("id"),
            gone.paged(),
            gone.id())
        .isEmpty();
  }

  /** Without letters to people outside, which would bury everything else. */
  List<Message> newest(int limit) {
    return database.query(
        "select * from notifications.message where lane <> 'OUTSIDE'"
            + " order by written_at desc, id desc limit ?",
        Messages::toMessage,
        limit);
  }

  List<Message> of(IncidentId incident) {
    return database.query(
        "select * from notifications.message where incident_id = ?"
            + " order by written_at desc, id desc",
        Messages::toMessage,
        incident.value());
  }

  List<Attempt> attempts(Message message) {
    return database.query(
        "select * from notifications.attempt where message_id = ? order by tried_at, id",
        row -> new Attempt(row.time("tried_at"), row.yes("sent"), row.text("outcome")),
        message.id());
  }

  private static Message toMessage(Row row) throws SQLException {
    return new Message(
        row.id("id"),
        row.text("idempotency_key"),
        row.text("kind"),
        row.text("incident_id"),
        row.number("severity"),
        row.text("channel"),
        row.maybeId("paged_id"),
        row.maybeText("person_id").map(PersonId::new),
        row.text("address"),
        row.number("contact"),
        row.text("subject"),
        row.text("body"),
        row.text("seal"),
        State.valueOf(row.text("state")),
        row.time("written_at"),
        row.time("due_at"),
        row.number("fence"),
        row.number("tries"));
  }

  private static Paged toPaged(Row row) throws SQLException {
    var matter =
        new Page.Matter(
            new IncidentId(row.text("incident_id")),
            row.number("severity"),
            row.text("title"),
            row.maybeText("impact"),
            row.maybeText("place"));
    Optional<String> japanese = row.maybeText("otherwise_ja");
    Optional<String> english = row.maybeText("otherwise_en");
    var call =
        new Page.Call(
            row.text("run_id"),
            row.number("step"),
            new Words(row.text("level_ja"), row.text("level_en")),
            row.time("answer_by"),
            japanese.map(ja -> new Words(ja, english.orElse(ja))),
            Arrays.stream(row.text("also_called").split(PEOPLE))
                .filter(Predicate.not(String::isEmpty))
                .map(PersonId::new)
                .toList());
    return new Paged(
        row.id("id"),
        new Page(Kind.valueOf(row.text("kind")), matter, new PersonId(row.text("person_id")), call),
        row.time("paged_at"));
  }
}
