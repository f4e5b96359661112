package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Keeps the same pages as files, so that any web server shows them while Honbu is down. Each file
 * is written beside its place and then moved there: whoever reads gets the old one or the new one,
 * never half of one.
 */
@ApplicationScoped
class StatusCopy {
  static final String START = "index.html";

  private static final String BESIDE = ".status";
  private static final String NOT_YET = ".tmp";
  private static final Duration MAY_BE_IN_USE = Duration.ofMinutes(1);

  private final Boards boards;
  private final Optional<Path> folder;
  private final Clock clock;
  private final ReentrantLock writing = new ReentrantLock();
  private final Semaphore wishes = new Semaphore(0);
  private volatile String written = "";
  private volatile String trouble = "";

  @Inject
  StatusCopy(Boards boards, StatusConfig config, Clock clock) {
    this.boards = boards;
    this.folder = config.copy();
    this.clock = clock;
  }

  boolean isWanted() {
    return folder.isPresent();
  }

  /** Whether the files say what the tables say now; asks the tables, never the disk. */
  boolean isUpToDate() {
    return folder.isEmpty() || boards.fingerprint().equals(written);
  }

  /** Why it was not written the last time; empty when it was. */
  String trouble() {
    return trouble;
  }

  /** Has it written soon, by whoever waits in {@link #awaitWish}. */
  void wish() {
    wishes.release();
  }

  /** Waits until it is wished for, at most that long. */
  void awaitWish(Duration most) throws InterruptedException {
    if (wishes.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
      wishes.drainPermits();
    }
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
      String print = boards.fingerprint();
      writeAll();
      written = print;
      trouble = "";
    } catch (UncheckedIOException failure) {
      trouble = String.valueOf(failure.getMessage());
      throw failure;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Removes what was written beside its place and never moved, because the server died between.
   * What is younger than a minute may be another node's that writes at this moment.
   */
  void sweep() {
    folder.filter(Files::isDirectory).ifPresent(this::sweep);
  }

  private void sweep(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      FileTime young = FileTime.from(clock.instant().minus(MAY_BE_IN_USE));
      for (Path file : all.filter(StatusCopy::isBeside).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(young) < 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the status page's copy: " + failure, failure);
    }
  }

  private static boolean isBeside(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(BESIDE) && name.endsWith(NOT_YET);
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
      Path beside = Files.createTempFile(place.toAbsolutePath().getParent(), BESIDE, NOT_YET);
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
