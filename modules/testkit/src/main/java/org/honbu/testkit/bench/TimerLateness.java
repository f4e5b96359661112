package org.honbu.testkit.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.honbu.testkit.server.MailProvider.Heard;

/**
 * How late an answer timer fires while the engine has nothing else to do: from the instant the
 * engine wrote down as due to the first byte of the next person's page.
 *
 * <p>The timer is a process owner's: the table {@code WhoToPage} of this run says one minute where
 * ours says five. The alerts come 1.63 s apart, so that every phase of the engine's one-second look
 * is met; the last is in long before the first timer is due.
 */
final class TimerLateness implements Part {
  private static final Duration APART = Duration.ofMillis(1630);

  private final Path scratch;

  TimerLateness(Path scratch) {
    this.scratch = scratch;
  }

  @Override
  public String name() {
    return "timers";
  }

  @Override
  public List<Figure> measure(Ground ground, boolean shortened) {
    Duration answerWithin = Duration.ofSeconds(shortened ? 20 : 60);
    int timers = shortened ? 8 : 30;
    Path diagrams = diagrams(answerWithin);
    try (House house =
        ground.house(Map.of("HONBU_WORKFLOW_DIAGRAMS", diagrams.toAbsolutePath().toString()))) {
      new OpenLoop<>(
              1000.0 / APART.toMillis(),
              1,
              () -> new Wire(ground.port()),
              (wire, number, due) ->
                  Alert.incident(wire.alert(Alert.firing("timer " + number, "timer"))))
          .run(APART.multipliedBy(timers).plusMillis(10));
      house.awaitRest();
      Map<String, Instant> due = due(house);
      if (due.size() != timers) {
        throw new IllegalStateException(timers + " timers were started and these are: " + due);
      }
      var lateness = new Histogram(3);
      secondPages(house, timers)
          .forEach(
              (incident, at) ->
                  lateness.recordValue(Duration.between(due.get(incident), at).toNanos() / 1000));
      return List.of(
          Figure.atMost(
              name(),
              "timer of %d s due → first byte of the next page, p99"
                  .formatted(answerWithin.toSeconds()),
              lateness.getValueAtPercentile(99),
              1500),
          Figure.fact(name(), "the same, all of it", Figure.spread(lateness)));
    }
  }

  private static Map<String, Instant> due(House house) {
    var due = new HashMap<String, Instant>();
    house
        .books()
        .query(
            "select e.business_key_, j.duedate_ at time zone 'UTC' from engine.act_ru_job j"
                + " join engine.act_ru_execution e on e.id_ = j.process_instance_id_"
                + " where j.handler_cfg_ like 'Event_NobodyAnsweredInTime%'",
            row -> Map.entry(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .forEach(timer -> due.put(timer.getKey(), timer.getValue()));
    return due;
  }

  /** When the provider heard of the page that each timer led to. */
  private static Map<String, Instant> secondPages(House house, int expected) {
    var pages = new HashMap<String, Instant>();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              Map<UUID, Heard> heard = house.heard();
              house
                  .books()
                  .query(
                      "select id, incident_id from notifications.message"
                          + " where channel = 'email' and person_id = 'itsuki'",
                      row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                  .forEach(
                      page -> {
                        Heard when = heard.get(page.getKey());
                        if (when != null) {
                          pages.put(page.getValue(), when.at());
                        }
                      });
              return pages.size() == expected;
            });
    return pages;
  }

  private Path diagrams(Duration answerWithin) {
    Path from = Path.of(System.getProperty("honbu.root"), "bpmn");
    Path to = scratch.resolve("bpmn");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (file.endsWith("WhoToPage.dmn")) {
          Files.writeString(copy, Files.readString(file).replace("PT5M", answerWithin.toString()));
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }
}
