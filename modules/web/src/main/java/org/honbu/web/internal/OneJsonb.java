package org.honbu.web.internal;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * The one writer and reader of JSON for the whole REST API; without it RESTEasy builds one for each
 * request, and forgets with it how every record is written.
 */
@Provider
public class OneJsonb implements ContextResolver<Jsonb> {
  private final Jsonb json = JsonbBuilder.create();

  @Override
  public Jsonb getContext(Class<?> type) {
    return json;
  }
}
