package org.honbu.testkit.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What happens to a test whose program is missing. */
class NeedsTest {
  private final Path folder;

  /** A machine with one program. */
  NeedsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path program = Files.createFile(folder.resolve("here"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.createFile(folder.resolve("not-executable"));
  }

  @Test
  void whatIsThereIsFound() {
    assertThat(machine(false).find("here")).contains(folder.resolve("here"));
    assertThat(machine(true).lacks(List.of("here"))).isEmpty();
  }

  @Test
  void aPersonsMachineSaysWhatItLacks() {
    assertThat(machine(false).lacks(List.of("here", "gone"))).contains("gone is not installed");
    assertThat(machine(false).lacks(List.of("not-executable", "gone")))
        .contains("not-executable and gone are not installed");
  }

  @Test
  void inCiAMissingProgramIsAFailure() {
    assertThatThrownBy(() -> machine(true).lacks(List.of("gone")))
        .hasMessageContaining("gone is not installed")
        .hasMessageContaining("CI=true");
  }

  @Test
  void everyTestLeftOutIsCountedAndOthersAreNot() throws IOException {
    Path ledger = folder.resolve("module/target/not-run/tests");

    run(ledger, WholeClass.class, OneOfTwo.class, AnotherReason.class);

    assertThat(NotRunVerdict.sentences(Files.readAllLines(ledger)))
        .containsExactly("NOT RUN: 4 tests, gone is not installed");
  }

  @Test
  void nothingIsSaidWhenEverythingWasRun() throws IOException {
    Path ledger = Files.writeString(folder.resolve("tests"), "of the build before\tx\n");

    run(ledger, AnotherReason.class);

    assertThat(ledger).doesNotExist();
    assertThat(NotRunVerdict.sentences(List.of())).isEmpty();
  }

  private Machine machine(boolean complete) {
    return new Machine(List.of(folder.resolve("no-such-folder"), folder), complete);
  }

  /** Apart from the build's own listeners: what is left out here is left out on purpose. */
  private static void run(Path ledger, Class<?>... classes) {
    LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build())
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes).map(DiscoverySelectors::selectClass).toList())
                .build(),
            new NotRun(ledger));
  }

  // Where CI=true, @Needs itself would fail them: they are skipped with the words that it uses.

  @Disabled(NotRun.MARK + "gone is not installed")
  static class WholeClass {
    @Test
    void one() {}

    @Test
    void two() {}

    @TestFactory
    Stream<DynamicTest> many() {
      return Stream.of();
    }
  }

  static class OneOfTwo {
    @Test
    @Disabled(NotRun.MARK + "gone is not installed")
    void leftOut() {}

    @Test
    void run() {}
  }

  static class AnotherReason {
    @Test
    @Disabled("nobody knows why")
    void leftOut() {}
  }
}
