package org.honbu.alerts.internal;

import java.io.InputStream;

/** A body nobody may touch. */
final class Untouchable extends InputStream {
  @Override
  public int read() {
    throw new AssertionError("the body was read");
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    return read();
  }
}
