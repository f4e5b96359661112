package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.TeamId;
import org.junit.jupiter.api.Test;

class StatusInsideTest {

  @Test
  void thePageSaysHowManyMoreThereAreAndCountsNoDrill() {
    assertThat(shown(StatusInside.MOST + 2).more()).isEqualTo(2);
    assertThat(shown(StatusInside.MOST).more()).isZero();
    assertThat(shown(0).more()).isZero();
  }

  /** A board that knows these and one drill; it is asked nothing else. */
  private static StatusInside.Shown shown(int real) {
    List<BoardRow> open =
        Stream.concat(
                Stream.of(row(0, Kind.DRILL)),
                IntStream.rangeClosed(1, real).mapToObj(i -> row(i, Kind.REAL)))
            .toList();
    return StatusInside.Shown.of(
        (IncidentBoard)
            Proxy.newProxyInstance(
                StatusInsideTest.class.getClassLoader(),
                new Class<?>[] {IncidentBoard.class},
                (self, method, arguments) ->
                    switch (method.getName()) {
                      case "open" -> open;
                      case "find" -> Optional.empty();
                      default -> throw new UnsupportedOperationException(method.toString());
                    }));
  }

  private static BoardRow row(int number, Kind kind) {
    return new BoardRow(
        new IncidentId("INC-2026-%04d".formatted(number)),
        "payment fails",
        kind,
        IncidentState.INVESTIGATING,
        Optional.empty(),
        Optional.empty(),
        new TeamId("payments"),
        Room.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty());
  }
}
