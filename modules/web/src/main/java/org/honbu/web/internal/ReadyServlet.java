package org.honbu.web.internal;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.honbu.workflow.Readiness;

/**
 * Says whether work may come in: 200 once everything has started, 503 before and after.
 *
 * <p>A server whose start-up failed half way still answers requests, so load balancers and the
 * launcher ask here, never at the open port.
 */
public class ReadyServlet extends HttpServlet {
  @Inject private transient Instance<Readiness> readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean ready = readiness.isResolvable() && readiness.get().isReady();
    response.setStatus(
        ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(ready ? "ready" : "starting");
  }
}
