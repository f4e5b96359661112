package org.honbu.tasklist.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a caller says to the engine's REST API before the engine does.
 *
 * <ul>
 *   <li>A query with an expression runs code on Camunda 7.24.0 (CVE-2026-109432), so any key ending
 *       in "Expression" is refused, at any depth, however it is escaped, in the body and in the
 *       query string.
 *   <li>A claim names its claimer: only the person who signed in.
 *   <li>Nothing but JSON, and not more than 256 KB of it.
 * </ul>
 *
 * <p>The parser is the one the engine's API uses, on the same bytes, so that both read the same.
 * The guards inside the engine stand behind this.
 */
public class BodyGuard extends HttpFilter {
  static final int LIMIT = 256 * 1024;
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern JSON_TYPE =
      Pattern.compile("\\s*application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAIM =
      Pattern.compile("/api/engine/engine/default/task/[^/]+/claim");

  private final transient JsonFactory json = new JsonFactory();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (WITHOUT_BODY.contains(request.getMethod())) {
      if (namesExpression(request)) {
        Refusal.EXPRESSION.send(request, response);
      } else {
        chain.doFilter(request, response);
      }
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
    Optional<Refusal> refusal = judge(request, body);
    if (refusal.isPresent()) {
      refusal.get().send(request, response);
    } else {
      chain.doFilter(new ReadRequest(request, body), response);
    }
  }

  private Optional<Refusal> judge(HttpServletRequest request, byte[] body) throws IOException {
    if (body.length > LIMIT) {
      return Optional.of(Refusal.TOO_LARGE);
    }
    if (!saysJson(request) && body.length > 0) {
      return Optional.of(Refusal.NOT_JSON);
    }
    if (namesExpression(request)) {
      return Optional.of(Refusal.EXPRESSION);
    }
    return body.length == 0 ? Optional.empty() : judgeJson(request, body);
  }

  private Optional<Refusal> judgeJson(HttpServletRequest request, byte[] body) throws IOException {
    boolean claim = CLAIM.matcher(Paths.raw(request)).matches();
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.of(Refusal.NOT_JSON);
      }
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.FIELD_NAME) {
          continue;
        }
        if (isExpression(parser.currentName())) {
          return Optional.of(Refusal.EXPRESSION);
        }
        if (claim && !namesOnlyTheCaller(request, parser)) {
          return Optional.of(Refusal.FOR_SOMEONE_ELSE);
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException unreadable) {
      return Optional.of(Refusal.NOT_JSON);
    }
  }

  /** A claim has one field, {@code userId}; written twice, both must be the caller. */
  private static boolean namesOnlyTheCaller(HttpServletRequest request, JsonParser parser)
      throws IOException {
    @Nullable Principal caller = request.getUserPrincipal();
    return caller != null
        && parser.currentName().equals("userId")
        && parser.nextToken() == JsonToken.VALUE_STRING
        && parser.getText().equals(caller.getName());
  }

  private static boolean saysJson(HttpServletRequest request) {
    @Nullable String type = request.getContentType();
    return type != null && JSON_TYPE.matcher(type).matches();
  }

  private static boolean namesExpression(HttpServletRequest request) {
    return Collections.list(request.getParameterNames()).stream().anyMatch(BodyGuard::isExpression);
  }

  private static boolean isExpression(String name) {
    return name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
  }
}
