package org.honbu.testkit.server;

import static org.awaitility.Awaitility.await;
import static org.awaitility.pollinterval.FibonacciPollInterval.fibonacci;

import jakarta.json.JsonStructure;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody of the realm, with a real login.
 *
 * <p>{@link #signIn} is the browser's way: Keycloak's form, cookies, and Tasklist's token against
 * forged requests. {@link #withToken} is a script's way: a bearer token.
 */
public final class Person {
  private static final String XSRF = "XSRF-TOKEN";

  private final HonbuServer honbu;
  private final Http http = new Http();
  private final Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
  private final String name;

  private Person(HonbuServer honbu, String name) {
    this.honbu = honbu;
    this.name = name;
  }

  /** Somebody who has not signed in. */
  public static Person anonymous(HonbuServer honbu) {
    return new Person(honbu, "anonymous");
  }

  /** With a bearer token. */
  public static Person withToken(HonbuServer honbu, KeycloakServer keycloak, String name) {
    Person person = new Person(honbu, name);
    person.headers.put("Authorization", "Bearer " + keycloak.tokenOf(name));
    return person;
  }

  /**
   * Through Keycloak's form, as a browser does it, on the way to this page. Keycloak refuses
   * whoever signs in while it still writes down their last time ({@code
   * user_temporarily_disabled}), which on a busy machine takes a while: they type again, after ever
   * longer pauses, fewer times than it takes to be locked out.
   */
  public static Person signIn(HonbuServer honbu, String name, String page) {
    Person person = new Person(honbu, name);
    await("Keycloak lets " + name + " in")
        .atMost(Duration.ofSeconds(45))
        .pollInterval(fibonacci(TimeUnit.SECONDS))
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              Answer form = person.http.browse(honbu.url(page));
              return person.http.submit(login(form), credentials(name));
            },
            landed -> !landed.body().contains("kc-form-login"));
    return person;
  }

  private static Map<String, String> credentials(String name) {
    return Map.of("username", name, "password", KeycloakServer.PASSWORD);
  }

  private static URI login(Answer form) {
    Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(form.body());
    if (!action.find()) {
      throw new IllegalStateException("no login form: " + form);
    }
    return form.at().resolve(action.group(1).replace("&amp;", "&"));
  }

  /** Signed in to Tasklist. */
  public static Person inTasklist(HonbuServer honbu, String name) {
    return signIn(honbu, name, "/camunda/app/tasklist/default/");
  }

  public String name() {
    return name;
  }

  /** From now on whatever is answered is taken, and not JSON alone. */
  public Person takesAnything() {
    headers.put("Accept", "application/json, */*;q=0.1");
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, JsonStructure body) {
    return send("POST", path, body.toString());
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  /** Any method; the token against forged requests goes along when the server has set one. */
  public Answer send(String method, String path, String json) {
    return send(method, path, "application/json", json);
  }

  /** As above, with a body that says it is of this type. */
  public Answer send(String method, String path, String type, String body) {
    URI uri = honbu.url(path);
    var all = new HashMap<>(headers);
    Optional<String> xsrf = http.cookie(uri, XSRF);
    xsrf.ifPresent(token -> all.put("X-" + XSRF, token));
    all.put("Origin", honbu.url("").toString());
    return http.send(method, uri, type, body, all);
  }

  /** A form of our own pages, as a browser sends it. */
  public Answer submit(String path, Map<String, String> fields) {
    return http.send(
        "POST",
        honbu.url(path),
        "application/x-www-form-urlencoded",
        Http.form(fields),
        Map.of("Origin", honbu.url("").toString()));
  }

  /** A page as a browser would get it, redirects followed. */
  public Answer browse(String path) {
    return http.browse(honbu.url(path));
  }

  /** As if the browser had been closed. */
  public void forgetCookies() {
    http.forgetCookies();
  }
}
