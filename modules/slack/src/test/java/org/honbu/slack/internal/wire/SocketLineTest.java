package org.honbu.slack.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.honbu.testkit.slack.FakeSlack;
import org.honbu.testkit.slack.Hands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Socket Mode against the fake's own end of it. */
class SocketLineTest {
  private final FakeSlack slack = FakeSlack.start();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile boolean full;
  private final SocketLine line =
      new SocketLine(Settings.line(slack, new StandingClock()).asks(), this::heard);
  private final Thread thread = new Thread(this::listen, "socket-test");

  @BeforeEach
  void connect() {
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws InterruptedException {
    line.stop();
    thread.interrupt();
    thread.join(5_000);
    slack.close();
  }

  @Test
  void whatComesIsKeptAndThenAcknowledged() {
    slack
        .socket()
        .send("e-1", "interactive", new Hands(slack).press("U1", "C1", "honbu.answer", "x"));
    slack.socket().send("e-2", "interactive", long64k());

    await().untilAsserted(() -> assertThat(heard).hasSize(2));
    await()
        .untilAsserted(
            () -> assertThat(slack.socket().acknowledged()).containsExactly("e-1", "e-2"));
    assertThat(heard.get(0)).startsWith("interactive").contains("honbu.answer");
  }

  @Test
  void whatCannotBeKeptIsNotAcknowledged() {
    full = true;
    slack.socket().send("e-1", "interactive", new Hands(slack).press("U1", "C1", "a", "x"));
    await().untilAsserted(() -> assertThat(heard).hasSize(1));
    full = false;
    slack.socket().send("e-2", "interactive", new Hands(slack).press("U1", "C1", "b", "x"));

    await().untilAsserted(() -> assertThat(slack.socket().acknowledged()).containsExactly("e-2"));
  }

  @Test
  void afterSlackHungUpAnotherLineIsOpened() {
    await().untilAsserted(() -> assertThat(slack.socket().connections()).isOne());
    slack.socket().refresh();
    await().untilAsserted(() -> assertThat(slack.socket().connections()).isEqualTo(2));
    slack.socket().send("e-1", "interactive", new Hands(slack).press("U1", "C1", "a", "x"));

    await().untilAsserted(() -> assertThat(slack.socket().acknowledged()).containsExactly("e-1"));
  }

  private JsonObject long64k() {
    return new Hands(slack).press("U1", "C1", "honbu.answer", "x".repeat(70_000));
  }

  private void heard(String type, JsonObject payload) {
    heard.add(type + " " + payload);
    if (full) {
      throw new IllegalStateException("the database is away");
    }
  }

  private void listen() {
    try {
      line.listen();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
