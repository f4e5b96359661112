package org.honbu.testkit.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;

/**
 * What a server said.
 *
 * @param at the address that answered last, after redirects
 * @param location where it wants to send us, when redirects are not followed
 */
public record Answer(int status, String body, URI at, Optional<URI> location) {

  public JsonStructure json() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.read();
    }
  }

  public JsonObject object() {
    return json().asJsonObject();
  }

  /** Number of entries of a JSON list. */
  public int rows() {
    return json().asJsonArray().size();
  }

  @Override
  public String toString() {
    return status + " " + at + "\n" + body.substring(0, Math.min(2000, body.length()));
  }
}
