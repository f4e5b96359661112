package org.honbu.testkit.door;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * {@code POST /test-door/clock?passes=PT5M} lets time pass for everything in this server; {@code
 * GET /test-door/clock?property=…} tells whether an attack has set a system property.
 */
@WebServlet("/clock")
public class ClockDoor extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(System.getProperty(request.getParameter("property"), ""));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Duration ahead = MovableClock.THE_CLOCK.passes(Duration.parse(request.getParameter("passes")));
    ClockUtil.offset(ahead.toMillis());
    response.getWriter().println(ahead);
  }
}
