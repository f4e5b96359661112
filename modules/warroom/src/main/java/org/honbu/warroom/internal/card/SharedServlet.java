package org.honbu.warroom.internal.card;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.honbu.kernel.CurrentPerson;
import org.honbu.warroom.SharedLinks;
import org.honbu.warroom.internal.card.SharedPage.Answered;

/**
 * Serves {@code /s/*}, open to everybody: the token in the path is the key. The web application's
 * {@code web.xml} maps it. Nothing but reading is there.
 */
public class SharedServlet extends HttpServlet {
  private static final String SEEN = "/seen.svg";
  private static final String NOTHING_TO_SEE =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    if (path.endsWith(SEEN)) {
      String token = path.substring(1, Math.max(1, path.length() - SEEN.length()));
      if (!"HEAD".equals(request.getMethod())) {
        CDI.current().select(SharedLinks.class).get().opened(token);
      }
      send(response, 200, "image/svg+xml", NOTHING_TO_SEE);
      return;
    }
    Answered page =
        CDI.current()
            .select(SharedPage.class)
            .get()
            .open(path.substring(1), CurrentPerson.localeOf(request));
    send(response, page.status(), "text/html", page.html());
  }

  private static void send(HttpServletResponse response, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type + ";charset=UTF-8");
    response.setHeader("Cache-Control", "no-store, private");
    response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    response.setHeader("Vary", "Accept-Language, Cookie");
    if (status == 429) {
      response.setHeader("Retry-After", "60");
    }
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
