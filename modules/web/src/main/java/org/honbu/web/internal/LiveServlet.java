package org.honbu.web.internal;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Directory;
import org.jspecify.annotations.Nullable;

/**
 * {@code /live/<page's path>}: server-sent events that say when and where that page would look
 * different.
 */
public class LiveServlet extends HttpServlet {
  @Inject private transient LiveNews news;
  @Inject private transient Directory directory;
  @Inject private transient Outsiders outsiders;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    Optional<Page> page = Page.at(path);
    if (page.isEmpty() || !page.get().isLive() || !opens(page.get(), request.getUserPrincipal())) {
      Refusal.send(request, response, WebProblems.NOT_FOUND);
      return;
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext watcher = request.startAsync();
    watcher.setTimeout(0);
    Viewer viewer =
        new Viewer(
            new PersonId(request.getUserPrincipal().getName()),
            watcher,
            response.getOutputStream());
    response.getOutputStream().setWriteListener(viewer);
    news.watch(isShut(page.get(), path, request) ? Page.BOARD.path() : path, viewer);
  }

  /**
   * Whoever is outside a private incident hears of it what the board says, and not how busy it is.
   */
  private boolean isShut(Page page, String path, HttpServletRequest request) {
    return page.isOfAnIncident()
        && page.variable(path)
            .filter(number -> outsiders.isShut(number, request.getUserPrincipal().getName()))
            .isPresent();
  }

  private boolean opens(Page page, @Nullable Principal person) {
    Set<String> groups =
        person == null
            ? Set.of()
            : directory
                .find(new PersonId(person.getName()))
                .map(Directory.Entry::groups)
                .orElse(Set.of());
    return page.opensFor(groups);
  }
}
