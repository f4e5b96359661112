package org.honbu.web.internal;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.PushbackInputStream;

/**
 * Whoever posts an act without a word names no content type either, and RESTEasy finds no act for
 * it before it is given one. {@link EmptyFormLeavesAllOut} then reads it.
 */
@Provider
@PreMatching
public class EmptyBodyIsJson implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext asked) throws IOException {
    if (!asked.getMethod().equals(HttpMethod.POST) || asked.getMediaType() != null) {
      return;
    }
    var body = new PushbackInputStream(asked.getEntityStream());
    int first = body.read();
    if (first < 0) {
      asked.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    } else {
      body.unread(first);
    }
    asked.setEntityStream(body);
  }
}
