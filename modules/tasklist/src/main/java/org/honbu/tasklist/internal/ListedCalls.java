package org.honbu.tasklist.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The list of what may be called, as written in {@code listed-calls.txt}.
 *
 * <p>Paths are compared as the caller wrote them. A path with anything a container could read in a
 * second way (empty or dot segments, path parameters, backslashes, percent signs) is on no list;
 * the one exception is {@code %3A} and {@code %40}, which browsers write for {@code :} and
 * {@code @} in ids.
 */
final class ListedCalls {
  private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_.:@-]*)+");
  private static final Pattern LINE = Pattern.compile("([A-Z]+) +(/\\S*)");
  private static final Pattern HOLE = Pattern.compile("\\{[a-z]+}");

  private final List<Call> calls;

  private ListedCalls(List<Call> calls) {
    this.calls = calls;
  }

  static ListedCalls ofTasklist() {
    try (InputStream file =
            Objects.requireNonNull(ListedCalls.class.getResourceAsStream("listed-calls.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new ListedCalls(
          lines
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(Call::read)
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  List<Call> all() {
    return calls;
  }

  boolean contain(String method, String rawPath) {
    String path = withBrowsersEncoding(rawPath);
    return isPlain(path) && calls.stream().anyMatch(call -> call.covers(method, path));
  }

  private static String withBrowsersEncoding(String path) {
    return path.replace("%3A", ":").replace("%3a", ":").replace("%40", "@");
  }

  private static boolean isPlain(String path) {
    return PLAIN.matcher(path).matches()
        && !path.contains("//")
        && !path.contains("/./")
        && !path.contains("/../")
        && !path.endsWith("/.")
        && !path.endsWith("/..");
  }

  /**
   * One line of the list.
   *
   * @param path {@code {id}} is one segment with a digit in it, as the engine's ids have and the
   *     words of its API ({@code task/count}) have not; {@code {person}} is any one segment; {@code
   *     **} at the end is any file below
   */
  record Call(String method, String path, Pattern shape) {

    static Call read(String line) {
      var written = LINE.matcher(line);
      if (!written.matches()) {
        throw new IllegalStateException("listed-calls.txt: not a method and a path: " + line);
      }
      return new Call(written.group(1), written.group(2), shape(written.group(2)));
    }

    boolean covers(String method, String path) {
      boolean sameMethod =
          this.method.equals(method) || (this.method.equals("GET") && method.equals("HEAD"));
      return sameMethod && shape.matcher(path).matches();
    }

    private static String filling(String hole) {
      return hole.equals("{id}") ? "[^/]*[0-9][^/]*" : "[^/]+";
    }

    private static Pattern shape(String path) {
      boolean below = path.endsWith("/**");
      String fixed = below ? path.substring(0, path.length() - 2) : path;
      StringBuilder regex = new StringBuilder();
      int from = 0;
      var hole = HOLE.matcher(fixed);
      while (hole.find()) {
        regex
            .append(Pattern.quote(fixed.substring(from, hole.start())))
            .append(filling(hole.group()));
        from = hole.end();
      }
      regex.append(Pattern.quote(fixed.substring(from)));
      return Pattern.compile(below ? regex + ".*" : regex.toString());
    }
  }
}
