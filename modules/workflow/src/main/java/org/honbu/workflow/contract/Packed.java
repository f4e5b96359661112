package org.honbu.workflow.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Lists that travel with this build of Honbu, whatever folder is looked at. */
final class Packed {
  private Packed() {}

  /** The lines of a list below its heading. */
  static Stream<String> lines(String list) {
    String name = "bpmn/" + list;
    try (InputStream in = Packed.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packed: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
