package org.honbu.tasklist.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Gives each answer the nonce of its own page.
 *
 * <p>Camunda's header filter writes the nonce that its page filter puts into the page as an
 * attribute of the whole web application. Whoever asks for anything between the two changes it, and
 * the first one's browser refuses every script: Tasklist stays white. Each request therefore sees
 * an application whose nonce nobody else writes.
 */
public class OwnNonce extends HttpFilter {
  /** Camunda's {@code ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE}. */
  static final String NONCE = "org.camunda.bpm.csp.nonce";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServletContext shared = request.getServletContext();
    ServletContext own =
        (ServletContext)
            Proxy.newProxyInstance(
                OwnNonce.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                new Nonce(shared));
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletContext getServletContext() {
            return own;
          }
        },
        response);
  }

  /** The application as it is, but for one attribute. */
  private static final class Nonce implements InvocationHandler {
    private final ServletContext shared;
    private @Nullable Object nonce;

    Nonce(ServletContext shared) {
      this.shared = shared;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (arguments != null && NONCE.equals(arguments[0])) {
        switch (method.getName()) {
          case "setAttribute" -> {
            nonce = arguments[1];
            return null;
          }
          case "getAttribute" -> {
            return nonce;
          }
          default -> {
            // nothing else is kept apart
          }
        }
      }
      try {
        return method.invoke(shared, arguments);
      } catch (InvocationTargetException failed) {
        throw failed.getCause();
      }
    }
  }
}
