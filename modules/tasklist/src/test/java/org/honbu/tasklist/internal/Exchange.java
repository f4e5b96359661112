package org.honbu.tasklist.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through a filter, and what came of it. Whatever a test did not set up, and
 * whatever else a filter asks of the servlet API, fails.
 */
final class Exchange {
  private static final String CONTEXT = "/camunda";

  private final String method;
  private final String rawPath;
  private final String query;
  private @Nullable String person;
  private @Nullable String contentType;
  private byte[] body = new byte[0];
  private Locale language = Locale.ENGLISH;

  private int status = 200;
  private final StringWriter answer = new StringWriter();
  private boolean passed;
  private byte[] passedBody = new byte[0];
  private int statusAfterPassing = 200;
  private boolean signedOut;
  private boolean sessionEnded;

  private Exchange(String method, String rawPath, String query) {
    this.method = method;
    this.rawPath = rawPath;
    this.query = query;
  }

  static Exchange of(String method, String target) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new Exchange(method, target, "")
        : new Exchange(method, target.substring(0, mark), target.substring(mark + 1));
  }

  Exchange by(String person) {
    this.person = person;
    return this;
  }

  Exchange reading(Locale language) {
    this.language = language;
    return this;
  }

  Exchange saying(String json) {
    return saying("application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  Exchange saying(@Nullable String contentType, byte[] body) {
    this.contentType = contentType;
    this.body = body;
    return this;
  }

  /** What the rest of the application will answer when the filter lets this through. */
  Exchange answeredWith(int status) {
    this.statusAfterPassing = status;
    return this;
  }

  Exchange through(Filter filter) throws Exception {
    FilterChain chain =
        (request, response) -> {
          passed = true;
          passedBody = request.getInputStream().readAllBytes();
          status = statusAfterPassing;
        };
    filter.doFilter(
        fake(HttpServletRequest.class, this::request),
        fake(HttpServletResponse.class, this::response),
        chain);
    return this;
  }

  boolean passed() {
    return passed;
  }

  String passedBody() {
    return new String(passedBody, StandardCharsets.UTF_8);
  }

  int status() {
    return status;
  }

  String answer() {
    return answer.toString();
  }

  boolean signedOut() {
    return signedOut && sessionEnded;
  }

  private @Nullable Object request(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "getMethod" -> this.method;
      case "getRequestURI" -> CONTEXT + rawPath;
      case "getContextPath" -> CONTEXT;
      case "getServletPath" -> decoded(rawPath);
      case "getUserPrincipal" -> person == null ? null : (Principal) () -> person;
      case "getContentType" -> contentType;
      case "getLocale" -> language;
      case "getParameterNames" -> Collections.enumeration(parameterNames().toList());
      case "getInputStream" -> stream(new ByteArrayInputStream(body));
      case "getSession" -> fake(HttpSession.class, this::session);
      case "logout" -> {
        signedOut = true;
        yield null;
      }
      default -> throw new AssertionError("Nobody told this request its " + method.getName());
    };
  }

  private @Nullable Object session(Object proxy, Method method, Object @Nullable [] arguments) {
    if (!method.getName().equals("invalidate")) {
      throw new AssertionError("Nobody told this session its " + method.getName());
    }
    sessionEnded = true;
    return null;
  }

  private @Nullable Object response(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "setStatus" -> {
        status = (Integer) arguments(arguments)[0];
        yield null;
      }
      case "getStatus" -> status;
      case "getWriter" -> new PrintWriter(answer);
      case "setHeader", "setContentType", "setCharacterEncoding" -> null;
      default -> throw new AssertionError("Nobody told this response its " + method.getName());
    };
  }

  private static Object[] arguments(Object @Nullable [] arguments) {
    return arguments == null ? new Object[0] : arguments;
  }

  private Stream<String> parameterNames() {
    return Arrays.stream(query.split("&", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> decoded(part.replaceFirst("=.*", "")));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Exchange.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static ServletInputStream stream(ByteArrayInputStream bytes) {
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] into, int from, int length) {
        return bytes.read(into, from, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new AssertionError("Nobody reads this later");
      }
    };
  }
}
