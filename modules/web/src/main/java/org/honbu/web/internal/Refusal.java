package org.honbu.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;

/** How a filter says no: a problem document to programs, the error page to people. */
final class Refusal {
  /** Request attribute under which the error page finds the failure. */
  static final String PROBLEM = "honbu.problem";

  private Refusal() {}

  static void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    ProblemException failure = new ProblemException(problem);
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (!Paths.isApi(request)) {
      request.setAttribute(PROBLEM, failure);
      response.sendError(problem.status());
      return;
    }
    response.setStatus(problem.status());
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(ProblemDocument.of(failure).json(CurrentPerson.localeOf(request)));
  }
}
