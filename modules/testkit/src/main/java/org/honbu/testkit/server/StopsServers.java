package org.honbu.testkit.server;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops what {@link TestPlatform} started when the run is over. */
public final class StopsServers implements LauncherSessionListener {
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    TestPlatform.stop();
  }
}
