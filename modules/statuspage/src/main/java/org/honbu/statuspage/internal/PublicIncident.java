package org.honbu.statuspage.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.Words;

/**
 * An incident as users know it: what they were told, and what follows from that.
 *
 * @param id says nothing of the inside and cannot be guessed
 * @param on the service it concerns, when that is one users know
 * @param hadImpact whether there was any harm, by what was told last
 * @param merged whether its news goes on with another incident
 * @param oldestFirst at least one
 */
record PublicIncident(
    String id,
    Optional<PublicComponent> on,
    PublicPhase phase,
    boolean hadImpact,
    boolean merged,
    Instant startedAt,
    Instant publishedAt,
    Instant changedAt,
    List<PublicUpdate> oldestFirst) {
  private static final Words SOMEWHERE = new Words("一部のサービス", "some services");

  PublicIncident {
    oldestFirst = List.copyOf(oldestFirst);
  }

  /** A time in which users noticed it. */
  record Span(Instant from, Instant to) {}

  boolean isOpen() {
    return !merged && phase != PublicPhase.RESOLVED;
  }

  /**
   * Whether users were told that something does not work as it should, and not yet that it does.
   */
  boolean isUnusable() {
    return isOpen() && phase != PublicPhase.MONITORING;
  }

  PublicUpdate newest() {
    return oldestFirst.get(oldestFirst.size() - 1);
  }

  /** When users hear again. */
  Optional<Instant> next() {
    return isOpen() ? newest().next() : Optional.empty();
  }

  /** What it is called for good, in lists and feeds. */
  Words name() {
    return new Words("{0}がご利用しづらい状況", "Problem affecting {0}").with(place());
  }

  /** How it stands, as the heading of a page. */
  Words headline() {
    Words sentence;
    if (merged) {
      sentence = new Words("{0}：ほかのお知らせにまとめました", "{0}: continued in another notice");
    } else if (!hadImpact) {
      sentence = new Words("{0}に影響はありませんでした", "{0}: there was no impact");
    } else {
      sentence =
          switch (phase) {
            case NONE, INVESTIGATING, IDENTIFIED -> new Words("{0}がご利用しづらい状況です", "{0}: degraded");
            case MONITORING -> new Words("{0}の復旧を確認しています", "{0}: watching the recovery");
            case RESOLVED -> new Words("{0}は復旧しました", "{0}: working again");
          };
    }
    Words filled = sentence.with(place());
    return new Words(filled.ja(), capital(filled.en()));
  }

  Optional<Instant> monitoringAt() {
    return first(PublicPhase.MONITORING);
  }

  Optional<Instant> resolvedAt() {
    if (merged) {
      return Optional.of(changedAt);
    }
    return phase == PublicPhase.RESOLVED
        ? oldestFirst.stream()
            .filter(update -> update.phase() == PublicPhase.RESOLVED)
            .reduce((earlier, later) -> later)
            .map(PublicUpdate::at)
        : Optional.empty();
  }

  /** When users noticed it: from its start to the word that it works again, each time. */
  List<Span> impact(Instant now) {
    List<Span> spans = new ArrayList<>();
    if (!hadImpact) {
      return spans;
    }
    Optional<Instant> since = Optional.of(startedAt);
    for (PublicUpdate update : oldestFirst) {
      boolean works =
          update.phase() == PublicPhase.MONITORING || update.phase() == PublicPhase.RESOLVED;
      if (works) {
        since.ifPresent(from -> spans.add(new Span(from, update.at())));
        since = Optional.empty();
      } else if (since.isEmpty()) {
        since = Optional.of(update.at());
      }
    }
    since.ifPresent(from -> spans.add(new Span(from, merged ? changedAt : now)));
    return spans;
  }

  /** What kind of message this is, with a number where there are several: 続報 2. */
  Words label(PublicUpdate update) {
    return switch (update.said()) {
      case INITIAL -> new Words("第一報", "First notice");
      case UPDATE -> new Words("続報 {0}", "Update {0}").with(numberAmongUpdates(update));
      case MITIGATED -> new Words("暫定復旧", "Mitigated");
      case RECURRED -> new Words("再発", "It is back");
      case RESOLVED -> new Words("復旧", "Resolved");
      case NO_IMPACT -> new Words("影響なし", "No impact");
      case CORRECTION -> new Words("訂正", "Correction");
    };
  }

  private long numberAmongUpdates(PublicUpdate update) {
    return oldestFirst.subList(0, oldestFirst.indexOf(update) + 1).stream()
        .filter(one -> one.said() == Phase.UPDATE)
        .count();
  }

  private Optional<Instant> first(PublicPhase wanted) {
    return oldestFirst.stream()
        .filter(update -> update.phase() == wanted)
        .findFirst()
        .map(PublicUpdate::at);
  }

  private Words place() {
    return on.map(PublicComponent::name).orElse(SOMEWHERE);
  }

  private static String capital(String sentence) {
    int first = sentence.offsetByCodePoints(0, 1);
    return sentence.substring(0, first).toUpperCase(java.util.Locale.ROOT)
        + sentence.substring(first);
  }
}
