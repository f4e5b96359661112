package org.honbu.web.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Tells open pages that what they show has changed, and where; and gives those who only look what
 * all see alike, as soon as it is drawn.
 *
 * <p>Twice a second each thing somebody looks at is read once, however many look, and whoever looks
 * at a changed one is told. Reading the tables rather than listening to facts makes every node of a
 * cluster, and every way something can change, work the same. Nobody looking costs nothing. One
 * thread of its own does it and waits for nobody, so viewers never stand before a page that rings.
 */
@ApplicationScoped
public class LiveNews {
  private static final Logger LOG = System.getLogger(LiveNews.class.getName());

  /** Whoever looks is told within a second, the look itself and 500 messages included. */
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Every ten seconds. */
  private static final int BEAT_EVERY_LOOKS = 20;

  /** Each is asked after by itself, in some six queries; the others have their turn in the next. */
  private static final int OUTSIDERS_A_LOOK = 5;

  /** The same of those who are inside, whenever something is given to them. */
  private static final int INSIDERS_A_TIME = 50;

  /** Wakes the thread so that it ends. */
  private static final String END = "";

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  private ManagedThreadFactory threads;

  @Inject private LiveSubjects subjects;
  @Inject private LiveOutside fromOutside;
  @Inject private Privacy privacy;
  @Inject private Clock clock;

  private final Map<String, Watched> pages = new ConcurrentHashMap<>();
  private final Map<Outsider, Watched> outside = new ConcurrentHashMap<>();

  /** Pages of which something was drawn that others wait for. */
  private final BlockingQueue<String> drawn = new LinkedBlockingQueue<>();

  private int turn;
  private volatile boolean ended;

  /** Somebody outside a private incident who looks at the page that says so. */
  private record Outsider(IncidentId incident, PersonId person) {}

  @PostConstruct
  void start() {
    Thread thread = threads.newThread(this::lookAgainAndAgain);
    thread.setName("honbu-live");
    thread.setDaemon(true);
    thread.start();
  }

  @PreDestroy
  void stop() {
    ended = true;
    drawn.add(END);
  }

  /** Tells this viewer whenever the page at that path would look different. */
  void watch(String path, Viewer viewer) {
    watch(pages, path, () -> drawn.add(path), viewer);
  }

  /** Tells this viewer when they are outside no more, or the page that says so looks different. */
  void watchFromOutside(IncidentId incident, Viewer viewer) {
    watch(outside, new Outsider(incident, viewer.person()), () -> {}, viewer);
  }

  private static <K> void watch(Map<K, Watched> subjects, K subject, Runnable wake, Viewer viewer) {
    subjects.compute(
        subject,
        (any, known) -> {
          Watched page = known == null ? new Watched(wake) : known;
          page.add(viewer);
          return page;
        });
  }

  /** This person asked for something of the page at that path, and was let in. */
  void asked(String path, PersonId person) {
    Watched page = pages.get(path);
    if (page != null) {
      page.asked(person, clock.instant());
    }
  }

  /** This person signed out. */
  void leave(PersonId person) {
    pages.values().forEach(page -> page.leave(person));
    outside.values().forEach(page -> page.leave(person));
  }

  /** The page as it was noticed last, while anybody looks at it. */
  Optional<Edition> edition(String path) {
    return Optional.ofNullable(pages.get(path)).flatMap(Watched::edition);
  }

  private void lookAgainAndAgain() {
    try {
      for (long round = 1; !ended; round++) {
        giveUntil(System.nanoTime() + LOOK_EVERY_NANOS);
        lookAround(round % BEAT_EVERY_LOOKS == 0);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void giveUntil(long instant) throws InterruptedException {
    for (long left = instant - System.nanoTime();
        left > 0 && !ended;
        left = instant - System.nanoTime()) {
      String path = drawn.poll(left, TimeUnit.NANOSECONDS);
      Watched page = path == null ? null : pages.get(path);
      if (page != null) {
        carefully(path, () -> page.give(() -> readers(path), clock.instant()));
      }
    }
  }

  /**
   * Who may read the page at that path now: everybody who looks at it, or some that were asked
   * after.
   */
  private Predicate<PersonId> readers(String path) {
    return Page.at(path)
        .flatMap(page -> page.variable(path))
        .map(IncidentId::new)
        .filter(privacy::isPrivate)
        .map(incident -> ofSome(person -> privacy.mayRead(incident, person)))
        .orElse(anybody -> true);
  }

  /** Asks after as many as there is time for, and says no of all others: their pages ask. */
  static Predicate<PersonId> ofSome(Predicate<PersonId> mayRead) {
    AtomicInteger left = new AtomicInteger(INSIDERS_A_TIME);
    return person -> left.getAndDecrement() > 0 && mayRead.test(person);
  }

  private void lookAround(boolean beat) {
    for (String path : pages.keySet()) {
      look(pages, path, beat, () -> subjects.look(path));
    }
    for (Outsider one : whoseTurnItIs()) {
      look(outside, one, false, () -> fromOutside.look(one.incident(), one.person()));
    }
    if (beat) {
      outside.forEach((one, page) -> carefully(one, page::beat));
    }
  }

  private List<Outsider> whoseTurnItIs() {
    List<Outsider> all = new ArrayList<>(outside.keySet());
    all.sort(Comparator.comparing(Outsider::incident).thenComparing(Outsider::person));
    List<Outsider> some = new ArrayList<>();
    for (int i = 0; i < Math.min(OUTSIDERS_A_LOOK, all.size()); i++) {
      some.add(all.get(Math.floorMod(turn++, all.size())));
    }
    return some;
  }

  private static <K> void look(
      Map<K, Watched> subjects, K subject, boolean beat, Supplier<Glance> glance) {
    Watched page = subjects.get(subject);
    if (page != null) {
      carefully(subject, () -> page.show(glance.get(), beat));
      subjects.computeIfPresent(subject, (any, known) -> known.isLeft() ? null : known);
    }
  }

  /** One thread tells everybody: whatever one page runs into, the next is told. */
  static void carefully(Object subject, Supplier<List<Viewer>> tell) {
    try {
      tell.get().forEach(Viewer::end);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failure) {
      LOG.log(Level.WARNING, "could not look whether " + subject + " has changed: " + failure);
    }
  }
}
