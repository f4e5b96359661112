package org.honbu.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where things are; the build hands the paths over as system properties. */
final class Place {
  static final Path ROOT = property("honbu.root");
  static final Path WILDFLY = property("honbu.wildfly");
  static final Path KEYCLOAK = property("honbu.keycloak");
  static final Path EAR = property("honbu.ear");
  private static final Path SERVERS = property("honbu.servers");

  private Place() {}

  static Path script(String name) {
    return ROOT.resolve("wildfly-config").resolve(name);
  }

  /** An empty folder for one server of this run. */
  static Path fresh(String name) {
    Path folder = SERVERS.resolve(name);
    delete(folder);
    return folder;
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          name + " is not set: server tests run through ./mvnw verify -pl modules/app -am");
    }
    return Path.of(value);
  }
}
