package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the same pages as files, so that any web server shows them while Honbu is down. Each file
 * is written beside its place and then moved there: whoever reads gets the old one or the new one,
 * never half of one.
 */
@ApplicationScoped
class StatusCopy {
  static final String START = "index.html";

  private final Boards boards;
  private final Optional<Path> folder;
  private final ReentrantLock writing = new ReentrantLock();

  @Inject
  StatusCopy(Boards boards, StatusConfig config) {
    this.boards = boards;
    this.folder = config.copy();
  }

  boolean isWanted() {
    return folder.isPresent();
  }

  /**
   * Writes all of it, the start page last: what it leads to is there already.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  void write() {
    if (folder.isEmpty()) {
      return;
    }
    writing.lock();
    try {
      writeAll();
    } finally {
      writing.unlock();
    }
  }

  /** One at a time, so that what was read earlier never lies over what was read later. */
  private void writeAll() {
    Map<String, StatusFile> files = new TreeMap<>(Drawings.of(boards.read(), Places.COPIED));
    StatusFile first = files.remove(Places.Files.page(Locale.JAPANESE));
    StatusFile second = files.remove(Places.Files.page(Locale.ENGLISH));
    files.forEach(this::put);
    if (first != null && second != null) {
      put(Places.Files.page(Locale.ENGLISH), second);
      put(Places.Files.page(Locale.JAPANESE), first);
      put(START, first);
    }
  }

  private void put(String name, StatusFile file) {
    Path place = folder.orElseThrow().resolve(name);
    try {
      Files.createDirectories(place.toAbsolutePath().getParent());
      Path beside = Files.createTempFile(place.toAbsolutePath().getParent(), ".status", ".tmp");
      try {
        Files.write(beside, file.bytes());
        readableByAll(beside);
        Files.move(
            beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the status page's copy: " + failure, failure);
    }
  }

  /** Another account's web server reads it; temporary files begin as nobody else's. */
  private static void readableByAll(Path file) throws IOException {
    if (!file.toFile().setReadable(true, false)) {
      throw new NoSuchFileException(file.toString());
    }
  }
}
