package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.honbu.incidents.AnnouncementPromises;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Veil;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.Kind;
import org.honbu.statuspage.StatusPage;
import org.jspecify.annotations.Nullable;

/**
 * The status page for those who work here: what users were told of the worst open incidents, who
 * leads them, and of which they were told nothing yet. Real incidents only, as on the public page.
 */
@Named("statusInside")
@RequestScoped
public class StatusInside {
  /** So many of the worst; each costs a few questions, as often as the page looks for news. */
  static final int MOST = 40;

  private final IncidentBoard incidents;
  private final Privacy privacy;
  private final CurrentPerson reader;
  private final AnnouncementPromises promises;
  private final StatusPage page;
  private final Names names;
  private @Nullable Shown shown;
  private @Nullable List<Line> lines;

  @Inject
  public StatusInside(
      IncidentBoard incidents,
      Privacy privacy,
      CurrentPerson reader,
      AnnouncementPromises promises,
      StatusPage page,
      Names names) {
    this.incidents = incidents;
    this.privacy = privacy;
    this.reader = reader;
    this.promises = promises;
    this.page = page;
    this.names = names;
  }

  /** Users were told, the worst first. */
  public List<Line> getTold() {
    return all().stream().filter(line -> !line.told().isEmpty()).toList();
  }

  /** Nobody has told users yet, the worst first. */
  public List<Line> getUntold() {
    return all().stream().filter(line -> line.told().isEmpty()).toList();
  }

  /** How many are open beside those the page shows. */
  public int getMore() {
    return shown().more();
  }

  private List<Line> all() {
    if (lines == null) {
      List<IncidentView> shown = shown().worst();
      Veil veil = privacy.over(shown.stream().map(IncidentView::id).toList(), reader.id());
      lines = shown.stream().map(view -> line(view, veil.hides(view.id()))).toList();
    }
    return lines;
  }

  private Shown shown() {
    if (shown == null) {
      shown = Shown.of(incidents);
    }
    return shown;
  }

  /** What the page is about; what it looks for news of. */
  record Shown(List<IncidentView> worst, int more) {
    static Shown of(IncidentBoard incidents) {
      List<BoardRow> open =
          incidents.open().stream().filter(row -> row.kind() == Kind.REAL).toList();
      List<IncidentView> worst =
          open.stream()
              .limit(MOST)
              .map(BoardRow::id)
              .flatMap(id -> incidents.find(id).stream())
              .toList();
      return new Shown(worst, Math.max(0, open.size() - MOST));
    }
  }

  private Line line(IncidentView view, boolean hidden) {
    boolean told = view.publicPhase() != PublicPhase.NONE;
    return new Line(
        view.id().value(),
        hidden ? names.in(Privacy.TITLE) : names.title(view.what()),
        view.severity().map(Severity::level).orElse(0),
        names.in(view.state().label()),
        view.component().filter(any -> !hidden).orElse(""),
        told ? names.in(view.publicPhase().label()) : "",
        page.pathOf(view.id()).orElse(""),
        view.seat().map(CommandSeat::holder).map(names::face).orElse(null),
        told ? promises.next(view.id()).orElse(null) : null);
  }

  /**
   * One incident.
   *
   * @param severity 0 while nobody has rated it
   * @param told how it stands by what users were told; empty while that is nothing
   * @param path where users read of it; empty until it stands there
   * @param next when users were promised to hear again
   */
  public record Line(
      String id,
      String what,
      int severity,
      String state,
      String component,
      String told,
      String path,
      @Nullable Face commander,
      @Nullable Instant next) {}
}
