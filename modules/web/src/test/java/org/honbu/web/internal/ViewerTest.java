package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One connection, and what its network does to it. */
class ViewerTest {
  private static final byte[] NEWS = "event: beat\n\n".getBytes(StandardCharsets.UTF_8);

  private final LiveLine line = new LiveLine("emma", "ja", LiveLine.NOW);

  @Test
  void nothingIsWrittenToAConnectionThatWasLetGo() {
    line.takes = false;
    line.viewer.tell(NEWS);

    line.viewer.end();

    line.takes = true;
    line.viewer.onWritePossible();
    assertThat(line.viewer.tell(NEWS)).isFalse();
    assertThat(line.heard).isEmpty();
    assertThat(line.ended).isTrue();
  }

  @Test
  void whatTheNetworkTookOnlyInPartIsPushedOnWhenItTakesTheRest() {
    line.takesOneMore = true;
    line.viewer.tell(NEWS);
    assertThat(line.flushed).isZero();

    line.takes = true;
    line.viewer.onWritePossible();

    assertThat(line.heard).hasSize(1);
    assertThat(line.flushed).isOne();
  }
}
