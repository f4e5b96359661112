package org.honbu.testkit.needs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The build's last words on the tests it could not run. */
public final class NotRunVerdict {
  private NotRunVerdict() {}

  /** Reads the ledgers of all modules below a folder and says what they add up to. */
  public static void main(String[] modules) {
    sentences(ledgers(Path.of(modules[0]))).forEach(System.out::println);
  }

  /** One sentence for each reason; none when everything was run. */
  static List<String> sentences(List<String> lines) {
    Map<String, Long> byReason =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.substring(0, line.indexOf('\t')),
                    TreeMap::new,
                    Collectors.counting()));
    return byReason.entrySet().stream()
        .map(
            reason ->
                "%s%d test%s, %s"
                    .formatted(
                        NotRun.MARK,
                        reason.getValue(),
                        reason.getValue() == 1 ? "" : "s",
                        reason.getKey()))
        .toList();
  }

  private static List<String> ledgers(Path modules) {
    return files(modules).stream()
        .map(module -> module.resolve("target/not-run"))
        .filter(Files::isDirectory)
        .flatMap(folder -> files(folder).stream())
        .flatMap(ledger -> lines(ledger).stream())
        .toList();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path ledger) {
    try {
      return Files.readAllLines(ledger);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
