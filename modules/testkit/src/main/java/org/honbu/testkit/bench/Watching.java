package org.honbu.testkit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many open pages of one incident, as far as the network sees them: each holds the connection on
 * which a page hears that it would look different, {@code /live/incidents/…}.
 *
 * <p>One thread for all of them, so that listening takes nothing of the machine that is measured.
 */
final class Watching implements AutoCloseable {
  private static final String BEAT = "event: beat";
  private static final Pattern NEWS =
      Pattern.compile(
          "event: (changed|drawn)\ndata: \\{\"edition\":\"([^\"]*)\",\"shared\":\\[([^]]*)],"
              + "\"within\":(\\d+),\"own\":\\[([^]]*)],\"whole\":(true|false)[^\n]*\n");

  private final Selector selector;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<?> listening;
  private final AtomicLongArray greeted;
  private final AtomicLongArray told;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private final BiConsumer<Integer, Told> heard;
  private volatile boolean over;

  /**
   * What a page was told.
   *
   * @param shared the regions to fetch first, divided by commas
   * @param within so many milliseconds
   * @param own what it fetches for itself, when others have had theirs
   * @param given these regions themselves, one byte a character; null when it has to fetch them
   */
  record Told(
      String edition,
      String shared,
      long within,
      String own,
      boolean whole,
      @Nullable String given) {}

  /**
   * Opens them all.
   *
   * @param token a bearer token of whoever looks
   * @param heard what each page does when it is told; called on the thread that listens
   */
  Watching(int viewers, int port, String incident, String token, BiConsumer<Integer, Told> heard) {
    this.heard = heard;
    greeted = new AtomicLongArray(viewers);
    told = new AtomicLongArray(viewers);
    byte[] request =
        """
        GET /live/incidents/%s HTTP/1.1\r
        Host: localhost:%d\r
        Accept: text/event-stream\r
        Authorization: Bearer %s\r
        \r
        """
            .formatted(incident, port, token)
            .getBytes(StandardCharsets.US_ASCII);
    try {
      selector = Selector.open();
      for (int i = 0; i < viewers; i++) {
        int number = i;
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        ByteBuffer said = ByteBuffer.wrap(request);
        while (said.hasRemaining()) {
          channel.write(said);
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Events(event -> hear(number, event)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listening = thread.submit(this::listen);
  }

  /** Whether the server has greeted every one of them. */
  boolean isOpen() {
    if (listening.isDone()) {
      join();
    }
    return all(greeted, 0);
  }

  /** Whether every one of them was told something since then, by {@link System#nanoTime}. */
  boolean areToldSince(long instant) {
    if (listening.isDone()) {
      join();
    }
    return all(told, instant);
  }

  private static boolean all(AtomicLongArray times, long since) {
    for (int i = 0; i < times.length(); i++) {
      if (times.get(i) == 0 || times.get(i) - since < 0) {
        return false;
      }
    }
    return true;
  }

  /** When each was told last, by {@link System#nanoTime}. */
  long[] told() {
    long[] times = new long[told.length()];
    for (int i = 0; i < times.length; i++) {
      times[i] = told.get(i);
    }
    return times;
  }

  private void listen() {
    try {
      while (!over) {
        selector.select(this::hear);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hear(SelectionKey key) {
    try {
      buffer.clear();
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        throw new IllegalStateException("the server hung up");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ((Events) key.attachment()).take(buffer.flip());
  }

  private void hear(int viewer, String event) {
    long now = System.nanoTime();
    if (event.startsWith(BEAT)) {
      greeted.compareAndSet(viewer, 0, now);
      return;
    }
    Matcher news = NEWS.matcher(event);
    if (!news.lookingAt()) {
      throw new IllegalStateException("no page understands " + event);
    }
    told.set(viewer, now);
    boolean given = news.group(1).equals("drawn");
    heard.accept(
        viewer,
        new Told(
            news.group(2),
            news.group(3).replace("\"", ""),
            Long.parseLong(news.group(4)),
            news.group(5).replace("\"", ""),
            Boolean.parseBoolean(news.group(6)),
            given ? event.substring(news.end()) : null));
  }

  private void join() {
    try {
      listening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the viewers failed", e.getCause());
    }
  }

  @Override
  public void close() {
    over = true;
    selector.wakeup();
    thread.shutdown();
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
