package org.honbu.web.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/**
 * The page of last resort: what happened, what goes on, what to do; the number to quote last and
 * small.
 *
 * <p>Plain on purpose. It must still appear when the views themselves are what broke.
 */
public class ErrorServlet extends HttpServlet {
  private static final Words HEADING = new Words("うまくいきませんでした", "That did not work");
  private static final Words GOES_ON =
      new Words("呼び出しはサーバーで続いています。", "Paging continues on the server.");
  private static final Words BACK = new Words("障害の一覧へ", "To the incidents");
  private static final Words OUT = new Words("ログアウト", "Sign out");
  private static final Words NUMBER = new Words("番号", "Number");

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemException failure = failure(request);
    response.setStatus(failure.problem().status());
    if (Paths.isApiPath(original(request))) {
      response.setContentType(ProblemDocument.MEDIA_TYPE);
      response.setCharacterEncoding("UTF-8");
      response.getWriter().write(ProblemDocument.of(failure).json(CurrentPerson.localeOf(request)));
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Security-Policy", ContentPolicy.WITHOUT_SCRIPTS);
    write(response.getWriter(), failure, CurrentPerson.localeOf(request));
  }

  private static ProblemException failure(HttpServletRequest request) {
    if (request.getAttribute(Refusal.PROBLEM) instanceof ProblemException refused) {
      return refused;
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      ProblemException named = Failures.named(thrown);
      ProblemMapper.log(named, thrown);
      return named;
    }
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpServletResponse.SC_NOT_FOUND;
    return Failures.ofStatus(status);
  }

  private static String original(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
  }

  static void write(PrintWriter out, ProblemException failure, Locale reader) {
    Problem problem = failure.problem();
    out.printf(
        """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>%s — Honbu</title>
        <link rel="icon" type="image/svg+xml" href="/assets/img/honbu-mark.svg"><link rel="stylesheet" href="/assets/css/tokens.css"><link rel="stylesheet" href="/assets/css/components.css"></head>
        <body><main class="page stack" id="main">
        <h1>%s</h1>
        <p class="s-4" data-problem="%s">%s</p>
        <p class="mut">%s</p>
        <div>%s</div>
        <p class="s-0 dim">%s %s</p>
        </main></body></html>
        """,
        reader.getLanguage(),
        HEADING.in(reader),
        HEADING.in(reader),
        problem.code(),
        escaped(failure.words().in(reader)),
        GOES_ON.in(reader),
        wayOut(problem, reader),
        NUMBER.in(reader),
        problem.code());
  }

  /** Who has no role would only be refused again: they may become somebody else. */
  private static String wayOut(Problem problem, Locale reader) {
    return problem.equals(WebProblems.NO_ROLE)
        ? "<form method=\"post\" action=\"/logout\"><button class=\"btn pri\">%s</button></form>"
            .formatted(OUT.in(reader))
        : "<a class=\"btn pri\" href=\"/incidents\">%s</a>".formatted(BACK.in(reader));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
