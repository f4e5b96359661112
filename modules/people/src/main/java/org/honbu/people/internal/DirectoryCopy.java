package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.honbu.kernel.PersonId;
import org.honbu.people.DirectoryState;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * Holds the last good copy of the directory, in memory and on disk.
 *
 * <p>It begins with the copy on disk, so that a start without Keycloak knows people at once. {@link
 * #refresh} replaces it, or notes why it could not; nobody else ever waits for Keycloak. Once the
 * copy is older than the configured trust, nobody has any role, while names and addresses stay.
 */
@ApplicationScoped
class DirectoryCopy {
  private static final System.Logger LOG = System.getLogger("org.honbu.people");
  private static final String NOT_YET = "not read yet";

  private final PeopleConfig config;
  private final Clock clock;
  private final KeycloakReader keycloak;
  private volatile @Nullable Copy copy;
  private volatile @Nullable String failure = NOT_YET;

  @Inject
  DirectoryCopy(Clock clock) {
    this(PeopleConfig.from(ConfigProvider.getConfig()), clock);
  }

  DirectoryCopy(PeopleConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.keycloak = new KeycloakReader(new KeycloakApi(config), clock);
    this.copy = fromDisk();
  }

  /** Everybody as last known, however long ago: good for names and for reaching people. */
  Map<PersonId, Copy.Entry> known() {
    Copy last = copy;
    return last == null ? Map.of() : last.entries();
  }

  /** Whether a copy was ever read; without one, nothing can be said about who has left. */
  boolean knowsAnybody() {
    return copy != null;
  }

  /** Whether a trusted copy is there, or the first reading has ended, well or not. */
  boolean wasAsked() {
    return !trusted().isEmpty() || !NOT_YET.equals(failure);
  }

  /** Everybody with their rights; empty when the copy is too old to trust. */
  Map<PersonId, Copy.Entry> trusted() {
    Copy last = copy;
    return last == null || age(last).compareTo(config.trust()) > 0 ? Map.of() : last.entries();
  }

  Set<Role> rolesOf(PersonId person) {
    Copy.Entry entry = trusted().get(person);
    return entry == null ? Set.of() : entry.roles();
  }

  Optional<Copy.Entry> find(PersonId person) {
    return Optional.ofNullable(known().get(person));
  }

  DirectoryState state() {
    Copy last = copy;
    String why = failure;
    if (last == null || age(last).compareTo(config.trust()) > 0) {
      return new DirectoryState.Blind(why == null ? NOT_YET : why);
    }
    if (why != null) {
      return new DirectoryState.Stale(last.loadedAt(), why);
    }
    // Belt and braces: a reader that hangs or died reports no failure either.
    return age(last).compareTo(config.refresh().multipliedBy(3)) > 0
        ? new DirectoryState.Stale(last.loadedAt(), "no reading since " + last.loadedAt())
        : new DirectoryState.Fresh(last.loadedAt());
  }

  private Duration age(Copy of) {
    return Duration.between(of.loadedAt(), clock.instant());
  }

  /**
   * Reads the directory anew; keeps the last good copy when that fails.
   *
   * @return whether Keycloak answered
   */
  boolean refresh() throws InterruptedException {
    try {
      Copy fresh = keycloak.read();
      copy = fresh;
      if (failure != null) {
        LOG.log(System.Logger.Level.INFO, "Directory read, {0} people", fresh.entries().size());
      }
      failure = null;
      toDisk(fresh);
      return true;
    } catch (IOException | RuntimeException unreachable) {
      fail(unreachable);
      return false;
    }
  }

  private void fail(Exception unreachable) {
    String why = firstLine(unreachable);
    if (failure == null || NOT_YET.equals(failure)) {
      Copy last = copy;
      LOG.log(
          System.Logger.Level.WARNING,
          "Keycloak does not answer ({0}); the copy of {1} serves",
          why,
          last == null ? "nobody" : last.loadedAt());
    }
    failure = why;
  }

  private static String firstLine(Exception unreachable) {
    String text = String.valueOf(unreachable.getMessage()).lines().findFirst().orElse("");
    return unreachable.getClass().getSimpleName() + ": " + text;
  }

  /** Written beside and moved into place: a crash leaves the old copy or the new, never half. */
  private void toDisk(Copy fresh) {
    Path target = config.copy();
    Path beside = target.resolveSibling(target.getFileName() + ".new");
    try {
      try (Writer out = Files.newBufferedWriter(beside);
          JsonWriter json = Json.createWriter(out)) {
        json.write(fresh.toJson());
      }
      Files.move(
          beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The directory's copy cannot be kept in " + target,
          unwritable);
    }
  }

  private @Nullable Copy fromDisk() {
    if (!Files.exists(config.copy())) {
      return null;
    }
    try (Reader in = Files.newBufferedReader(config.copy());
        JsonReader json = Json.createReader(in)) {
      Copy kept = Copy.parse(json.readObject());
      // A clock that was wrong must not make a copy that stays fresh for ever.
      return kept.loadedAt().isAfter(clock.instant())
          ? new Copy(Instant.EPOCH, kept.entries())
          : kept;
    } catch (IOException | RuntimeException unreadable) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The directory's copy in " + config.copy() + " cannot be read",
          unreadable);
      return null;
    }
  }
}
