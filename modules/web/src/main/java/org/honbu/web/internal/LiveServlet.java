package org.honbu.web.internal;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.ReportId;
import org.honbu.kernel.Subject;
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
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    Optional<Page> page = Page.at(path);
    if (page.isEmpty()
        || !mayBeLookedAt(page.get(), path)
        || !opens(page.get(), request.getUserPrincipal())) {
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
            CurrentPerson.localeOf(request).getLanguage(),
            clock.instant(),
            watcher,
            response.getOutputStream());
    response.getOutputStream().setWriteListener(viewer);
    Optional<IncidentId> shut = shut(page.get(), path, request);
    if (shut.isPresent()) {
      news.watchFromOutside(shut.get(), viewer);
    } else {
      news.watch(path, viewer);
    }
  }

  /** The private incident that this page is of, for whoever is outside. */
  private Optional<IncidentId> shut(Page page, String path, HttpServletRequest request) {
    return page.isOfAnIncident()
        ? page.variable(path)
            .filter(number -> outsiders.isShut(number, request.getUserPrincipal().getName()))
            .map(IncidentId::new)
        : Optional.empty();
  }

  /**
   * Whether it follows what happens. What is no number is nobody's: it would be looked for in vain,
   * twice a second, as long as the connection holds.
   */
  static boolean mayBeLookedAt(Page page, String path) {
    try {
      Optional<Subject> subject =
          page.variable(path)
              .map(one -> page == Page.ONE_REPORT ? new ReportId(one) : new IncidentId(one));
      return page.isLive() && subject.isPresent() == page.path().contains("{");
    } catch (ProblemException noNumber) {
      return false;
    }
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
