package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others wrote and we ship unchanged, and the theme made from such a file. */
class VendoredTest {
  private static final Path SUMS = Views.WEBAPP.resolve("../vendored.sha256");

  @Test
  void nothingVendoredWasChangedAndNothingIsUnlisted() throws Exception {
    Map<String, String> listed = listed();

    for (var file : listed.entrySet()) {
      assertThat(sum(Views.WEBAPP.resolve(file.getKey())))
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
    assertThat(listed.keySet()).isEqualTo(present());
  }

  /** Rises when an upgrade brings colours that the theme's map does not know. */
  @Test
  void theThemeLeavesFewColoursUnmapped() throws IOException {
    String theme = Files.readString(Views.WEBAPP.resolve("resources/primefaces-honbu/theme.css"));

    long left =
        Pattern.compile("#[0-9a-fA-F]{6}\\b|#[0-9a-fA-F]{3}\\b").matcher(theme).results().count();

    assertThat(theme).contains("var(--act)");
    assertThat(left).isLessThanOrEqualTo(60);
  }

  private static Map<String, String> listed() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String line : Files.readAllLines(SUMS)) {
      sums.put(line.substring(66), line.substring(0, 64));
    }
    return sums;
  }

  private static Set<String> present() throws IOException {
    Set<String> files = new TreeSet<>();
    for (String folder : Set.of("assets/vendor", "resources/primefaces-honbu")) {
      try (Stream<Path> found = Files.walk(Views.WEBAPP.resolve(folder))) {
        files.addAll(
            found
                .filter(Files::isRegularFile)
                .map(file -> Views.WEBAPP.relativize(file).toString())
                .collect(Collectors.toSet()));
      }
    }
    return files;
  }

  private static String sum(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
