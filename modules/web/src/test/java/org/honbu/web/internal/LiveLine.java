package org.honbu.web.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.honbu.kernel.PersonId;

/** A live connection that writes down what it takes. */
final class LiveLine {
  static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");

  /** All that the connection took, in order. */
  final List<String> heard = new ArrayList<>();

  final Viewer viewer;
  boolean takes = true;

  /** Whether it takes one message more, and then nothing. */
  boolean takesOneMore;

  /** How much of what was heard had been pushed on last. */
  int flushed;

  boolean breaks;

  boolean ended;

  LiveLine(PersonId person, List<String> heardByAll) {
    this(person, "ja", NOW, heardByAll);
  }

  LiveLine(String person, String language, Instant asked) {
    this(new PersonId(person), language, asked, new ArrayList<>());
  }

  private LiveLine(PersonId person, String language, Instant asked, List<String> heardByAll) {
    ServletOutputStream out =
        new ServletOutputStream() {
          @Override
          public boolean isReady() {
            return takes;
          }

          @Override
          public void setWriteListener(WriteListener listener) {
            throw new AssertionError("the servlet does that");
          }

          @Override
          public void write(int one) {
            throw new AssertionError("byte by byte");
          }

          @Override
          public void write(byte[] all) {
            if (breaks) {
              throw new NullPointerException("of the container's");
            }
            String said = new String(all, StandardCharsets.UTF_8);
            heard.add(said);
            heardByAll.add(person.value() + " " + said);
            takes &= !takesOneMore;
          }

          @Override
          public void flush() {
            flushed = heard.size();
          }
        };
    AsyncContext connection =
        (AsyncContext)
            Proxy.newProxyInstance(
                LiveLine.class.getClassLoader(),
                new Class<?>[] {AsyncContext.class},
                (proxy, call, values) -> {
                  ended |= call.getName().equals("complete");
                  return null;
                });
    viewer = new Viewer(person, language, asked, connection, out);
    viewer.onWritePossible();
  }

  /** What it heard last; empty when nothing since {@link #forget}. */
  String last() {
    return heard.isEmpty() ? "" : heard.get(heard.size() - 1);
  }

  void forget() {
    heard.clear();
  }
}
