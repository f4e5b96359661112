package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

/** Two draw what all see alike, and all others who look are given it. */
class GivenTest {
  private static final Instant NOW = LiveLine.NOW;
  private static final PersonId AOI = new PersonId("aoi");
  private static final Set<String> TIMELINE = Set.of("timeline");
  private static final String NOTE = "<p>ログを見ています</p>";

  private final AtomicInteger woken = new AtomicInteger();
  private final Watched page = new Watched(woken::incrementAndGet);

  /** Whom it was asked of whether they may read, in order. */
  private final List<PersonId> asked = new ArrayList<>();

  private static TimelineEntry line(int at, String type) {
    return new TimelineEntry(
        new IncidentId("INC-2026-0001"),
        Instant.EPOCH.plusSeconds(at),
        Actor.person(AOI),
        type,
        new Words("書いた", "written"),
        Kind.REAL);
  }

  private static Glance room(int people, TimelineEntry... lines) {
    return new Glance(
        Map.of(Aspect.REST, 1, Aspect.PEOPLE, people, Aspect.CHANGES, 1, Aspect.REVIEW, 1),
        List.of(lines),
        Set.of(AOI),
        true);
  }

  private static Glance calm() {
    return room(1);
  }

  private static Glance noted() {
    return room(1, line(1, "note"));
  }

  /** They came in this order, a second apart, and have seen the page as it is. */
  private List<LiveLine> lookers(String language, String... people) {
    List<LiveLine> lines = new ArrayList<>();
    for (String person : people) {
      LiveLine line = new LiveLine(person, language, NOW.plusSeconds(lines.size()));
      page.add(line.viewer);
      lines.add(line);
    }
    page.show(calm(), false);
    lines.forEach(LiveLine::forget);
    return lines;
  }

  private void draw(String language, Set<String> regions, String words) throws Exception {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    assertThat(page.edition().orElseThrow().drawn(language, regions, () -> bytes)).isEqualTo(bytes);
  }

  private void give() {
    give(anybody -> true, NOW.plusSeconds(10));
  }

  private void give(Predicate<PersonId> mayRead, Instant at) {
    page.give(
        () ->
            person -> {
              asked.add(person);
              return mayRead.test(person);
            },
        at);
  }

  // ---- one draws

  @Test
  void twoAreToldToFetchAtOnceAndTheOthersAreGivenWhatTheyDraw() throws Exception {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki", "john", "mei");

    page.show(noted(), false);

    assertThat(all).extracting(one -> one.heard.size()).containsExactly(0, 0, 0, 1, 1);
    assertThat(all.subList(3, 5))
        .as("who asked last is awake")
        .allSatisfy(
            one ->
                assertThat(one.last())
                    .startsWith("event: changed\n")
                    .contains("\"shared\":[\"timeline\"],\"within\":0,\"own\":[\"catch-up\"]"));
    give();
    assertThat(asked).as("before there are words nobody is asked").isEmpty();
    assertThat(all.get(0).heard).isEmpty();

    draw("ja", TIMELINE, NOTE);
    assertThat(woken).hasValue(1);
    give();

    assertThat(all).extracting(one -> one.heard.size()).containsExactly(1, 1, 1, 1, 1);
    assertThat(all.subList(0, 3))
        .allSatisfy(
            one ->
                assertThat(one.last())
                    .startsWith("event: drawn\ndata: {\"edition\":\"")
                    .contains("\"own\":[\"catch-up\"],\"whole\":false", "\"later\":")
                    .endsWith("}\ndata: " + NOTE + "\n\n"));
    give();
    assertThat(all.get(0).heard).as("once").hasSize(1);
  }

  @Test
  void noWordOfThePageBeginsALineOfItsOwn() throws Exception {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki", "john");
    page.show(noted(), false);

    draw("ja", TIMELINE, "<p>one\r\nevent: changed\rdata: {}\n\nid: 1</p>");
    give();

    assertThat(all.get(0).last())
        .endsWith(
            "}\ndata: <p>one\ndata: event: changed\ndata: data: {}\ndata: \ndata: id: 1</p>\n\n");
  }

  @Test
  void eachLanguageIsGivenItsOwn() throws Exception {
    List<LiveLine> japanese = lookers("ja", "emma", "ken", "itsuki", "mei");
    List<LiveLine> english = lookers("en", "john", "grace", "tom", "ann");
    page.show(noted(), false);
    assertThat(Stream.of(japanese, english))
        .allSatisfy(
            one ->
                assertThat(one).extracting(each -> each.heard.size()).containsExactly(0, 0, 1, 1));

    draw("en", TIMELINE, "<p>looking at the logs</p>");
    give();
    assertThat(english.get(0).last()).contains("data: <p>looking at the logs</p>\n");
    assertThat(japanese.get(0).heard).isEmpty();

    draw("ja", TIMELINE, NOTE);
    give();
    assertThat(japanese.get(0).last()).contains("data: " + NOTE);
    assertThat(english.get(0).heard).hasSize(1);
  }

  @Test
  void whoActsFetchesTheirsAndIsGivenNothing() throws Exception {
    LiveLine acting = new LiveLine(AOI.value(), "ja", NOW);
    page.add(acting.viewer);
    lookers("ja", "emma", "ken", "itsuki", "mei");
    acting.forget();

    page.show(noted(), false);
    draw("ja", TIMELINE, NOTE);
    give();

    assertThat(acting.heard).singleElement().asString().contains("changed", "\"shared\":[]");
  }

  @Test
  void fewAreToldAllOfThem() {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki");

    page.show(noted(), false);

    assertThat(all)
        .allSatisfy(
            one ->
                assertThat(one.heard)
                    .singleElement()
                    .asString()
                    .contains("\"shared\":[\"timeline\"],\"within\":200"));
  }

  @Test
  void aConnectionThatBreaksInAnyWayTakesNoNewsFromTheOthers() {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki");
    all.forEach(one -> one.breaks = true);
    LiveLine last = new LiveLine("mei", "ja", NOW);
    page.add(last.viewer);
    last.forget();

    page.show(noted(), false);

    page.show(room(1, line(2, "note")), false);
    assertThat(last.heard).isNotEmpty();
    assertThat(page.beat()).as("who is gone was said before").isEmpty();
  }

  // ---- nobody draws

  @Test
  void whenNobodyDrawsAllAreToldWithinASecond() {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki", "mei");
    page.show(noted(), false);

    page.show(noted(), false);
    assertThat(all.get(0).heard).isEmpty();
    page.show(noted(), false);

    assertThat(all).extracting(one -> one.heard.size()).containsExactly(1, 1, 1, 1);
    assertThat(all.get(0).last()).contains("event: changed", "\"within\":200");
    page.show(noted(), false);
    assertThat(all.get(0).heard).as("once").hasSize(1);
  }

  @Test
  void whoeverDrawsSlowlyIsWaitedForFiveSeconds() throws Exception {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki", "mei");
    page.show(noted(), false);

    Edition edition = page.edition().orElseThrow();
    edition.drawn(
        "ja",
        TIMELINE,
        () -> {
          for (int looks = 1; looks < 10; looks++) {
            page.show(noted(), false);
          }
          assertThat(all.get(0).heard).isEmpty();
          page.show(noted(), false);
          assertThat(all.get(0).last()).contains("event: changed");
          return new byte[0];
        });

    give();
    assertThat(all.get(0).heard).as("told is not given as well").hasSize(1);
  }

  @Test
  void whatNobodyHasDrawnStaysOwedWhenMoreHappens() throws Exception {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki", "mei");
    page.show(room(2, line(1, "room-joined")), false);
    all.forEach(LiveLine::forget);

    page.show(room(2, line(1, "room-joined"), line(2, "note")), false);

    Set<String> owed = Set.of("timeline", "head");
    assertThat(all.get(3).last()).contains("\"shared\":[\"head\",\"timeline\"]");
    draw("ja", TIMELINE, "not all that is owed");
    give();
    assertThat(all.get(0).heard).isEmpty();
    draw("ja", owed, NOTE);
    give();
    assertThat(all.get(0).last()).contains("event: drawn", NOTE, "\"roster\"", "\"catch-up\"");

    page.show(room(2, line(2, "note"), line(3, "note")), false);
    assertThat(all.get(3).last()).as("it is owed no more").contains("\"shared\":[\"timeline\"]");
  }

  @Test
  void whileMoreHappensAtEachLookNobodyWaitsLongerThanFiveSeconds() throws Exception {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki", "mei");
    for (int look = 1; look <= 10; look++) {
      page.show(room(1, line(look, "note")), false);
      Edition overtaken = page.edition().orElseThrow();
      page.show(room(1, line(++look, "note")), false);
      assertThat(overtaken.drawn("ja", TIMELINE, () -> new byte[1])).hasSize(1);
      give();
    }
    assertThat(all.get(0).heard).isEmpty();

    page.show(room(1, line(11, "note")), false);

    assertThat(all.get(0).heard)
        .singleElement()
        .asString()
        .contains("event: changed", "\"shared\":[\"timeline\"],\"within\":200");
    page.show(room(1, line(12, "note")), false);
    assertThat(all.get(0).heard).as("and then it is waited for anew").hasSize(1);
  }

  @Test
  void whoeverBeginsToActIsToldOfWhatWasOwedThem() {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki", "mei");
    page.show(room(2, line(1, "room-joined")), false);

    Glance next = room(2, line(1, "room-joined"), line(2, "note"));
    PersonId emma = new PersonId("emma");
    page.show(new Glance(next.aspects(), next.lines(), Set.of(AOI, emma), true), false);

    assertThat(all.get(0).last()).contains("\"roster\"", "\"timeline\"", "\"shared\":[]");
  }

  // ---- who may read

  @Test
  void whoeverWasPutOutsideIsGivenNothingAndAsks() throws Exception {
    List<LiveLine> all = lookers("ja", "oskar", "ken", "itsuki", "mei");
    page.show(noted(), false);
    draw("ja", TIMELINE, NOTE);

    give(person -> !person.value().equals("oskar"), NOW.plusSeconds(10));

    assertThat(asked).extracting(PersonId::value).containsExactlyInAnyOrder("oskar", "ken");
    assertThat(all.get(0).heard)
        .singleElement()
        .asString()
        .contains("event: changed")
        .doesNotContain(NOTE);
    assertThat(all.get(1).last()).contains("event: drawn", NOTE);
  }

  @Test
  void ofManyInsidersSomeAreAskedAfterAndTheOthersAsk() throws Exception {
    List<LiveLine> all =
        lookers("ja", IntStream.range(0, 60).mapToObj(i -> "p" + i).toArray(String[]::new));
    page.show(noted(), false);
    draw("ja", TIMELINE, NOTE);

    page.give(
        () ->
            LiveNews.ofSome(
                person -> {
                  asked.add(person);
                  return true;
                }),
        NOW.plusSeconds(61));

    assertThat(asked).as("one thread asks").hasSize(50);
    assertThat(all).filteredOn(one -> one.last().contains(NOTE)).hasSize(50);
    assertThat(all).filteredOn(one -> one.last().startsWith("event: changed")).hasSize(10);
  }

  @Test
  void whoeverHasAskedForNothingForFiveMinutesIsGivenNothingAndAsks() throws Exception {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki", "mei");
    page.asked(new PersonId("ken"), NOW.plus(Duration.ofMinutes(2)));
    page.show(noted(), false);
    List<LiveLine> waiting = all.stream().filter(one -> one.heard.isEmpty()).toList();
    assertThat(waiting).as("who asked last draws").containsExactly(all.get(0), all.get(2));
    page.asked(new PersonId("itsuki"), NOW.plus(Duration.ofMinutes(3)));
    draw("ja", TIMELINE, NOTE);

    give(anybody -> true, NOW.plus(Duration.ofMinutes(6)));

    assertThat(all.get(0).last()).contains("event: changed").doesNotContain(NOTE);
    assertThat(all.get(2).last()).contains("event: drawn", NOTE);
  }

  @Test
  void whileNobodyKnowsWhoMayReadItStaysOwed() throws Exception {
    List<LiveLine> all = lookers("ja", "emma", "ken", "itsuki", "mei");
    page.show(noted(), false);
    draw("ja", TIMELINE, NOTE);

    assertThatThrownBy(
            () ->
                give(
                    person -> {
                      throw new IllegalStateException("the database is away");
                    },
                    NOW.plusSeconds(10)))
        .hasMessage("the database is away");
    assertThat(all.get(0).heard).isEmpty();

    for (int looks = 1; looks <= 10; looks++) {
      page.show(noted(), false);
    }
    assertThat(all.get(0).last()).as("told to ask").contains("event: changed");
  }

  @Test
  void whoeverSignsOutHearsNoMore() {
    List<LiveLine> all = lookers("ja", "emma", "ken");

    page.leave(new PersonId("emma"));
    page.show(noted(), false);

    assertThat(all).extracting(one -> one.ended).containsExactly(true, false);
    assertThat(all).extracting(one -> one.heard.size()).containsExactly(0, 1);
  }
}
