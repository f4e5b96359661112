package org.honbu.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a browser or a program would send it; asking for anything unforeseen fails. */
final class Sent {
  private final String method;
  private final String path;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private @Nullable Principal person;
  private Cookie @Nullable [] cookies;
  private List<Locale> languages = List.of(Locale.ENGLISH);

  private Sent(String method, String path) {
    this.method = method;
    this.path = path;
    headers.put("host", "honbu.example:8080");
  }

  static Sent get(String path) {
    return new Sent("GET", path);
  }

  static Sent post(String path) {
    return new Sent("POST", path);
  }

  Sent with(String header, String value) {
    headers.put(header.toLowerCase(Locale.ROOT), value);
    return this;
  }

  Sent by(String name) {
    person = () -> name;
    return this;
  }

  Sent cookie(String name, String value) {
    cookies = new Cookie[] {new Cookie(name, value)};
    return this;
  }

  Sent reading(Locale... wishes) {
    languages = List.of(wishes);
    return this;
  }

  HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, asked, values) -> answer(asked.getName(), values));
  }

  private @Nullable Object answer(String asked, Object @Nullable [] values) {
    return switch (asked) {
      case "getMethod" -> method;
      case "getServletPath" -> path;
      case "getPathInfo" -> null;
      case "getHeader" -> values == null ? null : headers.get(key(values[0]));
      case "getUserPrincipal" -> person;
      case "getCookies" -> cookies;
      case "getLocales" -> Collections.enumeration(languages);
      case "getQueryString" -> null;
      case "isSecure" -> false;
      default -> throw new AssertionError("nobody foresaw " + asked);
    };
  }

  private static String key(Object header) {
    return header.toString().toLowerCase(Locale.ROOT);
  }
}
