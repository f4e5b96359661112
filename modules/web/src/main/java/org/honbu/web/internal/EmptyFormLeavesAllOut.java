package org.honbu.web.internal;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/**
 * An empty body is a form in which every field is left out, read as {@code {}}: what must not be
 * left out is then asked for by its name.
 *
 * <p>Every form of the REST API is a record. Bodies that are read as bytes stay as they are. A
 * class beside {@link EmptyBodyIsJson}: RESTEasy does not ask one that filters before matching to
 * read.
 */
@Provider
public class EmptyFormLeavesAllOut implements ReaderInterceptor {
  private static final byte[] ALL_LEFT_OUT = "{}".getBytes(StandardCharsets.UTF_8);

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext form) throws IOException {
    if (form.getType().isRecord()) {
      var body = new PushbackInputStream(form.getInputStream());
      int first = body.read();
      if (first < 0) {
        form.setInputStream(new ByteArrayInputStream(ALL_LEFT_OUT));
      } else {
        body.unread(first);
        form.setInputStream(body);
      }
    }
    return form.proceed();
  }
}
