package org.honbu.warroom.internal.copy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.CopyStatus;
import org.honbu.warroom.RoomCopies;

/**
 * Copies every open room to the second place, round by round.
 *
 * <p>A round reads through the façades and writes files; it belongs to no act and holds no
 * transaction while it writes. One room's failure keeps no other from being copied. That it fails
 * is said once in the log with its number, and stands on <em>管理 / Admin</em> until it works again.
 */
@ApplicationScoped
class LiveRoomCopies implements RoomCopies {
  private static final Logger LOG = System.getLogger("org.honbu.warroom.copy");

  private final CopySettings settings;
  private final RoomReading rooms;
  private final CopyText words;
  private final Clock clock;
  private volatile CopyStatus status;

  @Inject
  LiveRoomCopies(CopySettings settings, RoomReading rooms, CopyText words, Clock clock) {
    this.settings = settings;
    this.rooms = rooms;
    this.words = words;
    this.clock = clock;
    this.status = settings.folder().isEmpty() ? new CopyStatus.Off() : new CopyStatus.NotYet();
  }

  @Override
  public String text(IncidentId incident, boolean withNumbers) {
    return words.of(rooms.of(incident), withNumbers);
  }

  @Override
  public CopyStatus status() {
    return status;
  }

  /** Copies all open rooms, and takes away what is old. Never throws: a later round may work. */
  void round() {
    settings.folder().map(CopyFolder::new).ifPresent(this::copyInto);
  }

  private void copyInto(CopyFolder folder) {
    Instant now = clock.instant();
    Optional<String> failure = Optional.empty();
    int written = 0;
    try {
      List<IncidentId> open = rooms.rooms();
      for (IncidentId room : open) {
        Optional<String> failed = copy(folder, room, now);
        written += failed.isPresent() ? 0 : 1;
        failure = failure.or(() -> failed);
      }
      folder.removeOlderThan(now.minus(settings.kept()));
    } catch (IOException | RuntimeException failed) {
      failure = failure.or(() -> Optional.of(failed.toString()));
    }
    note(now, written, failure);
  }

  private Optional<String> copy(CopyFolder folder, IncidentId room, Instant now) {
    try {
      RoomFacts facts = rooms.of(room);
      String text = facts.incident().isPrivate() ? words.sealed(facts) : words.of(facts, true);
      folder.write(room, text, now);
      return Optional.empty();
    } catch (IOException | RuntimeException failed) {
      return Optional.of(room + ": " + failed);
    }
  }

  private void note(Instant now, int written, Optional<String> failure) {
    CopyStatus before = status;
    status =
        failure
            .map(why -> failing(before, now, why))
            .orElseGet(() -> new CopyStatus.Written(now, written));
    boolean failed = before instanceof CopyStatus.Failing;
    if (failure.isPresent() && !failed) {
      LOG.log(Level.ERROR, "{0} {1}", CopyProblems.NOT_COPIED.code(), failure.get());
    }
    if (failure.isEmpty() && failed) {
      LOG.log(Level.INFO, "Rooms are copied again: {0}", written);
    }
  }

  private static CopyStatus failing(CopyStatus before, Instant now, String why) {
    if (before instanceof CopyStatus.Failing since) {
      return new CopyStatus.Failing(since.since(), since.lastGood(), why);
    }
    return new CopyStatus.Failing(
        now,
        before instanceof CopyStatus.Written good ? Optional.of(good.at()) : Optional.empty(),
        why);
  }
}
