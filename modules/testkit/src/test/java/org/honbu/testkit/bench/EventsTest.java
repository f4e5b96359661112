package org.honbu.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page hears whole events, however the server and the network cut them. */
class EventsTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/event-stream\r\n\r\n";
  private static final String BEAT = "event: beat\ndata: -\n\n";
  private static final String DRAWN = "event: drawn\ndata: {}\ndata: <p>note 1.</p>\ndata: \n\n";

  private final List<String> heard = new ArrayList<>();

  @Test
  void itHearsThemWhereverTheyAreCut() {
    String said = HEAD + chunk(BEAT) + chunk(DRAWN.substring(0, 40)) + chunk(DRAWN.substring(40));
    for (int most = 1; most < said.length(); most++) {
      heard.clear();

      take(said, most);

      assertThat(heard)
          .as("%d bytes at a time", most)
          .containsExactly(
              "event: beat\ndata: -\n", "event: drawn\ndata: {}\ndata: <p>note 1.</p>\ndata: \n");
    }
  }

  @Test
  void whoeverMayNotListenIsNoViewer() {
    assertThatThrownBy(() -> take("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", 100))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("403");
    assertThatThrownBy(() -> take(HEAD + chunk(BEAT) + "0\r\n\r\n", 100))
        .hasMessageContaining("ended");
  }

  private void take(String said, int most) {
    Events events = new Events(heard::add);
    byte[] bytes = said.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at < bytes.length; at += most) {
      events.take(ByteBuffer.wrap(bytes, at, Math.min(most, bytes.length - at)));
    }
  }

  private static String chunk(String content) {
    return "%x\r\n%s\r\n".formatted(content.length(), content);
  }
}
