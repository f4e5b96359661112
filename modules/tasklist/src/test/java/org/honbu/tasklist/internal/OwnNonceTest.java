package org.honbu.tasklist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.filter.headersec.HttpHeaderSecurityFilter;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two people open Tasklist at the same moment, through Camunda's own header filter. */
class OwnNonceTest {
  private final Map<String, Object> application = new HashMap<>();
  private final ServletContext shared = fake(ServletContext.class, this::shared);
  private final Filter headers = new HttpHeaderSecurityFilter();
  private final List<String> policies = new ArrayList<>();

  OwnNonceTest() throws ServletException {
    headers.init(
        fake(
            FilterConfig.class,
            (proxy, method, name) ->
                "contentSecurityPolicyValue".equals(at(0, name)) ? "script-src $NONCE" : null));
  }

  @Test
  void eachPageHasTheNonceOfItsOwnHeader() throws Exception {
    List<Object> pages = new ArrayList<>();
    visit(
        slow -> {
          visit(quick -> pages.add(nonceOf(quick)));
          pages.add(nonceOf(slow));
        });

    assertThat(policies).hasSize(2).doesNotHaveDuplicates();
    assertThat(policies.get(1)).isEqualTo("script-src 'nonce-" + pages.get(0) + "'");
    assertThat(policies.get(0)).isEqualTo("script-src 'nonce-" + pages.get(1) + "'");
  }

  @Test
  void everythingElseIsTheWholeApplications() throws Exception {
    visit(request -> request.getServletContext().setAttribute("plugins", "loaded"));
    visit(
        request ->
            assertThat(request.getServletContext().getAttribute("plugins")).isEqualTo("loaded"));

    assertThat(application).containsOnlyKeys("plugins");
  }

  @Test
  void theAttributeIsCamundas() {
    assertThat(OwnNonce.NONCE).isEqualTo(ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE);
  }

  private interface Page {
    void write(ServletRequest request) throws IOException, ServletException;
  }

  private void visit(Page page) throws IOException, ServletException {
    FilterChain rest = (request, response) -> page.write(request);
    new OwnNonce()
        .doFilter(
            fake(HttpServletRequest.class, (proxy, method, none) -> shared),
            fake(HttpServletResponse.class, this::response),
            (request, response) -> headers.doFilter(request, response, rest));
  }

  private static Object nonceOf(ServletRequest request) {
    return request.getServletContext().getAttribute(OwnNonce.NONCE);
  }

  private @Nullable Object shared(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "setAttribute" -> application.put(at(0, arguments), at(1, arguments));
      case "getAttribute" -> application.get(at(0, arguments));
      default -> throw new AssertionError("Nobody told this application its " + method.getName());
    };
  }

  private @Nullable Object response(Object proxy, Method method, Object @Nullable [] arguments) {
    if (at(0, arguments).equals("Content-Security-Policy")) {
      policies.add(at(1, arguments));
    }
    return null;
  }

  private static String at(int place, Object @Nullable [] arguments) {
    return arguments == null ? "" : String.valueOf(arguments[place]);
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            OwnNonceTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
