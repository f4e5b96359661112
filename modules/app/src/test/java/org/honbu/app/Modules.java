package org.honbu.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The modules as ARCHITECTURE 2 names them, and where the build put their classes. */
final class Modules {
  /**
   * Higher may call lower; modules of one layer do not know each other. The outbox stands above
   * workflow only because workflow migrates its tables.
   */
  static final Map<String, Integer> LAYERS =
      Map.ofEntries(
          Map.entry("kernel", 0),
          Map.entry("workflow", 1),
          Map.entry("outbox", 2),
          Map.entry("people", 3),
          Map.entry("incidents", 4),
          Map.entry("notifications", 4),
          Map.entry("alerts", 5),
          Map.entry("escalation", 5),
          Map.entry("announcements", 5),
          Map.entry("warroom", 5),
          Map.entry("learning", 5),
          Map.entry("context", 6),
          Map.entry("response", 6),
          Map.entry("statuspage", 6),
          Map.entry("drills", 7),
          Map.entry("web", 8),
          Map.entry("tasklist", 8),
          Map.entry("slack", 8));

  static final Path ROOT = Path.of(System.getProperty("honbu.root", "../.."));

  private Modules() {}

  /** Folders of the modules that exist; test-only ones and the EAR itself are left out. */
  static List<Path> folders() {
    try (Stream<Path> all = Files.list(ROOT.resolve("modules"))) {
      return all.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
          .filter(folder -> !List.of("app", "testkit").contains(name(folder)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path folder) {
    return folder.getFileName().toString();
  }

  /** What ships: the main classes of every module. */
  static JavaClasses shipped() {
    return Shipped.CLASSES;
  }

  /** Read once, by the first test that looks: it takes more than a second. */
  private static final class Shipped {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .importPaths(
                folders().stream().map(folder -> folder.resolve("target/classes")).toList());
  }

  /** One class of this module's tests that breaks a rule on purpose. */
  static JavaClasses sabotage(Class<?>... classes) {
    return new ClassFileImporter()
        .withImportOption((Location location) -> location.contains("test-classes"))
        .importClasses(classes);
  }

  /** The module a class belongs to by its package; empty for classes that are not ours. */
  static Optional<String> of(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    return parts.length > 2 && parts[0].equals("org") && parts[1].equals("honbu")
        ? Optional.of(parts[2])
        : Optional.empty();
  }
}
