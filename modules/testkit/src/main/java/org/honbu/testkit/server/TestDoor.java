package org.honbu.testkit.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Adds to a copy of the EAR a clock that tests can move, and a way to forget what happened. */
public final class TestDoor {
  /** Where the clock is moved. */
  public static final String PATH = "/test-door/clock";

  /** Where records are forgotten; see {@link CleanSlate}. */
  static final String RECORDS = "/test-door/records";

  private static final String PACKAGE = "org/honbu/testkit/door/";
  private static final String BEANS =
      "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
          + " bean-discovery-mode=\"annotated\"/>";
  private static final String MODULE =
      "<module><web><web-uri>test-door.war</web-uri>"
          + "<context-root>/test-door</context-root></web></module>\n";

  private TestDoor() {}

  /** Lets time pass for everything in the shared server: rules, records and the engine's timers. */
  public static void timePasses(Duration time) {
    timePasses(TestPlatform.honbu(), time);
  }

  /** As {@link #timePasses(Duration)}, for a server of the test's own. */
  public static void timePasses(HonbuServer honbu, Duration time) {
    move(honbu, time);
  }

  /** How far the shared server's clock is ahead. */
  public static Duration ahead() {
    return move(TestPlatform.honbu(), Duration.ZERO);
  }

  private static Duration move(HonbuServer honbu, Duration time) {
    Answer answer = Person.anonymous(honbu).post(PATH + "?passes=" + time, "");
    if (answer.status() != 200) {
      throw new IllegalStateException("the clock does not move: " + answer);
    }
    return Duration.parse(answer.body().strip());
  }

  static Path addedTo(Path ear) {
    Path copy = Place.fresh("honbu-with-test-door.ear");
    try {
      Files.createDirectories(copy.toAbsolutePath().getParent());
      try (ZipInputStream in = new ZipInputStream(Files.newInputStream(ear));
          ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
        out.setLevel(Deflater.NO_COMPRESSION); // jars are packed already
        copyAll(in, out);
        put(out, "lib/honbu-test-door.jar", door());
        put(
            out,
            "test-door.war",
            zip(
                Map.of(
                    "WEB-INF/classes/" + PACKAGE + "ClockDoor.class", type("ClockDoor"),
                    "WEB-INF/classes/" + PACKAGE + "RecordsDoor.class", type("RecordsDoor"))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  private static void copyAll(ZipInputStream in, ZipOutputStream out) throws IOException {
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      byte[] content = in.readAllBytes();
      if (entry.getName().equals("META-INF/application.xml")) {
        String xml = new String(content, StandardCharsets.UTF_8);
        content =
            xml.replace("<library-directory>", MODULE + "<library-directory>")
                .getBytes(StandardCharsets.UTF_8);
      }
      put(out, entry.getName(), content);
    }
  }

  private static byte[] door() throws IOException {
    var files =
        new HashMap<>(
            Map.of(
                "META-INF/beans.xml",
                BEANS.getBytes(StandardCharsets.UTF_8),
                PACKAGE + "MovableClock.class",
                type("MovableClock"),
                PACKAGE + "MovableClock$1.class",
                type("MovableClock$1"),
                PACKAGE + "TestClock.class",
                type("TestClock")));
    for (String file : more()) {
      files.put(file, resource(file));
    }
    return zip(files);
  }

  /**
   * Class files that the tests themselves want inside, one on a line; none when there is no list.
   */
  private static List<String> more() throws IOException {
    try (InputStream in = TestDoor.class.getResourceAsStream("/META-INF/honbu-test-door")) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : List.copyOf(files.keySet())) {
        put(out, name, files.getOrDefault(name, new byte[0]));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] type(String name) throws IOException {
    return resource(PACKAGE + name + ".class");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TestDoor.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    ((OutputStream) out).write(content);
    out.closeEntry();
  }
}
