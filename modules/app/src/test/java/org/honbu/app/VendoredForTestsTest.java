package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others wrote and only tests use (dmn-js 17.10.2), unchanged. */
class VendoredForTestsTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @Test
  void nothingWasChangedAndNothingIsUnlisted() throws Exception {
    List<String> present = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("vendor"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        present.add(sum(file) + "  " + RESOURCES.relativize(file));
      }
    }

    assertThat(present).isEqualTo(Files.readAllLines(RESOURCES.resolve("vendored.sha256")));
  }

  private static String sum(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
