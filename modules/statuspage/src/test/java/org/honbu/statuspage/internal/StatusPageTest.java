package org.honbu.statuspage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.statuspage.internal.Shop.DRILL;
import static org.honbu.statuspage.internal.Shop.INCIDENT;
import static org.honbu.statuspage.internal.Shop.OTHER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.Kind;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StatusPageTest {
  private static final String JA = "index.ja.html";
  private static final String EN = "index.en.html";

  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void quietPageSaysThatEverythingWorks() {
    assertThat(shop.served(JA)).contains("すべて正常に動いています", "決済", "検索").doesNotContain("tag warn");
    assertThat(shop.served(EN)).contains("All services are working", "Checkout");
  }

  @Test
  void whatWasPublishedStandsOnThePageInBothLanguages() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "調査を進めています。", "We are investigating.");
    shop.clock.passes(Duration.ofMinutes(7));
    shop.tells(INCIDENT, Phase.UPDATE, "カードだけです。", "Cards only.");

    assertThat(shop.served(JA))
        .contains("決済がご利用しづらい状況です", "調査を進めています。", "第一報", "続報 1", "次のお知らせ 03:46 JST")
        .contains("2026 年 11 月 24 日 03:09 JST ごろから");
    assertThat(shop.served(EN))
        .contains("Checkout: degraded", "Cards only.", "Update 1")
        .contains("Next update by 03:46 JST");
    assertThat(shop.board().works(shop.board().components().get(0))).isFalse();
    assertThat(shop.board().works(shop.board().components().get(1))).isTrue();
  }

  @Test
  void nothingOfTheInsideIsInAnyDrawing() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "調査しています", "We are investigating");

    String all = everything();

    assertThat(all)
        .doesNotContain("payment-api", "INC-2026", "SEV")
        .doesNotContain(shop.said(INCIDENT).get(0).id().toString());
    assertThat(shop.only().id()).matches("[a-z0-9]{12}");
  }

  @Test
  void drillIsNowhereWhateverWasPublishedInIt() {
    shop.breaks(DRILL, Kind.DRILL, "payment-api");
    shop.tells(DRILL, Phase.INITIAL, "これは訓練の文章", "This is the drill's text");

    assertThat(shop.board().incidents()).isEmpty();
    assertThat(everything()).doesNotContain("訓練の文章", "the drill's text");
    assertThat(shop.facts).as("no copy and no mail either").isEmpty();
  }

  @Test
  void rowOfADrillCannotEvenBeMadeNorKept() {
    assertThatThrownBy(
            () -> new PublicIncidentRow(DRILL, Kind.DRILL, "abc", Instant.EPOCH, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                shop.tables.does(
                    () ->
                        shop.tables
                            .database
                            .createNativeQuery(
                                "insert into statuspage.public_incident values ('x', 0, 'DRILL',"
                                    + " 'x', null, 'INVESTIGATING', true, false, now(), now(),"
                                    + " now())")
                            .executeUpdate()))
        .hasMessageContaining("PUBLIC_INCIDENT_IS_REAL");
  }

  @Test
  void textOfOthersIsNeverMarkup() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "<script>alert(1)</script>\"'&", "<img src=x onerror=1>");
    shop.shows("checkout-web", "<b>太い</b>", "<b>bold</b>", 3);

    String pages = pages();

    assertThat(pages)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;bold&lt;/b&gt;")
        .doesNotContain("<script", "<img", "<b>bold", " style=", " onerror=1>");
  }

  @Test
  void hearingOfItTwiceShowsItOnceAndWhatWasMissedIsCaughtUp() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.says(INCIDENT, Phase.INITIAL, "一", "one");
    shop.tells(INCIDENT, Phase.UPDATE, "二", "two");
    shop.hears(INCIDENT);

    assertThat(shop.only().oldestFirst()).hasSize(2);
    assertThat(shop.facts.stream().filter(UsersWereTold.class::isInstance)).hasSize(2);
    assertThat(shop.facts.stream().filter(StatusPageChanged.class::isInstance)).hasSize(1);
  }

  @Test
  void phasesFollowWhatWasSaid() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "一", "1");
    shop.isNow(INCIDENT, IncidentState.IDENTIFIED, PublicPhase.IDENTIFIED);
    shop.tells(INCIDENT, Phase.UPDATE, "二", "2");
    shop.isNow(INCIDENT, IncidentState.MONITORING, PublicPhase.MONITORING);
    shop.tells(INCIDENT, Phase.MITIGATED, "三", "3");
    shop.tells(INCIDENT, Phase.UPDATE, "四", "4");
    shop.tells(INCIDENT, Phase.CORRECTION, "五", "5");
    shop.isNow(INCIDENT, IncidentState.INVESTIGATING, PublicPhase.MONITORING);
    shop.tells(INCIDENT, Phase.UPDATE, "六", "6");
    shop.tells(INCIDENT, Phase.RESOLVED, "七", "7");
    shop.tells(INCIDENT, Phase.CORRECTION, "八", "8");

    assertThat(shop.only().oldestFirst())
        .extracting(PublicUpdate::phase)
        .containsExactly(
            PublicPhase.INVESTIGATING,
            PublicPhase.IDENTIFIED,
            PublicPhase.MONITORING,
            PublicPhase.MONITORING,
            PublicPhase.MONITORING,
            PublicPhase.INVESTIGATING,
            PublicPhase.RESOLVED,
            PublicPhase.RESOLVED);
    assertThat(shop.board().open()).isEmpty();
  }

  @Test
  void barsCountTheTimeUsersNoticedItAndNothingElse() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "一", "1");
    shop.clock.passes(Duration.ofMinutes(20));
    shop.tells(INCIDENT, Phase.MITIGATED, "二", "2");
    shop.clock.passes(Duration.ofHours(3));
    shop.tells(INCIDENT, Phase.RESOLVED, "三", "3");
    shop.breaks(OTHER, Kind.REAL, "search-api");
    shop.tells(OTHER, Phase.INITIAL, "一", "1");
    shop.clock.passes(Duration.ofHours(2));
    shop.tells(OTHER, Phase.NO_IMPACT, "何もありませんでした", "Nothing");
    shop.clock.passes(Duration.ofDays(1));

    PublicBoard board = shop.board();
    List<Duration> payments = new Bars(board).of(board.components().get(0));
    List<Duration> search = new Bars(board).of(board.components().get(1));

    assertThat(payments).hasSize(Bars.DAYS);
    assertThat(payments.get(Bars.DAYS - 2)).isEqualTo(Duration.ofMinutes(30));
    assertThat(payments.get(Bars.DAYS - 1)).isEqualTo(Duration.ZERO);
    assertThat(search).containsOnly(Duration.ZERO);
  }

  @Test
  void mergedIncidentIsNotLeftOpenForUsers() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "一", "1");

    shop.tables.does(() -> shop.publisher.merged(INCIDENT));

    assertThat(shop.board().open()).isEmpty();
    assertThat(shop.served("history.en.html")).contains("Problem affecting Checkout");
    assertThat(shop.served("incident-" + shop.only().id() + ".ja.html")).contains("ほかのお知らせにまとめました");
  }

  @Test
  void mergedIncidentIsNotLeftOpenWhenTheMergerIsHeardOfBeforeTheMessage() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.says(INCIDENT, Phase.INITIAL, "一", "1");

    shop.tables.does(() -> shop.publisher.merged(INCIDENT));
    shop.hears(INCIDENT);

    assertThat(shop.only().isOpen()).isFalse();
  }

  @Test
  void mergedIncidentIsNotLeftOpenByAMessageThatCameTooLate() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "一", "1");
    shop.isNow(INCIDENT, IncidentState.MERGED, PublicPhase.INVESTIGATING);
    shop.tables.does(() -> shop.publisher.merged(INCIDENT));

    shop.tells(INCIDENT, Phase.UPDATE, "二", "2");

    assertThat(shop.only().isOpen()).isFalse();
    assertThat(shop.only().oldestFirst()).hasSize(2);
  }

  @Test
  void snapshotReadsTheDatabaseOnlyWhenSomethingMayHaveChanged() {
    var moved = new Object[] {Duration.ofSeconds(5)};
    var snapshots = new Snapshots(shop.boards, () -> (Duration) moved[0]);
    String before = served(snapshots);
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "一", "1");

    assertThat(served(snapshots)).as("not within the second").isEqualTo(before);
    moved[0] = Duration.ofSeconds(6);
    String after = served(snapshots);
    assertThat(after).contains("決済がご利用しづらい状況です");
    shop.clock.passes(Duration.ofSeconds(30));
    moved[0] = Duration.ofSeconds(36);
    assertThat(served(snapshots)).as("nothing has changed").isEqualTo(after);
    moved[0] = Duration.ofSeconds(70);
    assertThat(served(snapshots)).as("a minute has gone").isNotEqualTo(after);
  }

  @Test
  void lastDrawingIsServedWhileTheDatabaseIsSilent() {
    var moved = new Object[] {Duration.ofSeconds(5)};
    var snapshots = new Snapshots(shop.boards, () -> (Duration) moved[0]);
    String before = served(snapshots);

    shop.tables.database.close();
    moved[0] = Duration.ofSeconds(90);

    assertThat(snapshots.file(JA).orElseThrow().text()).isEqualTo(before);
    shop.tables.close();
  }

  @Test
  void tagIsTheSameUntilSomethingElseIsSaid() {
    String quiet = tag();
    shop.clock.passes(Duration.ofSeconds(40));
    assertThat(tag()).isEqualTo(quiet);

    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "一", "1");

    assertThat(tag()).isNotEqualTo(quiet).startsWith("W/\"");
    assertThat(StatusServlet.isKnown("\"x\", " + tag(), tag())).isTrue();
    assertThat(StatusServlet.isKnown("\"x\"", tag())).isFalse();
  }

  @Test
  void copyIsTheWholePageAndItsFilesFindEachOther(@TempDir Path folder) throws Exception {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "一", "1");
    Path target = folder.resolve("not/there/yet");
    var copy = copy(target);

    shop.tables.does(copy::write);
    shop.tables.does(copy::write);

    List<String> names = files(target);
    assertThat(names)
        .contains("index.html", JA, EN, "feed.atom", "status.css", "api/v2/summary.json")
        .contains("history.en.html", "api/v2/incidents/unresolved.json")
        .noneMatch(name -> name.contains(".tmp"));
    String page = Files.readString(target.resolve("index.html"));
    assertThat(page).contains("決済がご利用しづらい状況です", "https://status.example/status/subscribe");
    for (String link : hrefs(page)) {
      if (!link.startsWith("https://") && !link.startsWith("#")) {
        assertThat(names).as(link).contains(link);
      }
    }
  }

  @Test
  void everyLinkOfAServedPageIsServed() {
    shop.breaks(INCIDENT, Kind.REAL, "payment-api");
    shop.tells(INCIDENT, Phase.INITIAL, "一", "1");
    var served = shop.served();

    for (String link : hrefs(pages())) {
      if (link.startsWith("/status") && !link.contains("subscribe")) {
        String path = link.replaceFirst("^/status", "").replaceFirst("\\?.*", "");
        Locale reader = Locale.forLanguageTag(link.replaceFirst(".*lang=", ""));
        assertThat(served).as(link).containsKey(Asked.at(path, reader).file());
      }
    }
  }

  @Test
  @Timeout(20)
  void noTransactionWaitsForTheDiskAndNoChangeIsDoneWithBeforeTheCopyHasIt(@TempDir Path folder)
      throws Exception {
    var copy = copy(folder);
    var handler = new WritesTheCopy(copy);
    var changed = new StatusPageChanged(shop.clock.instant());

    assertThatThrownBy(() -> shop.tables.does(() -> handler.on(changed)))
        .isInstanceOf(ProblemException.class);
    assertThat(files(folder)).isEmpty();
    copy.awaitWish(Duration.ofHours(1));

    shop.tables.does(copy::write);
    shop.tables.does(() -> handler.on(changed));

    shop.shows("checkout-web", "ご注文", "Checkout", 3);
    assertThatThrownBy(() -> shop.tables.does(() -> handler.on(changed)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void whatADeadServerLeftHalfWrittenIsRemovedAtTheStart(@TempDir Path folder) throws Exception {
    Path left = half(folder.resolve("api/v2"), Duration.ofMinutes(2));
    Path another = half(folder, Duration.ofSeconds(30));
    Path foreign = Files.writeString(folder.resolve("notes.tmp"), "somebody's own");
    Files.setLastModifiedTime(foreign, FileTime.from(shop.clock.instant().minusSeconds(600)));

    copy(folder).sweep();

    assertThat(left).doesNotExist();
    assertThat(another).exists();
    assertThat(foreign).exists();
  }

  private StatusCopy copy(Path folder) {
    return new StatusCopy(
        shop.boards(Optional.of(folder)), Shop.config(Optional.of(folder)), shop.clock);
  }

  private Path half(Path folder, Duration age) throws IOException {
    Path file = Files.createTempFile(Files.createDirectories(folder), ".status", ".tmp");
    return Files.setLastModifiedTime(file, FileTime.from(shop.clock.instant().minus(age)));
  }

  @Test
  void folderThatCannotBeWrittenFailsLoudly(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a-file"), "in the way");
    var copy = copy(file);

    assertThatThrownBy(() -> shop.tables.does(copy::write))
        .hasMessageContaining("the status page's copy");
  }

  private String tag() {
    return Optional.ofNullable(shop.served().get(JA)).orElseThrow().tag();
  }

  private String served(Snapshots snapshots) {
    return shop.tables.in(() -> snapshots.file(JA).orElseThrow().text());
  }

  private String everything() {
    return Stream.of(Places.SERVED, Places.COPIED)
        .flatMap(places -> Drawings.of(shop.board(), places).entrySet().stream())
        .map(file -> file.getKey() + "\n" + file.getValue().text())
        .collect(Collectors.joining("\n"));
  }

  private String pages() {
    return shop.served().values().stream()
        .filter(file -> file.type().equals("text/html"))
        .map(StatusFile::text)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> hrefs(String page) {
    return java.util.regex.Pattern.compile("href=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(hit -> hit.group(1))
        .distinct()
        .toList();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }
}
