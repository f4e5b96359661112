package org.honbu.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that are free on this machine. */
public final class Ports {
  /**
   * Below the range from which the system takes ports for outgoing connections. Asking such a port
   * whether its server is up can connect to itself, and then the server finds it taken.
   */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private Ports() {}

  /** A port nobody listens on now; drawn by chance, so two builds hardly get the same. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
