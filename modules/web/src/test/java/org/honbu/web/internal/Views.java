package org.honbu.web.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of this module, as the tests that look at words and markup read them. */
final class Views {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
  static final Path WEBAPP = MODULE.resolve("src/main/webapp");

  private Views() {}

  /** Every view, template and tag by its path. */
  static Map<String, String> all() {
    return read(WEBAPP, ".xhtml");
  }

  /** Every style sheet of ours by its path. */
  static Map<String, String> styles() {
    Map<String, String> styles = read(WEBAPP, ".css");
    styles.keySet().removeIf(path -> !path.startsWith("assets/css/"));
    return styles;
  }

  static Map<String, String> java() {
    return read(MODULE.resolve("src/main/java"), ".java");
  }

  private static Map<String, String> read(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .collect(
              Collectors.toMap(
                  file -> folder.relativize(file).toString(),
                  Views::text,
                  (a, b) -> a,
                  TreeMap::new));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
