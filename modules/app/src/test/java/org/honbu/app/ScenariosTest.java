package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/scenarios.md} and the stories say the same. */
class ScenariosTest {
  private static final Path TABLE = Modules.ROOT.resolve("docs/scenarios.md");
  private static final Path STORIES =
      Modules.ROOT.resolve("modules/app/src/test/java/org/honbu/app/story");
  private static final Pattern ROW = Pattern.compile("^\\| ([TA]\\d\\d) \\|(.*)\\|$");

  /** Doors tried; then those that are not there, and the letter under which it is said why. */
  private static final Pattern DOORS =
      Pattern.compile("\\(nobody acts\\)|[RpTlkS](?: [RpTlkS])*(?: \\((?:[RpTS] )+([a-z])\\))?");

  private static final Pattern METHOD = Pattern.compile("`(\\w+(?:IT|Test))\\.(\\w+)`");

  /** A story: the ids its name begins with, and its method. */
  private static final Pattern STORY =
      Pattern.compile("@DisplayName\\(\\s*\"([^\"]*)\"\\)\\s*(?:@\\w+[^\\n]*\\s*)*void (\\w+)\\(");

  private static final Pattern ID = Pattern.compile("\\G(?:[A-Z0-9.-]+, )*?([TA]\\d\\d)(?:, |:)");

  private static final List<Path> TESTS = tests();

  private final Map<String, List<String>> rows = rows();

  @Test
  void everyScenarioHasARow() {
    Set<String> scenarios =
        Stream.concat(
                Stream.of("T01", "T02", "T03", "T06"),
                Stream.concat(
                    IntStream.rangeClosed(11, 17).mapToObj("T%02d"::formatted),
                    Stream.concat(Stream.of("T19"), numbered(9, 41))))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(new TreeSet<>(rows.keySet())).isEqualTo(scenarios);
  }

  private static Stream<String> numbered(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj("A%02d"::formatted);
  }

  @Test
  void everyMethodNamedExists() {
    List<String> lost = new ArrayList<>();
    rows.forEach(
        (id, methods) -> {
          assertThat(methods).as(id).anyMatch(method -> method.contains("StoryIT."));
          methods.stream().filter(method -> !exists(method)).forEach(it -> lost.add(id + " " + it));
        });

    assertThat(lost).isEmpty();
  }

  @Test
  void everyStoryNamedAfterAScenarioIsListed() {
    List<String> unlisted = new ArrayList<>();
    for (Path file : sources(STORIES)) {
      STORY
          .matcher(read(file))
          .results()
          .forEach(
              story ->
                  ids(story.group(1))
                      .filter(rows::containsKey)
                      .filter(
                          id ->
                              !rows.getOrDefault(id, List.of())
                                  .contains(name(file) + "." + story.group(2)))
                      .forEach(id -> unlisted.add(id + " " + name(file) + "." + story.group(2))));
    }

    assertThat(unlisted).isEmpty();
  }

  /** What is neither shown nor explained would be a door nobody has tried. */
  @Test
  void everyDoorIsTriedOrSaidNotToBeThere() {
    String table = read(TABLE);
    List<String> open = new ArrayList<>();
    table
        .lines()
        .map(ROW::matcher)
        .flatMap(row -> row.results())
        .forEach(
            row -> {
              String doors = row.group(2).split("\\|", -1)[2].strip();
              Matcher cell = DOORS.matcher(doors);
              assertThat(cell.matches()).as(row.group(1) + " " + doors).isTrue();
              Set<String> said = new TreeSet<>(List.of(doors.split("[ ()]+", -1)));
              boolean all = said.containsAll(List.of("R", "p", "T", "S"));
              String why = cell.group(1);
              boolean told = why == null || table.contains("**(" + why + ")**");
              if (!doors.equals("(nobody acts)") && !(all && told)) {
                open.add(row.group(1) + " " + doors);
              }
            });

    assertThat(open).isEmpty();
  }

  private static Stream<String> ids(String title) {
    return ID.matcher(title).results().map(id -> id.group(1));
  }

  private static boolean exists(String method) {
    int dot = method.indexOf('.');
    Pattern declared = Pattern.compile("\\bvoid " + method.substring(dot + 1) + "\\(");
    return TESTS.stream()
        .filter(file -> name(file).equals(method.substring(0, dot)))
        .anyMatch(file -> declared.matcher(read(file)).find());
  }

  private static Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    read(TABLE)
        .lines()
        .map(ROW::matcher)
        .flatMap(row -> row.results())
        .forEach(row -> assertThat(rows.put(row.group(1), methods(row))).as(row.group()).isNull());
    return rows;
  }

  private static List<String> methods(MatchResult row) {
    return METHOD
        .matcher(row.group(2))
        .results()
        .map(method -> method.group(1) + "." + method.group(2))
        .toList();
  }

  private static List<Path> tests() {
    try (Stream<Path> modules = Files.list(Modules.ROOT.resolve("modules"))) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(folder -> sources(folder).stream())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> sources(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
