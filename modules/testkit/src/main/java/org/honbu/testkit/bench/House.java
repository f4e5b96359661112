package org.honbu.testkit.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.honbu.testkit.server.HonbuServer;
import org.honbu.testkit.server.MailProvider;
import org.honbu.testkit.server.Person;

/**
 * One Honbu with its database and its mail provider.
 *
 * @param books for looking and for loading; what is measured goes through Honbu's own doors
 */
record House(HonbuServer honbu, Books books, MailProvider mail) implements AutoCloseable {

  void awaitPeople(Person person) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> person.get("/api/v1/people/me").status() == 200);
  }

  /** Waits until no fact is on its way and no step of a process is due. */
  void awaitRest() {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                books
                        .query(
                            "select (select count(*) from outbox.message)"
                                + " + (select count(*) from engine.act_ru_job"
                                + " where duedate_ <= now() at time zone 'UTC')",
                            row -> row.getLong(1))
                        .get(0)
                    == 0);
  }

  /** As if the time of all these timers had passed; then waits for rest. */
  void passes(String timer) {
    books.execute(
        "update engine.act_ru_job set duedate_ = now() at time zone 'UTC' where handler_cfg_ = '%s'"
            .formatted(timer));
    awaitRest();
  }

  /** When the provider first heard of each message, by Honbu's own id of it. */
  Map<UUID, MailProvider.Heard> heard() {
    return mail.ledger().stream()
        .collect(
            Collectors.toMap(
                taken -> UUID.fromString(taken.id().replace("@honbu", "")),
                MailProvider.Taken::heard,
                (first, again) -> first));
  }

  /** What the operating system says the server holds in memory now. */
  String memory() {
    String pid = String.valueOf(honbu.pid());
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", pid).start();
      String kib = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Long.parseLong(kib.strip()) / 1024 + " MiB";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    honbu.close();
    mail.close();
  }
}
