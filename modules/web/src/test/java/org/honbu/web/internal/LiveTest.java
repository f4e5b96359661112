package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.honbu.incidents.NoteTag;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

/** What open pages are told, who is told first, and what is drawn once for all of them. */
class LiveTest {
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId EMMA = new PersonId("emma");
  private static final Set<String> TIMELINE = Set.of("timeline");
  private static final Map<Aspect, Integer> CALM =
      Map.of(Aspect.REST, 1, Aspect.PEOPLE, 1, Aspect.CHANGES, 1, Aspect.REVIEW, 1);

  private static TimelineEntry line(int at, String type) {
    return new TimelineEntry(
        new IncidentId("INC-2026-0001"),
        Instant.EPOCH.plusSeconds(at),
        Actor.person(EMMA),
        type,
        new Words("書いた", "written"),
        Kind.REAL);
  }

  private static Glance room(Map<Aspect, Integer> aspects, TimelineEntry... lines) {
    return new Glance(aspects, List.of(lines), Set.of(AOI), true);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // ---- what is new

  @Test
  void aNoteChangesNothingButTheTimelineAndWhatSomebodyMissed() {
    Glance before = room(CALM, line(1, "declared"));
    for (NoteTag tag : NoteTag.values()) {
      Glance after = room(CALM, line(1, "declared"), line(2, tag.type()));

      assertThat(after.since(before)).isEqualTo(News.in("timeline", "catch-up"));
    }
  }

  @Test
  void aLineThatComesWithMoreHasThePageFetchedWhole() {
    Glance before = room(CALM);

    assertThat(room(CALM, line(1, "command-taken")).since(before)).isEqualTo(News.WHOLE);
    assertThat(room(CALM, line(1, "nobody-foresaw-it")).since(before)).isEqualTo(News.WHOLE);
    assertThat(room(CALM, line(1, "note"), line(2, "rated")).since(before)).isEqualTo(News.WHOLE);
  }

  @Test
  void whoeverJoinsChangesWhatShowsPeople() {
    Map<Aspect, Integer> joined =
        Map.of(Aspect.REST, 1, Aspect.PEOPLE, 2, Aspect.CHANGES, 1, Aspect.REVIEW, 1);

    News news = room(joined, line(1, "room-joined")).since(room(CALM));

    assertThat(news.whole()).isFalse();
    assertThat(news.regions()).contains("roster", "head", "bar", "timeline").doesNotContain("loop");
  }

  @Test
  void nothingNewIsNoNews() {
    Glance glance = room(CALM, line(1, "declared"));

    assertThat(glance.since(room(CALM, line(1, "declared"))).isNone()).isTrue();
    assertThat(Glance.of(1).since(Glance.of(1)).isNone()).isTrue();
    assertThat(Glance.of(2).since(Glance.of(1))).isEqualTo(News.WHOLE);
  }

  @Test
  void whatOnePageRunsIntoDoesNotEndTheThreadThatTellsTheOthers() {
    assertThatCode(
            () ->
                LiveNews.carefully(
                    "/incidents",
                    () -> {
                      throw new IllegalStateException("the database is away");
                    }))
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                LiveNews.carefully(
                    "/incidents",
                    () -> {
                      throw new NoClassDefFoundError("of this page alone");
                    }))
        .doesNotThrowAnyException();
  }

  // ---- who is told what

  @Test
  void whoActsHearsFirstAndFetchesAtOnceWhatIsDrawnForThem() {
    List<String> heard = new ArrayList<>();
    Watched page = new Watched(() -> {});
    page.show(room(CALM), false);
    LiveLine looking = new LiveLine(EMMA, heard);
    LiveLine acting = new LiveLine(AOI, heard);
    page.add(looking.viewer);
    page.add(acting.viewer);
    heard.clear();

    page.show(room(CALM, line(1, "note")), false);

    assertThat(heard).hasSize(2);
    assertThat(heard.get(0))
        .startsWith("aoi event: changed\n")
        .contains("\"shared\":[]", "\"own\":[\"catch-up\",\"timeline\"]", "\"later\":200");
    assertThat(heard.get(1))
        .startsWith("emma event: changed\n")
        .contains("\"shared\":[\"timeline\"]", "\"own\":[\"catch-up\"]", "\"whole\":false");
  }

  @Test
  void theMoreTheyAreTheLongerTheyTakeTheirTime() {
    Edition edition = new Edition(room(CALM));
    Told few = Told.toLooking(edition, News.WHOLE, 2);
    Told many = Told.toLooking(edition, News.WHOLE, 500);

    assertThat(few.within()).isEqualTo(Duration.ofMillis(200));
    assertThat(few.later()).isEqualTo(Duration.ofMillis(200));
    assertThat(many.within()).isEqualTo(Duration.ofMillis(500));
    assertThat(many.later()).isGreaterThan(Duration.ofSeconds(30));
    assertThat(Told.toActing(edition, News.WHOLE).later()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void whatAllSeeAlikeIsSeenFirstWhateverHappened() {
    Told told = Told.toLooking(new Edition(room(CALM)), News.WHOLE, 500);

    assertThat(told.shared()).containsExactlyInAnyOrder("head", "timeline", "calls", "known");
    assertThat(told.whole()).isTrue();
  }

  @Test
  void withoutARoomTheHeadCarriesTheReadersOwnButtons() {
    Glance alone = new Glance(CALM, List.of(), Set.of(), false);

    assertThat(SharedRegions.of(alone)).doesNotContain("head").contains("timeline");
    assertThat(SharedRegions.of(Glance.of(1))).isEmpty();
  }

  @Test
  void whoeverCameBeforeTheFirstLookIsToldToFetch() {
    List<String> heard = new ArrayList<>();
    Watched page = new Watched(() -> {});
    page.add(new LiveLine(EMMA, heard).viewer);

    page.show(room(CALM), false);

    assertThat(heard).last().asString().contains("\"whole\":true");
  }

  // ---- slow networks

  @Test
  void whoTakesNothingIsGivenUpAndTheOthersHearAllTheSame() {
    List<String> heard = new ArrayList<>();
    Watched page = new Watched(() -> {});
    LiveLine slow = new LiveLine(EMMA, new ArrayList<>());
    page.add(slow.viewer);
    page.add(new LiveLine(AOI, heard).viewer);
    slow.takes = false;

    List<Viewer> gone =
        IntStream.rangeClosed(1, 20)
            .mapToObj(n -> page.show(room(Map.of(Aspect.REST, n, Aspect.PEOPLE, n)), false))
            .flatMap(List::stream)
            .toList();

    assertThat(gone).containsExactly(slow.viewer);
    assertThat(heard).hasSize(21);
  }

  @Test
  void whatWasNotTakenGoesAsSoonAsItIs() {
    List<String> heard = new ArrayList<>();
    LiveLine line = new LiveLine(EMMA, heard);
    line.takes = false;
    line.viewer.tell(bytes("one"));
    line.viewer.tell(bytes("two"));
    assertThat(heard).isEmpty();

    line.takes = true;
    line.viewer.onWritePossible();

    assertThat(heard).containsExactly("emma one", "emma two");
  }

  @Test
  void whoLeavesTooMuchOfThePageUntakenIsGivenUp() {
    List<String> heard = new ArrayList<>();
    LiveLine line = new LiveLine(EMMA, heard);
    line.takes = false;

    assertThat(line.viewer.tell(new byte[300_000])).as("as large as the page is").isTrue();
    assertThat(line.viewer.tell(bytes("more"))).isFalse();

    line.takes = true;
    line.viewer.onWritePossible();
    assertThat(line.viewer.tell(new byte[200_000])).isTrue();
    assertThat(line.viewer.tell(new byte[200_000])).as("nothing of it waits").isTrue();
    line.takes = false;
    assertThat(line.viewer.tell(bytes("a"))).isTrue();
    assertThat(line.viewer.tell(new byte[200_000])).as("nor of what was taken").isTrue();
  }

  // ---- drawn once

  @Test
  void whatIsSharedIsDrawnOnceForAllAndForEachLanguage() throws Exception {
    Edition edition = new Edition(room(CALM));
    AtomicInteger drawings = new AtomicInteger();

    for (int i = 0; i < 500; i++) {
      assertThat(edition.drawn("ja", TIMELINE, () -> bytes("日本語" + drawings.incrementAndGet())))
          .isEqualTo(bytes("日本語1"));
    }

    assertThat(edition.drawn("en", TIMELINE, () -> bytes("English"))).isEqualTo(bytes("English"));
    assertThat(drawings).hasValue(1);
  }

  @Test
  void aFailureIsNotKept() throws Exception {
    Edition edition = new Edition(room(CALM));

    assertThatThrownBy(
            () ->
                edition.drawn(
                    "ja",
                    TIMELINE,
                    () -> {
                      throw new IllegalStateException("the database is away");
                    }))
        .isInstanceOf(ServletException.class)
        .hasRootCauseMessage("the database is away");
    assertThat(edition.drawn("ja", TIMELINE, () -> bytes("there"))).isEqualTo(bytes("there"));
  }

  @Test
  void whatHappenedEndsTheEditionAndWhatWasDrawnOfIt() throws Exception {
    Watched page = new Watched(() -> {});
    page.show(room(CALM), false);
    Edition before = page.edition().orElseThrow();

    page.show(room(CALM), true);
    assertThat(page.edition()).containsSame(before);
    page.show(room(CALM, line(1, "note")), false);

    Edition after = page.edition().orElseThrow();
    assertThat(after.name()).isNotEqualTo(before.name());
    assertThat(before.drawn("ja", TIMELINE, () -> bytes("old"))).isEqualTo(bytes("old"));
    assertThat(after.drawn("ja", TIMELINE, () -> bytes("new"))).isEqualTo(bytes("new"));
  }

  // ---- where regions stand

  @Test
  void everyRegionThatIsToldOfStandsInAFragment() {
    RegionFiles files = new RegionFiles(fragments());
    Stream<News> news =
        Stream.concat(
            Stream.of(Aspect.values()).map(Aspect::news),
            Stream.of("note", "room-joined").map(Aspect::ofLine));

    assertThat(news.flatMap(one -> one.regions().stream()).distinct())
        .allSatisfy(region -> assertThat(files.of(List.of(region))).as(region).hasSize(1));
    assertThat(files.of(List.of("../../web.xml", "nothing"))).isEmpty();
  }

  /** Handed to everybody as it was drawn for the first who asked. */
  @Test
  void whatIsSharedSaysNothingOfItsReader() {
    Map<String, String> fragments = fragments();
    RegionFiles files = new RegionFiles(fragments);

    for (String region : SharedRegions.of(room(CALM))) {
      String file = files.of(List.of(region)).iterator().next();
      String view = fragments.getOrDefault(file, "");
      assertThat(view.split("data-region=", -1)).as(file + " holds nothing else").hasSize(2);
      String seenByAll = region.equals("head") ? roomOf(view) : view;
      assertThat(seenByAll)
          .as(region)
          .doesNotContain("#{me.", "<form", "<hb:act", ".forYou", ".mine", ".asked", ".led");
    }
  }

  /**
   * Without a room the head is nobody's to share; “you” stands there for who commands, who acts.
   */
  private static String roomOf(String head) {
    return head.substring(0, head.indexOf("#{not incident.room}"));
  }

  private static Map<String, String> fragments() {
    return Views.all().entrySet().stream()
        .filter(one -> one.getKey().startsWith("WEB-INF/"))
        .collect(java.util.stream.Collectors.toMap(one -> "/" + one.getKey(), Map.Entry::getValue));
  }
}
