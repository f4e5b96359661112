package org.honbu.outbox.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import org.honbu.outbox.Fact;

/** Facts as JSON and back. */
@ApplicationScoped
class FactText {
  private final Jsonb json = JsonbBuilder.create();

  String write(Fact fact) {
    return json.toJson(fact);
  }

  <F extends Fact> F read(String body, Class<F> fact) {
    return json.fromJson(body, fact);
  }
}
