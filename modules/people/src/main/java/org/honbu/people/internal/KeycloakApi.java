package org.honbu.people.internal;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks Keycloak's admin REST interface, as the service account that may only read.
 *
 * <p>Needs the rights view-users, query-users, query-groups and view-realm. Each call waits at most
 * 5 s; only the background reader calls it.
 */
final class KeycloakApi {
  private static final int PAGE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final PeopleConfig config;

  KeycloakApi(PeopleConfig config) {
    this.config = config;
  }

  /** Signs in anew; a session serves one reading of the directory. */
  Session signIn() throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(inUrl(config.client()), inUrl(config.secret()));
    HttpRequest request =
        HttpRequest.newBuilder(at("/realms/%s/protocol/openid-connect/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return new Session(send(request).asJsonObject().getString("access_token"));
  }

  /** Reads with one access token. */
  final class Session {
    private final String token;

    private Session(String token) {
      this.token = token;
    }

    /**
     * All entries of a list, page after page.
     *
     * @param path below the realm; values in it already encoded by {@link #inUrl}
     */
    List<JsonObject> list(String path) throws IOException, InterruptedException {
      List<JsonObject> all = new ArrayList<>();
      int before;
      do {
        before = all.size();
        String page = "%s?first=%d&max=%d&briefRepresentation=false".formatted(path, before, PAGE);
        all.addAll(array(page).getValuesAs(JsonObject.class));
      } while (all.size() - before == PAGE);
      return all;
    }

    /** A list that Keycloak never cuts into pages. */
    List<JsonObject> whole(String path) throws IOException, InterruptedException {
      return array(path).getValuesAs(JsonObject.class);
    }

    private JsonArray array(String path) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(at("/admin/realms/%s" + path.replace("%", "%%")))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + token)
              .header("Accept", "application/json")
              .build();
      return send(request).asJsonArray();
    }
  }

  static String inUrl(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private URI at(String path) {
    String root = config.keycloak().toString().replaceAll("/+$", "");
    return URI.create(root + path.formatted(inUrl(config.realm())));
  }

  private JsonStructure send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "Keycloak answered %d to %s %s"
              .formatted(response.statusCode(), request.method(), request.uri().getPath()));
    }
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.read();
    }
  }
}
