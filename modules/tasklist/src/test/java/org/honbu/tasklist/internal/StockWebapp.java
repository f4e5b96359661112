package org.honbu.tasklist.internal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipFile;

/** Camunda's webapp as it was published, to hold ours against. */
final class StockWebapp {
  private StockWebapp() {}

  static JsonObject json(String path) throws IOException {
    return parse(text(path));
  }

  static String text(String path) throws IOException {
    try (ZipFile war = new ZipFile(System.getProperty("honbu.stock.webapp"))) {
      var entry = Objects.requireNonNull(war.getEntry(path), path);
      return new String(war.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static JsonObject oursAsJson(String path) throws IOException {
    return parse(ours(path));
  }

  static String ours(String path) throws IOException {
    return Files.readString(Path.of("src/main/webapp").resolve(path));
  }

  private static JsonObject parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace("\uFEFF", "")))) {
      return reader.readObject();
    }
  }
}
