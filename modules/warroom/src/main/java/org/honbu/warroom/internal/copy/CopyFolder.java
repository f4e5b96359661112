package org.honbu.warroom.internal.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.honbu.kernel.IncidentId;

/**
 * The second place: a folder with one file for each room, readable to the system's user alone,
 * because telephone numbers stand in them.
 */
final class CopyFolder {
  private static final String PREFIX = "honbu-";
  private static final String SUFFIX = ".txt";

  private static final Pattern OURS =
      Pattern.compile(".*[/\\\\]" + PREFIX + "([A-Za-z0-9-]+\\.txt|\\d+\\.new)");

  private final Path folder;

  CopyFolder(Path folder) {
    this.folder = folder;
  }

  /** Puts the text into the room's file; whoever reads sees the old one or the new one, whole. */
  void write(IncidentId incident, String text, Instant at) throws IOException {
    Files.createDirectories(folder);
    // Java makes temporary files readable to their owner alone.
    Path fresh = Files.createTempFile(folder, PREFIX, ".new");
    try {
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      Files.setLastModifiedTime(fresh, FileTime.from(at));
      Files.move(
          fresh,
          folder.resolve(PREFIX + incident.value() + SUFFIX),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Takes away what was written last before that moment; anybody else's files stay. */
  void removeOlderThan(Instant limit) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path copy : copies()) {
      if (isOlder(copy, limit)) {
        Files.deleteIfExists(copy);
      }
    }
  }

  private static boolean isOlder(Path copy, Instant limit) throws IOException {
    try {
      return Files.getLastModifiedTime(copy).toInstant().isBefore(limit);
    } catch (NoSuchFileException movedByAnotherNode) {
      return false;
    }
  }

  private List<Path> copies() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(CopyFolder::isOurs).toList();
    }
  }

  private static boolean isOurs(Path file) {
    return OURS.matcher(file.toString()).matches();
  }
}
