package org.honbu.workflow.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One prepared mistake of {@code src/test/resources/mistakes}: in which file, what of it is found
 * (a regular expression) and what is written instead, and the sentences it must lead to.
 *
 * @param label the element as people see it; both sentences must say it
 */
public record Mistake(
    String name,
    String file,
    List<String> find,
    List<String> write,
    String label,
    String ja,
    String en) {
  private static final Path FOLDER = Path.of("src/test/resources/mistakes");

  /** All that lie in the folder. */
  public static Stream<Mistake> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream().map(Mistake::read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Mistake read(Path recipe) {
    var lines = new TreeMap<String, List<String>>();
    try {
      for (String line : Files.readAllLines(recipe)) {
        if (!line.isBlank()) {
          String[] parts = line.split(": ?", 2);
          lines.computeIfAbsent(parts[0], none -> new java.util.ArrayList<>()).add(parts[1]);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Mistake(
        recipe.getFileName().toString(),
        only(lines, "file"),
        all(lines, "find"),
        all(lines, "write"),
        only(lines, "label"),
        only(lines, "ja"),
        only(lines, "en"));
  }

  private static List<String> all(Map<String, List<String>> lines, String key) {
    return Objects.requireNonNull(lines.get(key), key);
  }

  private static String only(Map<String, List<String>> lines, String key) {
    return all(lines, key).get(0);
  }

  /** A good set with this mistake in it. */
  public Map<String, String> madeIn(Map<String, String> good) {
    var files = new TreeMap<>(good);
    for (int i = 0; i < find.size(); i++) {
      var found = Pattern.compile(find.get(i), Pattern.DOTALL).matcher(files.get(file));
      if (!found.find()) {
        throw new IllegalStateException(name + " cannot be made any more: " + find.get(i));
      }
      files.put(file, found.replaceAll(write.get(i)));
    }
    return files;
  }

  @Override
  public String toString() {
    return name;
  }
}
