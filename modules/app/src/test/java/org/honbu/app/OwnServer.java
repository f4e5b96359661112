package org.honbu.app;

import org.honbu.testkit.server.HonbuServer;
import org.honbu.testkit.server.TestPlatform;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server with nothing on it, for the archive that Arquillian deploys; gone after the class.
 *
 * <p>Not the server of the other tests: that one has the test copy of the EAR, and two EARs cannot
 * share its addresses. An empty server costs 5 s; what takes longer, the deployment, would have to
 * be done three times to exchange the EAR of the shared server and to put it back.
 */
final class OwnServer implements BeforeAllCallback, AfterAllCallback {
  private static @Nullable HonbuServer server;

  /** The server, for a test that asks it from outside. */
  static HonbuServer server() {
    if (server == null) {
      throw new IllegalStateException("the server is only there while a class uses it");
    }
    return server;
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    if (isOutside(test)) {
      server = TestPlatform.emptyServer();
      System.setProperty(
          "honbu.arquillian.management-port", String.valueOf(server.managementPort()));
    }
  }

  @Override
  public void afterAll(ExtensionContext test) {
    if (isOutside(test)) {
      server().close();
      server = null;
    }
  }

  /** Inside the server JUnit runs the class, and so this extension, once more. */
  private static boolean isOutside(ExtensionContext test) {
    return test.getConfigurationParameter(ArquillianExtension.RUNNING_INSIDE_ARQUILLIAN).isEmpty();
  }
}
