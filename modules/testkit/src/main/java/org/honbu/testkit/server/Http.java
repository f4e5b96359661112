package org.honbu.testkit.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A person's HTTP client with cookies.
 *
 * <p>Its own cookie jar because the JDK's keeps {@code Secure} cookies from {@code
 * http://localhost}, where browsers send them.
 */
final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();

  Answer send(String method, URI uri, String type, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", type);
    }
    headers.forEach(request::header);
    String jar =
        jar(uri).entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    if (!jar.isEmpty()) {
      request.header("Cookie", jar);
    }
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(cookie -> keep(uri, cookie));
      Optional<URI> location = response.headers().firstValue("Location").map(uri::resolve);
      return new Answer(response.statusCode(), response.body(), uri, location);
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gets a page as a browser would, through at most ten redirects. */
  Answer browse(URI uri) {
    return follow(send("GET", uri, "", "", Map.of("Accept", "text/html")));
  }

  Answer submit(URI uri, Map<String, String> fields) {
    return follow(send("POST", uri, "application/x-www-form-urlencoded", form(fields), Map.of()));
  }

  private Answer follow(Answer first) {
    Answer answer = first;
    for (int hops = 0; hops < 10 && answer.status() / 100 == 3; hops++) {
      URI next = answer.location().orElseThrow();
      answer = send("GET", next, "", "", Map.of("Accept", "text/html"));
    }
    return answer;
  }

  Optional<String> cookie(URI uri, String name) {
    return Optional.ofNullable(jar(uri).get(name));
  }

  void forgetCookies() {
    cookies.clear();
  }

  private Map<String, String> jar(URI uri) {
    return cookies.computeIfAbsent(uri.getAuthority(), any -> new ConcurrentHashMap<>());
  }

  private void keep(URI uri, String cookie) {
    String pair = cookie.split(";", 2)[0];
    int equals = pair.indexOf('=');
    String name = pair.substring(0, equals).strip();
    String value = pair.substring(equals + 1).strip();
    if (value.isEmpty() || cookie.contains("Max-Age=0")) {
      jar(uri).remove(name);
    } else {
      jar(uri).put(name, value);
    }
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
