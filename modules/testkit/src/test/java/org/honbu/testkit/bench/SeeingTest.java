package org.honbu.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** A page has seen a note when it has its words, and no other ones. */
class SeeingTest {
  private static final Watching.Told GIVEN =
      new Watching.Told("e", "timeline", 0, "", false, "data: <p>note 2.</p>\n");

  @Test
  void whatComesLateHasNotSeenWhatIsAwaitedNow() throws IOException {
    try (ServerSocket nobody = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Seeing pages = new Seeing(1, nobody.getLocalPort(), "INC-2026-0001", "token")) {
      long begin = System.nanoTime();
      pages.await("note 2.");

      pages.look(0, "<p>note 1.</p>", "note 1.");
      assertThat(pages.haveSeenSince(begin)).isFalse();

      pages.told(0, GIVEN);
      assertThat(pages.haveSeenSince(begin)).isTrue();
      assertThat(pages.fetches()).as("it was given it").isZero();
    }
  }
}
