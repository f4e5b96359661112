package org.honbu.warroom.internal.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.honbu.kernel.Kind;
import org.honbu.testkit.process.Strict;
import org.honbu.warroom.CopyStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A57, PR-00l: the room can be read where Honbu is not. */
class RoomCopiesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private final Path folder;
  private final World world = new World();

  RoomCopiesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private LiveRoomCopies copies() {
    return copies(folder);
  }

  private LiveRoomCopies copies(Path place) {
    return world.copies(new CopySettings(Optional.of(place), MINUTE, WEEK));
  }

  private String copy() throws IOException {
    return Files.readString(folder.resolve("honbu-INC-2026-0001.txt"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void theTextSaysTheRoomInBothLanguagesOnLinesThatFit() {
    world.give("タイムアウトの出どころを突き止める。長い説明が続いても、行は七十二けたで折り返されて、紙に刷っても端が切れない");

    String text = copies().text(World.ROOM, true);

    assertThat(text)
        .startsWith("[SEV1] INC-2026-0001 決済画面で 5xx が急増")
        .contains("2026-11-24 03:40 JST\n")
        .contains("指揮      中村 葵（03:05 JST から）・告知 まだいません\n")
        .contains("約束      次のお知らせ 03:46 JST・社内の共有 03:52 JST\n")
        .contains("目標      1 失敗を 2 % 以下に\n")
        .contains("仕事      #1 高橋 健：タイムアウト", "03:50 JST まで")
        .contains("手空き：清水 樹", "見学 1 人")
        .contains("連絡先    中村 葵：+81311110001\n          高橋 健：ken@example.org\n")
        .contains("[SEV1] INC-2026-0001 Checkout 5xx surge")
        .contains("Command   aoi (since 03:05 JST), announcer nobody yet\n")
        .doesNotContain("エマ", "emma");
    assertThat(text.lines())
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThan(73))
        .noneMatch(line -> line.strip().startsWith("、"));
  }

  @Test
  void aDiskHoldsOfAPrivateRoomOnlyHowToReachThoseInside() throws IOException {
    world.isPrivate = true;
    world.give("名簿が外から見えた範囲を調べる");

    copies().round();

    assertThat(copy())
        .startsWith("【非公開】中の人だけが読めます。 / [PRIVATE] Only for those inside.\n")
        .contains("[SEV1] INC-2026-0001 非公開のインシデント", "[SEV1] INC-2026-0001 Private incident")
        .contains("指揮      中村 葵（03:05 JST から）", "連絡先    中村 葵：+81311110001\n")
        .doesNotContain("5xx", "名簿", "目標", "影響", "Goals", "Impact");
    assertThat(copies().text(World.ROOM, false)).contains("[PRIVATE]", "5xx", "名簿");
  }

  @Test
  void numbersAreForOperators() {
    assertThat(copies().text(World.ROOM, false))
        .contains("連絡先    運用者だけが見られます\n", "Numbers   for operators only\n")
        .doesNotContain("+8131111", "@example.org");
  }

  @Test
  void aDrillSaysSoOnItsFirstLine() {
    world.kind = Kind.DRILL;

    assertThat(copies().text(World.ROOM, true).lines().findFirst().orElseThrow())
        .contains("【訓練】", "[DRILL]");
  }

  @Test
  void everyOpenRoomIsCopiedForTheSystemsUserAlone() throws IOException {
    LiveRoomCopies copies = copies();

    copies.round();

    assertThat(files()).containsExactly("honbu-INC-2026-0001.txt");
    assertThat(copy()).isEqualTo(copies.text(World.ROOM, true));
    assertThat(Files.getPosixFilePermissions(folder.resolve("honbu-INC-2026-0001.txt")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(copies.status()).isEqualTo(new CopyStatus.Written(world.clock.instant(), 1));

    world.give("切り戻す");
    world.passes(MINUTE);
    copies.round();
    assertThat(copy()).contains("切り戻す", "03:41 JST");
    assertThat(files()).hasSize(1);
  }

  @Test
  void aClosedRoomsCopyStaysAWeekAndOthersFilesForEver() throws IOException {
    Files.writeString(folder.resolve("honbu-notes.md"), "mine");
    Files.setLastModifiedTime(
        folder.resolve("honbu-notes.md"), java.nio.file.attribute.FileTime.from(Instant.EPOCH));
    LiveRoomCopies copies = copies();
    copies.round();
    world.open.clear();

    world.passes(WEEK);
    copies.round();
    assertThat(files()).contains("honbu-INC-2026-0001.txt");

    world.passes(MINUTE);
    copies.round();
    assertThat(files()).containsExactly("honbu-notes.md");
  }

  @Test
  void whatAnotherNodeHasJustMovedAwayIsNoFailure() throws IOException {
    Files.createSymbolicLink(folder.resolve("honbu-123.new"), folder.resolve("moved"));
    LiveRoomCopies copies = copies();

    copies.round();

    assertThat(copies.status()).isEqualTo(new CopyStatus.Written(world.clock.instant(), 1));
  }

  @Test
  void noTextCommandsTheTerminalItIsReadOn() {
    world.give("切り戻す\u001b[2J\u202eevil");

    assertThat(copies().text(World.ROOM, true)).contains("切り戻す").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void oneRoomThatCannotBeReadKeepsNoOtherFromBeingCopied() throws IOException {
    world.open.add(World.OTHER);
    world.unreadable.add(World.ROOM);
    LiveRoomCopies copies = copies();

    copies.round();

    assertThat(files()).containsExactly("honbu-INC-2026-0002.txt");
    assertThat(copies.status())
        .isEqualTo(
            new CopyStatus.Failing(
                world.clock.instant(),
                Optional.empty(),
                "INC-2026-0001: java.lang.IllegalStateException: no connection"));
  }

  @Test
  void operatorsSeeSinceWhenItFailsUntilItWorksAgain() throws IOException {
    Path place = folder.resolve("second");
    LiveRoomCopies copies = copies(place);
    copies.round();
    Instant good = world.clock.instant();
    Files.delete(place.resolve("honbu-INC-2026-0001.txt"));
    Files.delete(place);
    Files.writeString(place, "a file stands in its way");

    world.passes(MINUTE);
    Instant began = world.clock.instant();
    copies.round();
    world.passes(MINUTE);
    copies.round();

    assertThat(copies.status())
        .isInstanceOfSatisfying(
            CopyStatus.Failing.class,
            failing -> {
              assertThat(failing.since()).isEqualTo(began);
              assertThat(failing.lastGood()).contains(good);
              assertThat(failing.why()).contains("INC-2026-0001", "second");
            });

    Files.delete(place);
    copies.round();
    assertThat(copies.status()).isEqualTo(new CopyStatus.Written(world.clock.instant(), 1));
  }

  @Test
  void withoutASecondPlaceNothingIsWritten() throws IOException {
    LiveRoomCopies copies = world.copies(settings(Map.of()));

    copies.round();

    assertThat(copies.status()).isEqualTo(new CopyStatus.Off());
    assertThat(files()).isEmpty();
  }

  @Test
  void placeAndRhythmAreSettings() {
    assertThat(settings(Map.of())).isEqualTo(new CopySettings(Optional.empty(), MINUTE, WEEK));
    assertThat(
            settings(
                Map.of(
                    CopySettings.FOLDER,
                    "/srv/copies",
                    CopySettings.EVERY,
                    "PT30S",
                    CopySettings.KEPT,
                    "P30D")))
        .isEqualTo(
            new CopySettings(
                Optional.of(Path.of("/srv/copies")), Duration.ofSeconds(30), Duration.ofDays(30)));
    refused(CopySettings.FOLDER, "copies");
    refused(CopySettings.EVERY, "PT1S");
    refused(CopySettings.EVERY, "soon");
    refused(CopySettings.KEPT, "PT1H");
  }

  private static void refused(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(key, value))).hasMessageContaining(key);
  }

  private static CopySettings settings(Map<String, String> values) {
    return CopySettings.from(
        Strict.fake(
            Config.class,
            new Object() {
              @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by name
              Optional<Object> getOptionalValue(String key, Class<?> type) {
                return Optional.ofNullable(values.get(key));
              }
            }));
  }
}
