package org.honbu.slack.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Holds the lines {@code slack …} of {@code docs/permissions.csv} against what can be typed and
 * pressed: each word and each button has its line, each line its word or button, and each cell says
 * what becomes of it for somebody of that role.
 *
 * <p>Slack asks for the role everybody has; so each column is that role and {@code employee}. Cells
 * are {@code no}, or {@code duty}: let through to the façade, which decides.
 */
class SlackPermissionsTest {
  private static final Path MATRIX = Path.of("../../docs/permissions.csv");
  private static final String NO_ROLE = "役割がありません";
  private static final String STRANGER = "U9";

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everyWordAndButtonHasItsLineAndEveryCellSaysWhatHappens() throws IOException {
    desk.slack.stranger(STRANGER, "misaki@honbu.example");

    assertThat(written()).isEqualTo(real());
  }

  private static Map<String, List<String>> written() throws IOException {
    return Files.readAllLines(MATRIX).stream()
        .filter(line -> line.startsWith("slack "))
        .map(line -> List.of(line.split(",", -1)))
        .collect(
            Collectors.toMap(
                cells -> cells.get(0),
                cells -> cells.subList(1, cells.size()),
                (one, other) -> {
                  throw new AssertionError("a line stands there twice");
                },
                TreeMap::new));
  }

  private Map<String, List<String>> real() {
    Map<String, List<String>> lines = new TreeMap<>();
    for (Act act : desk.acts) {
      String word = act.names().get(0);
      lines.put("slack /honbu " + word, cells(user -> desk.types(user, word)));
    }
    for (String button : SlackReader.BUTTONS.keySet()) {
      lines.put("slack button " + button, cells(user -> desk.presses(user, button, "")));
    }
    return lines;
  }

  private List<String> cells(java.util.function.UnaryOperator<String> asks) {
    return Stream.concat(
            Stream.of(strangers(asks), cell(Set.of(), asks)),
            Stream.of(Role.values()).map(role -> cell(EnumSet.of(Role.EMPLOYEE, role), asks)))
        .toList();
  }

  private String strangers(java.util.function.UnaryOperator<String> asks) {
    desk.done.clear();
    desk.roles = EnumSet.allOf(Role.class);
    assertThat(asks.apply(STRANGER)).as("they are told why").isNotEmpty();
    return desk.done.isEmpty() ? "no" : "yes";
  }

  private String cell(Set<Role> roles, java.util.function.UnaryOperator<String> asks) {
    desk.done.clear();
    desk.roles = roles;
    boolean refused = asks.apply("U1").contains(NO_ROLE);
    assertThat(refused && !desk.done.isEmpty()).as("refused, and done").isFalse();
    return refused ? "no" : "duty";
  }
}
