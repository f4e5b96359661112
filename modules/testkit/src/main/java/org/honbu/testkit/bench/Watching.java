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
          "event: changed\ndata: \\{\"edition\":\"([^\"]*)\",\"shared\":\\[([^]]*)],"
              + "\"within\":(\\d+),\"own\":\\[([^]]*)],\"whole\":(true|false)[^\n]*\n");
  private static final int REMEMBERED = 1024;

  private final Selector selector;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<?> listening;
  private final AtomicLongArray greeted;
  private final AtomicLongArray told;
  private final ByteBuffer buffer = ByteBuffer.allocate(8192);
  private final BiConsumer<Integer, Told> heard;
  private volatile boolean over;

  /**
   * What a page was told.
   *
   * @param shared the regions to fetch first, divided by commas
   * @param within so many milliseconds
   * @param own what it fetches for itself, when others have had theirs
   */
  record Told(String edition, String shared, long within, String own, boolean whole) {}

  /** One page; what it has heard lately, in case an event comes in two pieces. */
  private static final class Viewer {
    private final int number;
    private String tail = "";

    Viewer(int number) {
      this.number = number;
    }
  }

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
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        ByteBuffer said = ByteBuffer.wrap(request);
        while (said.hasRemaining()) {
          channel.write(said);
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Viewer(i));
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
    var viewer = (Viewer) key.attachment();
    try {
      buffer.clear();
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        throw new IllegalStateException("the server hung up: " + viewer.tail);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long now = System.nanoTime();
    String said =
        viewer.tail + new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    if (said.startsWith("HTTP/1.1 ") && !said.startsWith("HTTP/1.1 200")) {
      throw new IllegalStateException("a page that may not listen: " + said);
    }
    int after = end(said, BEAT);
    if (after >= 0) {
      greeted.compareAndSet(viewer.number, 0, now);
    }
    Matcher news = NEWS.matcher(said);
    while (news.find()) {
      told.set(viewer.number, now);
      after = Math.max(after, news.end());
      heard.accept(
          viewer.number,
          new Told(
              news.group(1),
              news.group(2).replace("\"", ""),
              Long.parseLong(news.group(3)),
              news.group(4).replace("\"", ""),
              Boolean.parseBoolean(news.group(5))));
    }
    String rest = after < 0 ? said : said.substring(after);
    viewer.tail = rest.substring(Math.max(0, rest.length() - REMEMBERED));
  }

  private static int end(String heard, String event) {
    int at = heard.lastIndexOf(event);
    return at < 0 ? -1 : at + event.length();
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
