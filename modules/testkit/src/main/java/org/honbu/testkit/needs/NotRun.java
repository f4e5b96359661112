package org.honbu.testkit.needs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down which tests a run leaves out for want of a program, one line a test: the reason, a
 * tab, the test. {@link NotRunVerdict} reads it when the build ends.
 */
public final class NotRun implements TestExecutionListener {
  /** How the reason of such a skipped test begins. */
  static final String MARK = "NOT RUN: ";

  private final List<String> lines = new ArrayList<>();
  private final Path ledger;
  private @Nullable TestPlan plan;

  /** In the build: every run of tests has a ledger of its own. */
  public NotRun() {
    this(Path.of(System.getProperty("honbu.not-run", "target/not-run/tests")));
  }

  NotRun(Path ledger) {
    this.ledger = ledger;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier left, String reason) {
    TestPlan all = plan;
    if (!reason.startsWith(MARK) || all == null) {
      return;
    }
    // A factory of tests does not say before it runs how many there will be: it counts as one.
    Stream.concat(Stream.of(left), all.getDescendants(left).stream())
        .filter(each -> all.getChildren(each).isEmpty())
        .forEach(test -> lines.add(reason.substring(MARK.length()) + "\t" + test.getUniqueId()));
  }

  @Override
  public void testPlanExecutionFinished(TestPlan finished) {
    try {
      if (lines.isEmpty()) {
        Files.deleteIfExists(ledger);
      } else {
        Files.createDirectories(ledger.toAbsolutePath().getParent());
        Files.write(ledger, lines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
