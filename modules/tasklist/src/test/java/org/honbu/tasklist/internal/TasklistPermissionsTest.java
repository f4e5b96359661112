package org.honbu.tasklist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Directory;
import org.junit.jupiter.api.Test;

/**
 * Holds the lines {@code tasklist …} of {@code docs/permissions.csv} against what is served below
 * {@code /camunda}: every call that is listed has its line, every line its call, and each cell says
 * whom the container's login, the gate and the list let through. {@code PermissionsIT} asks the
 * server the same.
 *
 * <p>Cells are {@code no}; {@code yes} for files; or {@code duty}: let through to the engine, which
 * shows and gives a task to those alone whom it is offered to, as {@code TaskMatrixIT} shows.
 */
class TasklistPermissionsTest {
  private static final Path MATRIX = Path.of("../../docs/permissions.csv");
  private static final String KIND = "tasklist ";
  private static final String STRANGER = "anonymous";
  private static final String OUTSIDER = "none";
  private static final Pattern SERVLET_PATH =
      Pattern.compile("(?s)<servlet-mapping>.*?<url-pattern>([^<]+)/\\*</url-pattern>");
  private static final Pattern CONSTRAINT =
      Pattern.compile("(?s)<security-constraint>(.*?)</security-constraint>");
  private static final Pattern URL = Pattern.compile("<url-pattern>([^<]+)</url-pattern>");

  private final String descriptor =
      StockWebapp.ours("WEB-INF/web.xml").replaceAll("(?s)<!--.*?-->", "");
  private final List<String> matrix = Files.readAllLines(MATRIX);
  private final List<String> kinds =
      Arrays.asList(matrix.get(0).replaceFirst("what,", "").split(",", -1));

  TasklistPermissionsTest() throws IOException {}

  @Test
  void everyCallHasItsLineAndEveryCellSaysWhatHappens() throws Exception {
    assertThat(written()).isEqualTo(real());
  }

  /** A servlet that is mapped beside these would be served by nobody's line. */
  @Test
  void everyServletsUrlHasItsLines() throws IOException {
    Set<String> served = new TreeSet<>();
    written()
        .keySet()
        .forEach(line -> served.add(line.replaceFirst("^tasklist [A-Z]+ (/api/\\w+|).*", "$1")));
    served.remove("");

    assertThat(served)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            SERVLET_PATH.matcher(descriptor).results().map(found -> found.group(1)).toList());
    assertThat(descriptor.split("<servlet-mapping>", -1)).hasSize(served.size() + 1);
  }

  private Map<String, List<String>> written() {
    Map<String, List<String>> lines = new TreeMap<>();
    for (String line : matrix) {
      if (line.startsWith(KIND)) {
        List<String> cells = Arrays.asList(line.split(",", -1));
        assertThat(lines.put(cells.get(0), cells.subList(1, cells.size()))).as(line).isNull();
      }
    }
    return lines;
  }

  private Map<String, List<String>> real() throws Exception {
    Map<String, List<String>> lines = new TreeMap<>();
    for (ListedCalls.Call call : ListedCalls.ofTasklist().all()) {
      List<String> cells = new ArrayList<>();
      for (String kind : kinds) {
        cells.add(cell(call, kind));
      }
      lines.put(KIND + call.method() + " " + call.path(), cells);
    }
    return lines;
  }

  private String cell(ListedCalls.Call call, String kind) throws Exception {
    String path = call.path().replace("{id}", "a1").replace("{person}", "aoi").replace("**", "x");
    String page = path.equals("/") ? "/index.html" : path; // the welcome file
    boolean login = kind.equals(STRANGER) && covers(page, true);
    boolean closed = covers(path, false);
    if (login || closed || !passes(call.method(), path, kind)) {
      return "no";
    }
    return path.startsWith("/api/") ? "duty" : "yes";
  }

  /**
   * @param open whether to look at what anybody signed in may open, or at what nobody may
   */
  private boolean covers(String path, boolean open) {
    return CONSTRAINT
        .matcher(descriptor)
        .results()
        .map(found -> found.group(1))
        .filter(constraint -> constraint.contains("<role-name>**</role-name>") == open)
        .flatMap(constraint -> URL.matcher(constraint).results())
        .map(found -> found.group(1))
        .anyMatch(
            url ->
                url.endsWith("/*")
                    ? path.startsWith(url.substring(0, url.length() - 1))
                    : path.equals(url));
  }

  private static boolean passes(String method, String path, String kind) throws Exception {
    boolean passed = true;
    for (Filter guard : List.of(new Gate(GateTest.offered(of(kind))), new ListedCallsFilter())) {
      Exchange exchange = Exchange.of(method, path);
      if (!kind.equals(STRANGER)) {
        exchange.by("somebody");
      }
      passed &= exchange.through(guard).passed();
    }
    return passed;
  }

  /** Knows whoever asks, with this role alone. */
  private static Directory of(String kind) {
    Set<String> groups = kind.equals(OUTSIDER) ? Set.of() : Set.of(kind);
    return new Directory() {
      @Override
      public Optional<Entry> find(PersonId person) {
        return groups.isEmpty()
            ? Optional.empty()
            : Optional.of(new Entry(person, "", "", "", groups));
      }

      @Override
      public List<Entry> everybody() {
        throw new AssertionError("only one person is asked for");
      }
    };
  }

  /** Prints the lines as they are; they are to be read before they are committed. */
  public static void main(String[] ignored) throws Exception {
    new TasklistPermissionsTest()
        .real()
        .forEach((what, cells) -> System.out.println(what + "," + String.join(",", cells)));
  }
}
