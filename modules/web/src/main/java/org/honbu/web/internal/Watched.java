package org.honbu.web.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A live page and those who look at it. One thread tells them; they come and go on others.
 *
 * <p>When it looks different, who acts is told to fetch. Of those who only look, two of each
 * language are told to fetch what all see alike, and thereby draw it; the others are given it once
 * it is drawn ({@link #give}), or told as well when nobody draws it. Until then it stays owed to
 * them, whatever else happens.
 */
final class Watched {
  private static final byte[] BEAT = bytes("event: beat\ndata: -\n\n");

  /** One, and another should the first be asleep. */
  private static final int DRAW = 2;

  /** For fewer it is not worth while that anybody waits. */
  private static final int FEW = 4;

  /** A second, in which nobody began to draw. */
  private static final int LOOKS_WITHOUT_DRAWING = 2;

  /** Five seconds, in which nobody ended it, or more happened before they did. */
  private static final int LOOKS_AT_MOST = 10;

  /** Whoever has been let in within this time is given words; all others are told, and so ask. */
  private static final Duration LET_IN = Duration.ofMinutes(5);

  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private final Runnable drawn;
  private final Map<String, Owed> owed = new HashMap<>();
  private volatile @Nullable Edition edition;

  /**
   * What readers of one language have not been told yet.
   *
   * @param told what they are told once it is drawn, or when it is not
   * @param drawing who was told already
   * @param looks since they were told to draw it
   * @param waited the same since the oldest of the news, however often more happened
   */
  private record Owed(News news, Told told, Set<Viewer> drawing, int looks, int waited) {
    Owed afterALook() {
      return new Owed(news, told, drawing, looks + 1, waited + 1);
    }
  }

  /** Somebody and when they asked last, which others change meanwhile. */
  private record Latest(Viewer viewer, Instant asked) {
    static Latest of(Viewer viewer) {
      return new Latest(viewer, viewer.asked());
    }
  }

  /**
   * A page at which nobody looks yet.
   *
   * @param drawn called whenever something has been drawn that may be given, on any thread
   */
  Watched(Runnable drawn) {
    this.drawn = drawn;
  }

  /** Greets somebody, and tells them from now on. */
  void add(Viewer viewer) {
    viewers.add(viewer);
    tell(BEAT, List.of(viewer)).forEach(Viewer::end);
  }

  /** This person asked for something here, and was let in. */
  void asked(PersonId person, Instant now) {
    viewers.stream().filter(one -> one.person().equals(person)).forEach(one -> one.asks(now));
  }

  /** This person signed out: whoever goes on looking has to come anew. */
  void leave(PersonId person) {
    List<Viewer> theirs = viewers.stream().filter(one -> one.person().equals(person)).toList();
    theirs.forEach(viewers::remove);
    theirs.forEach(Viewer::end);
  }

  boolean isLeft() {
    return viewers.isEmpty();
  }

  Optional<Edition> edition() {
    return Optional.ofNullable(edition);
  }

  /** Says that it is still there; returns those who cannot be told any more, as all below do. */
  List<Viewer> beat() {
    return tell(BEAT, List.copyOf(viewers));
  }

  /** Tells everybody, when it looks different from before; who acts is told first. */
  List<Viewer> show(Glance now, boolean beat) {
    Edition before = edition;
    // Whoever came before anybody had looked may have missed something.
    News news = before == null ? News.WHOLE : now.since(before.seen());
    if (news.isNone()) {
      List<Viewer> gone = new ArrayList<>(tellWhoWaitsTooLong());
      gone.addAll(beat ? beat() : List.of());
      return gone;
    }
    Edition next = new Edition(now, drawn);
    edition = next;
    List<Viewer> gone = new ArrayList<>();
    List<Viewer> there = List.copyOf(viewers);
    Map<String, Owed> still = Map.copyOf(owed);
    owed.clear();
    byLanguage(there, one -> now.acting().contains(one.person()))
        .forEach(
            (language, those) -> {
              News due = due(still, language, news);
              gone.addAll(tell(Told.toActing(next, due).event(), those));
            });
    Map<String, List<Viewer>> looking =
        byLanguage(there, one -> !now.acting().contains(one.person()));
    int all = looking.values().stream().mapToInt(List::size).sum();
    looking.forEach(
        (language, those) -> {
          News due = due(still, language, news);
          Told told = Told.toLooking(next, due, all);
          int waited = still.containsKey(language) ? still.get(language).waited() + 1 : 0;
          // Where something happens at each look, what is drawn may always be of a look too late.
          boolean waits = before != null && those.size() >= FEW && waited < LOOKS_AT_MOST;
          gone.addAll(
              waits && !told.shared().isEmpty()
                  ? haveDrawn(language, due, told, those, waited)
                  : tell(told.event(), those));
        });
    return gone;
  }

  /**
   * Gives what was drawn to whoever waits for it. Whoever may not read it, or has long asked for
   * nothing, is told instead, so that their page asks.
   *
   * @param readers asked anew when the words exist: who may read them. Nobody is given anything
   *     that was written after they were put outside
   */
  List<Viewer> give(Supplier<Predicate<PersonId>> readers, Instant now) {
    Edition current = edition;
    List<Viewer> gone = new ArrayList<>();
    if (current == null) {
      return gone;
    }
    Map.copyOf(owed)
        .forEach(
            (language, one) ->
                current
                    .drawn(language, one.told().shared())
                    .ifPresent(
                        words -> {
                          // Should nobody know now who may read, it stays owed.
                          gone.addAll(give(words, language, one, current, readers.get(), now));
                          owed.remove(language);
                        }));
    return gone;
  }

  private List<Viewer> give(
      byte[] words,
      String language,
      Owed one,
      Edition current,
      Predicate<PersonId> mayRead,
      Instant now) {
    List<Viewer> given = new ArrayList<>();
    List<Viewer> asking = new ArrayList<>();
    for (Viewer viewer : waiting(language, one, current)) {
      boolean letIn = viewer.asked().plus(LET_IN).isAfter(now) && mayRead.test(viewer.person());
      (letIn ? given : asking).add(viewer);
    }
    List<Viewer> gone = new ArrayList<>(tell(one.told().with(words), given));
    gone.addAll(tell(one.told().event(), asking));
    return gone;
  }

  private static News due(Map<String, Owed> still, String language, News news) {
    Owed known = still.get(language);
    return known == null ? news : known.news().and(news);
  }

  private List<Viewer> haveDrawn(
      String language, News news, Told told, List<Viewer> those, int waited) {
    List<Viewer> drawing =
        those.stream()
            .map(Latest::of)
            .sorted(Comparator.comparing(Latest::asked).reversed())
            .limit(DRAW)
            .map(Latest::viewer)
            .toList();
    owed.put(language, new Owed(news, told, Set.copyOf(drawing), 0, waited));
    return tell(told.atOnce().event(), drawing);
  }

  private List<Viewer> tellWhoWaitsTooLong() {
    Edition current = edition;
    List<Viewer> gone = new ArrayList<>();
    if (current == null) {
      return gone;
    }
    Map.copyOf(owed)
        .forEach(
            (language, before) -> {
              Owed one = before.afterALook();
              boolean hopeless =
                  one.looks() >= LOOKS_WITHOUT_DRAWING
                      && !current.isBegun(language, one.told().shared());
              if (hopeless || one.waited() >= LOOKS_AT_MOST) {
                owed.remove(language);
                gone.addAll(tell(one.told().event(), waiting(language, one, current)));
              } else {
                owed.put(language, one);
              }
            });
    return gone;
  }

  private List<Viewer> waiting(String language, Owed one, Edition current) {
    return viewers.stream()
        .filter(viewer -> viewer.language().equals(language) && !one.drawing().contains(viewer))
        .filter(viewer -> !current.seen().acting().contains(viewer.person()))
        .toList();
  }

  private static Map<String, List<Viewer>> byLanguage(
      List<Viewer> viewers, Predicate<Viewer> which) {
    return viewers.stream().filter(which).collect(Collectors.groupingBy(Viewer::language));
  }

  private List<Viewer> tell(byte[] event, List<Viewer> whom) {
    List<Viewer> gone = whom.stream().filter(viewer -> !viewer.tell(event)).toList();
    gone.forEach(viewers::remove);
    return gone;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
