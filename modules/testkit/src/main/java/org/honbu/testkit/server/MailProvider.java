package org.honbu.testkit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A mail provider of the outside world, with a ledger of everything it took.
 *
 * <p>It lives in the test's own process, so its ledger outlives every server that is killed. It
 * speaks as much SMTP as a sender needs.
 */
public final class MailProvider implements AutoCloseable {
  private static final String MESSAGE_ID = "message-id:";

  private final ServerSocket door;
  private final List<Taken> ledger = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch silence = new CountDownLatch(0);

  private MailProvider(ServerSocket door) {
    this.door = door;
  }

  /**
   * A message this provider took upon itself to deliver.
   *
   * @param id its {@code Message-ID}, without the angle brackets
   * @param heard when the sender said the first word of what led to it
   */
  public record Taken(String id, String text, Heard heard) {}

  /** One instant by the machine's two clocks. */
  public record Heard(long nanos, Instant at) {
    static Heard now() {
      return new Heard(System.nanoTime(), Instant.now());
    }
  }

  public static MailProvider start() {
    try {
      var provider =
          new MailProvider(new ServerSocket(Ports.free(), 50, InetAddress.getLoopbackAddress()));
      daemon(provider::welcome);
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a server has to be told to hand its mail over here. */
  public Map<String, String> environment() {
    return Map.of(
        "HONBU_NOTIFICATIONS_SMTP_HOST",
        "localhost",
        "HONBU_NOTIFICATIONS_SMTP_PORT",
        String.valueOf(door.getLocalPort()));
  }

  /** In the order in which they were taken; a message taken twice is there twice. */
  public List<Taken> ledger() {
    return List.copyOf(ledger);
  }

  /** From now on it takes messages and does not say so. */
  public void fallSilent() {
    silence = new CountDownLatch(1);
  }

  public void speakAgain() {
    silence.countDown();
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        daemon(() -> talk(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket caller) {
    try (caller;
        var in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
        Writer out = new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.US_ASCII)) {
      say(out, "220 provider");
      @Nullable Heard first = null;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        first = first == null ? Heard.now() : first;
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "DATA" -> {
            say(out, "354 go on");
            take(in, first);
            first = null;
            silence.await();
            say(out, "250 taken");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 yes");
        }
      }
    } catch (IOException gone) {
      // A killed server breaks off; what was taken stays in the ledger.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(BufferedReader in, Heard first) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        ledger.add(new Taken(id(lines), String.join("\n", lines), first));
        return;
      }
      lines.add(line);
    }
    throw new IOException("broken off before the end");
  }

  private static String id(List<String> lines) {
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID))
        .map(line -> line.substring(MESSAGE_ID.length()).strip().replaceAll("[<>]", ""))
        .findFirst()
        .orElse("");
  }

  private static void say(Writer out, String line) throws IOException {
    out.write(line + "\r\n");
    out.flush();
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "mail-provider");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    silence.countDown();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
