package org.honbu.web.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A live page and those who look at it. */
final class Watched {
  private static final byte[] BEAT = bytes("event: beat\ndata: -\n\n");

  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Edition edition;

  /** Greets somebody, and tells them from now on. */
  void add(Viewer viewer) {
    viewers.add(viewer);
    tell(BEAT, List.of(viewer)).forEach(Viewer::end);
  }

  boolean isLeft() {
    return viewers.isEmpty();
  }

  Optional<Edition> edition() {
    return Optional.ofNullable(edition);
  }

  /**
   * Tells everybody, when it looks different from before; who acts is told first.
   *
   * @return those who cannot be told any more
   */
  List<Viewer> show(Glance now, boolean beat) {
    Edition before = edition;
    // Whoever came before anybody had looked may have missed something.
    News news = before == null ? News.WHOLE : now.since(before.seen());
    if (news.isNone()) {
      return beat ? tell(BEAT, List.copyOf(viewers)) : List.of();
    }
    Edition next = new Edition(now);
    edition = next;
    List<Viewer> acting = new ArrayList<>();
    List<Viewer> looking = new ArrayList<>();
    viewers.forEach(one -> (now.acting().contains(one.person()) ? acting : looking).add(one));
    List<Viewer> gone = new ArrayList<>(tell(Told.toActing(next, news).event(), acting));
    gone.addAll(tell(Told.toLooking(next, news, looking.size()).event(), looking));
    return gone;
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
