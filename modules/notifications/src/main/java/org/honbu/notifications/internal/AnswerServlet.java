package org.honbu.notifications.internal;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.HtmlTemplate;
import org.honbu.notifications.internal.AnswerPage.Answered;

/**
 * Serves {@code /a/*}, open to everybody: the token in the path is the key. The web application's
 * {@code web.xml} maps it.
 */
public class AnswerServlet extends HttpServlet {
  private static final String STYLE = "/answer.css";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (STYLE.equals(request.getPathInfo())) {
      response.setHeader("Cache-Control", "public, max-age=3600");
      send(response, 200, "text/css", HtmlTemplate.resource(AnswerServlet.class, "answer.css"));
      return;
    }
    Answered page = page().open(token(request), CurrentPerson.localeOf(request));
    send(response, page.status(), "text/html", page.html());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String pressed = request.getParameter("choice");
    boolean isUndo = request.getParameter("undo") != null;
    Locale reader = CurrentPerson.localeOf(request);
    Answered page =
        isUndo
            ? page().takeBack(token(request), reader)
            : page()
                .press(token(request), AnswerPage.choice(pressed == null ? "" : pressed), reader);
    send(response, page.status(), "text/html", page.html());
  }

  private static AnswerPage page() {
    return CDI.current().select(AnswerPage.class).get();
  }

  private static String token(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  private static void send(HttpServletResponse response, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type + ";charset=UTF-8");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Vary", "Accept-Language, Cookie");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
