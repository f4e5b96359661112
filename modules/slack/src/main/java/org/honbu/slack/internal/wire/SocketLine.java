package org.honbu.slack.internal.wire;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Socket Mode, for networks that Slack cannot call: Honbu connects to Slack, and everything comes
 * through that line. When Slack hangs up, as it does every few hours, another is opened.
 */
final class SocketLine {
  private static final System.Logger LOG = System.getLogger(SocketLine.class.getName());
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Asks slack;
  private final SocketListener listener;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private volatile boolean stopped;
  private volatile @Nullable WebSocket open;

  SocketLine(Asks slack, SocketListener listener) {
    this.slack = slack;
    this.listener = listener;
  }

  /** Listens until it is stopped; runs in a thread of its own. */
  void listen() throws InterruptedException {
    Duration pause = Duration.ofSeconds(1);
    while (!stopped) {
      boolean worked = slack.socketAddress() instanceof Said.Yes yes && talk(yes.text("url"));
      pause = worked ? Duration.ofSeconds(1) : longer(pause);
      if (!stopped) {
        Thread.sleep(pause.toMillis());
      }
    }
  }

  void stop() {
    stopped = true;
    WebSocket line = open;
    if (line != null) {
      line.abort();
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /** Answers whether a connection came about; it is over by then. */
  private boolean talk(String url) throws InterruptedException {
    var talk = new Talk();
    try {
      open =
          http.newWebSocketBuilder()
              .connectTimeout(CONNECT)
              .buildAsync(URI.create(url), talk)
              .get(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
      talk.over.await();
      return true;
    } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "Slack’s socket could not be opened; trying again", e);
      return false;
    } finally {
      open = null;
    }
  }

  /** One connection. */
  private final class Talk implements WebSocket.Listener {
    private final CountDownLatch over = new CountDownLatch(1);
    private final StringBuilder parts = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence text, boolean last) {
      parts.append(text);
      line.request(1);
      if (!last) {
        return null;
      }
      String whole = parts.toString();
      parts.setLength(0);
      return hear(line, whole);
    }

    private @Nullable CompletionStage<?> hear(WebSocket line, String text) {
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        JsonObject envelope = reader.readObject();
        String type = envelope.getString("type", "");
        if (type.equals("disconnect")) {
          line.abort();
          over.countDown();
        } else if (envelope.containsKey("envelope_id")) {
          listener.heard(type, envelope.getJsonObject("payload"));
          return line.sendText(taken(envelope.getString("envelope_id")), true);
        }
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "What Slack sent was not kept; it sends it again", e);
      }
      return null;
    }

    private static String taken(String envelope) {
      return Json.createObjectBuilder().add("envelope_id", envelope).build().toString();
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket line, int status, String why) {
      over.countDown();
      return null;
    }

    @Override
    public void onError(WebSocket line, Throwable failure) {
      over.countDown();
    }
  }
}
