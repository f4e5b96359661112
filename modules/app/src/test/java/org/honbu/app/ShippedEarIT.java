package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What leaves this house has nothing of the tests in it; FacadesIT asks the same of a server. */
@Tag("any-database")
class ShippedEarIT {

  @Test
  void holdsNothingOfTheTests() throws IOException {
    List<String> entries = new ArrayList<>();
    try (InputStream ear = Files.newInputStream(TestPlatform.shippedEar())) {
      list("", ear, entries);
    }

    assertThat(entries)
        .contains("/web.war", "/lib/org.honbu-honbu-kernel-0.1.0-SNAPSHOT.jar")
        .anyMatch(entry -> entry.endsWith("/org/honbu/kernel/IncidentId.class"))
        .noneMatch(entry -> entry.contains("testkit") || entry.contains("test-door"))
        .noneMatch(entry -> entry.matches(".*/(junit|assertj|arquillian|h2-)[^/]*"));
  }

  /** Also what is inside archives inside it. */
  private static void list(String folder, InputStream archive, List<String> entries)
      throws IOException {
    var zip = new ZipInputStream(archive);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = folder + "/" + entry.getName();
      entries.add(name);
      if (name.endsWith(".jar") || name.endsWith(".war")) {
        list(name, new ByteArrayInputStream(zip.readAllBytes()), entries);
      }
    }
  }
}
