package org.honbu.testkit.browser;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Tells what people had before them when a test in a browser failed. A machine that keeps no
 * pictures leaves the log, and “waited for a button” says nothing of the page that lacked it.
 */
public final class LastSeen implements TestExecutionListener {
  private static final List<String> SCREENS = new ArrayList<>();

  /** A browser closes; this is what stood in one of its windows. */
  static synchronized void note(String screen) {
    SCREENS.add(screen);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (test.isTest()) {
      forget();
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() && result.getStatus() == TestExecutionResult.Status.FAILED) {
      screens()
          .forEach(screen -> System.err.println("LAST SEEN in " + test.getDisplayName() + screen));
    }
  }

  private static synchronized void forget() {
    SCREENS.clear();
  }

  static synchronized List<String> screens() {
    return List.copyOf(SCREENS);
  }
}
