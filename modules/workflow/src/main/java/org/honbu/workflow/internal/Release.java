package org.honbu.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.honbu.workflow.contract.DiagramContract;

/**
 * All diagrams, tables and forms that travel together.
 *
 * @param files content by path, e.g. {@code escalation/OnCallPage.bpmn}
 */
public record Release(Map<String, String> files) {

  public Release {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** What the build packed: everything named in {@code bpmn/index} on the class path. */
  public static Release fromClassPath() {
    var files = new TreeMap<String, String>();
    read("bpmn/index")
        .lines()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(name -> files.put(name, read("bpmn/" + name)));
    return new Release(files);
  }

  /** Names that diagrams may use, by the list process owners read. */
  public static Set<String> listedHandlers() {
    return read("bpmn/handlers.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", 2)[0].strip())
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What a process owner edits: every diagram, table and form below a folder. */
  public static Release fromFolder(Path folder) {
    return new Release(DiagramContract.folder(folder));
  }

  /** SHA-256 of all names and contents. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, content) ->
              digest.update((name + "\0" + content + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The part of a release that a test is about; every name must be there. */
  public Release only(String... names) {
    var part = new TreeMap<String, String>();
    for (String wanted : names) {
      files.entrySet().stream()
          .filter(file -> file.getKey().endsWith("/" + wanted) || file.getKey().equals(wanted))
          .findFirst()
          .ifPresentOrElse(
              file -> part.put(file.getKey(), file.getValue()),
              () -> {
                throw new IllegalArgumentException(wanted + " is not among " + files.keySet());
              });
    }
    return new Release(part);
  }

  private static String read(String resource) {
    try (InputStream in = Release.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not packed: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
