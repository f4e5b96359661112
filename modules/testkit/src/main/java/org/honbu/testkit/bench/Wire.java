package org.honbu.testkit.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-open connection to the door for alerts.
 *
 * <p>As bare as can be: on a small machine a comfortable client takes the time of the server that
 * it measures.
 */
final class Wire implements OpenLoop.Line {
  private static final String KEY = "demo-secret-alerts-prometheus";

  private final Socket socket;
  private final InputStream in;
  private final int port;

  /** What the server answered. */
  record Reply(int status, String body) {}

  Wire(int port) {
    this.port = port;
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(60_000);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Delivers what Alertmanager would. */
  Reply alert(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST /api/v1/alerts/prometheus HTTP/1.1\r
        Host: localhost:%d\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(port, KEY, body.length);
    try {
      var all = new ByteArrayOutputStream();
      all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
      all.writeBytes(body);
      all.writeTo(socket.getOutputStream());
      return reply();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fetches what an open page does, for whom the bearer token says. */
  Reply get(String path, String token) {
    String head =
        """
        GET %s HTTP/1.1\r
        Host: localhost:%d\r
        Accept: text/html\r
        Authorization: Bearer %s\r
        \r
        """
            .formatted(path, port, token);
    try {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return reply();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply reply() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
      chunked |= lower.equals("transfer-encoding: chunked");
    }
    byte[] body = chunked ? chunks() : in.readNBytes(length);
    return new Reply(status, new String(body, StandardCharsets.UTF_8));
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      all.writeBytes(in.readNBytes(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
