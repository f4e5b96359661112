package org.honbu.web.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
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

  /** Beyond that the network is gone, or whoever reads is. */
  private static final int UNSENT = 8;

  /** The same, for messages that hold a part of the page; one of them may be as large as it is. */
  private static final int UNSENT_BYTES = 256 * 1024;

  private final PersonId person;
  private final String language;
  private final AsyncContext connection;
  private final ServletOutputStream out;
  private final Deque<byte[]> unsent = new ArrayDeque<>();
  private volatile Instant asked;
  private int bytes;
  private boolean open;
  private boolean unflushed;
  private boolean gone;

  /**
   * Somebody who looks.
   *
   * @param language what their page is written in
   * @param asked when they were let in
   */
  Viewer(
      PersonId person,
      String language,
      Instant asked,
      AsyncContext connection,
      ServletOutputStream out) {
    this.person = person;
    this.language = language;
    this.asked = asked;
    this.connection = connection;
    this.out = out;
  }

  PersonId person() {
    return person;
  }

  String language() {
    return language;
  }

  /** When they last asked for something and were let in: a connection alone proves nothing. */
  Instant asked() {
    return asked;
  }

  void asks(Instant now) {
    asked = now;
  }

  /** Sends it, now or soon; no when nobody is there any more. */
  synchronized boolean tell(byte[] event) {
    boolean tooMuch = !unsent.isEmpty() && bytes + event.length > UNSENT_BYTES;
    if (gone || unsent.size() >= UNSENT || tooMuch) {
      return false;
    }
    unsent.add(event);
    bytes += event.length;
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
      while (open && !gone && (unflushed || !unsent.isEmpty()) && out.isReady()) {
        if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          byte[] next = unsent.remove();
          bytes -= next.length;
          unflushed = true;
          out.write(next);
        }
      }
    } catch (IOException | RuntimeException left) {
      // Whatever it is that this one's connection cannot do, all others are still to be told.
      LOG.log(Level.DEBUG, "a viewer left: " + left);
      gone = true;
    }
  }

  /**
   * Lets go of the connection. Whoever was about to send something on another thread has done so,
   * or finds it gone: what lies below must not be written to while it is closed.
   */
  void end() {
    synchronized (this) {
      gone = true;
    }
    try {
      connection.complete();
    } catch (IllegalStateException alreadyGone) {
      LOG.log(Level.DEBUG, "a viewer had left");
    }
  }
}
