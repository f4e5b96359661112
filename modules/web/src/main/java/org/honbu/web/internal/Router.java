package org.honbu.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Leads an address to the view that draws it; the browser sees only the address. */
public final class Router extends HttpFilter {
  /** Request attribute: the {@link Page}. */
  static final String PAGE = "honbu.page";

  /** Request attribute: what stood in the variable part of the address. */
  static final String VARIABLE = "honbu.variable";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    Optional<Page> page = Page.at(path);
    if (page.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(PAGE, page.get());
    page.get().variable(path).ifPresent(value -> request.setAttribute(VARIABLE, value));
    request.getRequestDispatcher(page.get().view()).forward(request, response);
  }
}
