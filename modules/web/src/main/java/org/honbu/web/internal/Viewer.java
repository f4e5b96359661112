package org.honbu.web.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import org.honbu.kernel.PersonId;

/**
 * An open page that wants to hear when it would look different.
 *
 * <p>Nobody waits for it: what its network does not take at once goes when it does, and one that
 * takes nothing for a few messages is given up. Its page notices the silence and connects anew.
 */
final class Viewer implements WriteListener {
  private static final Logger LOG = System.getLogger(Viewer.class.getName());

  /** Of a hundred bytes each; beyond that the network is gone, or whoever reads is. */
  private static final int UNSENT = 8;

  private final PersonId person;
  private final AsyncContext connection;
  private final ServletOutputStream out;
  private final Deque<byte[]> unsent = new ArrayDeque<>();
  private boolean open;
  private boolean gone;

  Viewer(PersonId person, AsyncContext connection, ServletOutputStream out) {
    this.person = person;
    this.connection = connection;
    this.out = out;
  }

  PersonId person() {
    return person;
  }

  /** Sends it, now or soon; no when nobody is there any more. */
  synchronized boolean tell(byte[] event) {
    if (gone || unsent.size() >= UNSENT) {
      return false;
    }
    unsent.add(event);
    send();
    return !gone;
  }

  @Override
  public synchronized void onWritePossible() {
    open = true;
    send();
  }

  @Override
  public synchronized void onError(Throwable failure) {
    gone = true;
  }

  private void send() {
    try {
      while (open && !unsent.isEmpty() && out.isReady()) {
        out.write(unsent.remove());
        if (out.isReady()) {
          out.flush();
        }
      }
    } catch (IOException | IllegalStateException left) {
      gone = true;
    }
  }

  /** Lets go of the connection. */
  void end() {
    try {
      connection.complete();
    } catch (IllegalStateException alreadyGone) {
      LOG.log(Level.DEBUG, "a viewer had left");
    }
  }
}
