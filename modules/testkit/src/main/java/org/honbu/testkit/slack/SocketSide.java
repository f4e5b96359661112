package org.honbu.testkit.slack;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Slack's end of Socket Mode: it says hello, sends envelopes, and notes which were acknowledged. It
 * speaks as much of RFC 6455 as that needs. What is sent while nobody is connected waits.
 */
public final class SocketSide implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 1;
  private static final int CLOSE = 8;

  private final ServerSocket door;
  private final Object lock = new Object();
  private final Queue<String> waiting = new ArrayDeque<>();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private @Nullable OutputStream line;
  private int connections;

  SocketSide() {
    try {
      door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::welcome);
  }

  URI url() {
    return URI.create("ws://127.0.0.1:" + door.getLocalPort() + "/link?ticket=1");
  }

  /** How often somebody connected. */
  public int connections() {
    synchronized (lock) {
      return connections;
    }
  }

  /** Ids of the envelopes that were acknowledged, in that order. */
  public List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /**
   * Sends an envelope.
   *
   * @param type {@code slash_commands}, {@code interactive} or {@code events_api}
   */
  public void send(String envelope, String type, JsonObject payload) {
    say(
        Json.createObjectBuilder()
            .add("envelope_id", envelope)
            .add("type", type)
            .add("accepts_response_payload", true)
            .add("payload", payload)
            .build()
            .toString());
  }

  /** Asks for another connection, as Slack does every few hours, and hangs up. */
  public void refresh() {
    synchronized (lock) {
      OutputStream asked = line;
      say("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
      line = null;
      if (asked != null) {
        hangUp(asked);
      }
    }
  }

  private static void hangUp(OutputStream line) {
    try (line) {
      frame(line, CLOSE, new byte[] {3, (byte) 0xe8});
    } catch (IOException theyWereFirst) {
      // Whoever was asked to come anew has hung up by themselves.
    }
  }

  private void say(String text) {
    synchronized (lock) {
      waiting.add(text);
      flush();
    }
  }

  private void flush() {
    while (line != null && !waiting.isEmpty()) {
      try {
        frame(line, TEXT, waiting.element().getBytes(StandardCharsets.UTF_8));
        waiting.remove();
      } catch (IOException gone) {
        line = null;
      }
    }
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
    try (caller) {
      var in = new DataInputStream(caller.getInputStream());
      String key = handshake(in);
      OutputStream out = caller.getOutputStream();
      out.write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accept(key)
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      synchronized (lock) {
        connections++;
        line = out;
        frame(out, TEXT, "{\"type\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
        flush();
      }
      listen(in);
    } catch (IOException gone) {
      // Whoever was connected has gone; what is sent from now on waits for the next.
    }
  }

  /** Reads the request for the upgrade byte by byte, so that nothing behind it is taken along. */
  private static String handshake(DataInputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    var lines = new BufferedReader(new StringReader(head.toString()));
    for (String field = lines.readLine(); field != null; field = lines.readLine()) {
      if (field.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
        return field.substring(field.indexOf(':') + 1).strip();
      }
    }
    throw new IOException("this asks for no web socket");
  }

  private void listen(DataInputStream in) throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte() & 0x7f;
      int size =
          switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
          };
      byte[] mask = in.readNBytes(4);
      byte[] data = in.readNBytes(size);
      for (int i = 0; i < data.length; i++) {
        data[i] ^= mask[i % 4];
      }
      if (opcode == CLOSE) {
        return;
      }
      if (opcode == TEXT) {
        hear(new String(data, StandardCharsets.UTF_8));
      }
    }
  }

  private void hear(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      acknowledged.add(reader.readObject().getString("envelope_id"));
    }
  }

  private static void frame(OutputStream out, int opcode, byte[] data) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(10);
    head.put((byte) (0x80 | opcode));
    if (data.length < 126) {
      head.put((byte) data.length);
    } else if (data.length < 65_536) {
      head.put((byte) 126).putShort((short) data.length);
    } else {
      head.put((byte) 127).putLong(data.length);
    }
    out.write(head.array(), 0, head.position());
    out.write(data);
    out.flush();
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "fake-slack-socket");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
