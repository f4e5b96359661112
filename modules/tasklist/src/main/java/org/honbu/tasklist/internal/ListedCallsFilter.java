package org.honbu.tasklist.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses every call that Tasklist does not need.
 *
 * <p>Tasklist brings the engine's whole REST API with it: deployments, users, jobs, messages,
 * deleting processes. Default deny, so that a route nobody thought of is closed.
 */
public class ListedCallsFilter extends HttpFilter {
  private final transient ListedCalls calls = ListedCalls.ofTasklist();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (calls.contain(request.getMethod(), Paths.raw(request))) {
      chain.doFilter(request, response);
    } else {
      Refusal.NOT_LISTED.send(request, response);
    }
  }
}
