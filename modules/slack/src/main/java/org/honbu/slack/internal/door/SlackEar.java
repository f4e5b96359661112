package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.honbu.slack.internal.chat.ChatBook;
import org.honbu.slack.internal.wire.SocketListener;

/**
 * Keeps what is heard in a row of its own, before Slack hears that it was taken: within its three
 * seconds, and whatever happens after, nothing is lost and nothing is done twice.
 */
@ApplicationScoped
class SlackEar implements SocketListener {
  private final HeardDesk desk;
  private final ChatBook book;
  private final Clock clock;
  private final Semaphore bell = new Semaphore(0);

  @Inject
  SlackEar(HeardDesk desk, ChatBook book, Clock clock) {
    this.desk = desk;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public void heard(String type, JsonObject payload) {
    if (type.equals("slash_commands")) {
      command(payload);
    } else if (type.equals("interactive")) {
      interaction(payload);
    } else if (type.equals("events_api")) {
      event(payload);
    }
  }

  void command(JsonObject fields) {
    keep(SlackReader.command(fields, clock.instant()));
  }

  void interaction(JsonObject payload) {
    SlackReader.interaction(payload, clock.instant()).ifPresent(this::keep);
  }

  /** What is said anywhere but in the channel of a room is nobody’s business here, and not kept. */
  void event(JsonObject envelope) {
    SlackReader.mention(envelope, clock.instant())
        .filter(heard -> book.roomIn(heard.channel()).isPresent())
        .ifPresent(this::keep);
  }

  private void keep(Heard heard) {
    if (desk.keep(heard)) {
      bell.release();
    }
  }

  /** Waits until something was heard, but no longer than a second: another node may have heard. */
  void await() throws InterruptedException {
    if (bell.tryAcquire(1, TimeUnit.SECONDS)) {
      bell.drainPermits();
    }
  }
}
