package org.honbu.web.internal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/**
 * Leads an address to the view that draws it, and what its forms send to {@link Acts}; the browser
 * sees only the address.
 */
public class Router extends HttpFilter {
  /** Request attribute: the {@link Page}. */
  static final String PAGE = "honbu.page";

  /** Request attribute: what stood in the variable part of the address. */
  static final String VARIABLE = "honbu.variable";

  @Inject private transient Acts acts;
  @Inject private transient Demo demo;
  @Inject private transient Refreshes refreshes;
  @Inject private transient Outsiders outsiders;
  @Inject private transient LiveNews news;

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
    boolean isShut = isShut(request, page.get());
    if (isShut && isSent(request) && !Outsiders.may(request.getParameter("act"))) {
      Refusal.send(request, response, Outsiders.PRIVATE_ROOM);
      return;
    }
    request.setAttribute(PAGE, page.get());
    page.get().variable(path).ifPresent(value -> request.setAttribute(VARIABLE, value));
    if (page.get() == Page.START && !demo.isOn()) {
      response.sendRedirect(request.getContextPath() + Page.BOARD.path());
      return;
    }
    if (isSent(request)) {
      acts.perform(page.get(), request, response);
      return;
    }
    if (page.get() == Page.INCIDENT && !isShut) {
      news.asked(path, new PersonId(request.getUserPrincipal().getName()));
    }
    refreshes.serve(isShut ? Page.PRIVATE : page.get(), request, response);
  }

  private static boolean isSent(HttpServletRequest request) {
    return "POST".equals(request.getMethod()) && request.getParameter("act") != null;
  }

  /** A private incident has one page for whoever is outside, at every address of its own. */
  private boolean isShut(HttpServletRequest request, Page page) {
    return page.isOfAnIncident()
        && page.variable(Paths.of(request))
            .filter(number -> outsiders.isShut(number, request.getUserPrincipal().getName()))
            .isPresent();
  }
}
