package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Open pages that fetch what is new: some regions, or all of it.
 *
 * <p>{@code ?regions=timeline,head&edition=…} draws these regions alone. What is the same for all
 * who look is drawn once for each edition and language; before it is drawn for anybody and before
 * they are handed it, it is asked whether they may read the incident. Everything else is drawn for
 * its reader, by beans that ask themselves; so is the timeline of whoever looks at all of it.
 * Whoever says {@value #PATIENT} only looks, and is asked to come back while others are served: by
 * 204, since nothing is wrong, and browsers would write an error down.
 */
@ApplicationScoped
class Refreshes {
  /** Request header of a page on which nobody acts. */
  static final String PATIENT = "X-Honbu-Patient";

  /** Request parameter: the regions. */
  static final String REGIONS = "regions";

  private static final String EDITION = "edition";

  private final RegionFiles files;
  private final Function<String, Optional<Edition>> editions;
  private final Turnstile turnstile;
  private final BiPredicate<IncidentId, PersonId> mayRead;

  @Inject
  Refreshes(
      RegionFiles files,
      LiveNews news,
      Turnstile turnstile,
      IncidentBoard incidents,
      Privacy privacy) {
    this(
        files,
        news::edition,
        turnstile,
        (incident, reader) ->
            incidents.find(incident).isPresent() && privacy.mayRead(incident, reader));
  }

  /**
   * As it is put together.
   *
   * @param editions the live page at a path as it was noticed last
   * @param mayRead whether the person may see all of the incident that is not for some alone
   */
  Refreshes(
      RegionFiles files,
      Function<String, Optional<Edition>> editions,
      Turnstile turnstile,
      BiPredicate<IncidentId, PersonId> mayRead) {
    this.files = files;
    this.editions = editions;
    this.turnstile = turnstile;
    this.mayRead = mayRead;
  }

  /** For the container's proxy. */
  Refreshes() {
    this(new RegionFiles(), any -> Optional.empty(), new Turnstile(), (any, nobody) -> false);
  }

  /** Draws what the page asks for. */
  void serve(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String wanted = request.getParameter(REGIONS);
    if (page == Page.INCIDENT && wanted != null) {
      List<String> regions = List.of(wanted.split(",", -1));
      request.setAttribute(PageParts.FILES, files.of(regions));
      Optional<Edition> edition = shared(request, regions);
      if (edition.isPresent()) {
        hand(edition.get(), Set.copyOf(regions), request, response);
        return;
      }
    }
    draw(page, request, response);
  }

  /** The edition from which the reader may have these regions as everybody has them. */
  private Optional<Edition> shared(HttpServletRequest request, List<String> regions) {
    return editions
        .apply(Paths.of(request))
        .filter(edition -> edition.name().equals(request.getParameter(EDITION)))
        .filter(any -> request.getParameter(IncidentPage.LINES) == null)
        .filter(edition -> SharedRegions.of(edition.seen()).containsAll(Set.copyOf(regions)))
        .filter(edition -> !edition.seen().acting().contains(reader(request)))
        .filter(any -> mayRead(request));
  }

  private boolean mayRead(HttpServletRequest request) {
    String number = String.valueOf(request.getAttribute(Router.VARIABLE));
    return mayRead.test(new IncidentId(number), reader(request));
  }

  private static PersonId reader(HttpServletRequest request) {
    return new PersonId(request.getUserPrincipal().getName());
  }

  private void hand(
      Edition edition,
      Set<String> regions,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    byte[] body =
        edition.drawn(
            CurrentPerson.localeOf(request).getLanguage(),
            regions,
            () -> {
              Drawn drawn = new Drawn(response);
              request.getRequestDispatcher(Page.INCIDENT.view()).forward(request, drawn);
              return drawn.body();
            });
    // Somebody may have been put outside meanwhile, and more written since.
    if (!mayRead(request)) {
      request.removeAttribute(PageParts.FILES);
      draw(Page.PRIVATE, request, response);
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Security-Policy", ContentPolicy.WITHOUT_SCRIPTS);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private void draw(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    boolean patient = request.getHeader(PATIENT) != null;
    if (patient && !turnstile.enter()) {
      response.setHeader("Retry-After", "1");
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    try {
      request.getRequestDispatcher(page.view()).forward(request, response);
    } finally {
      if (patient) {
        turnstile.leave();
      }
    }
  }
}
