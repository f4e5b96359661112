package org.honbu.context.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.honbu.alerts.Alerts;
import org.honbu.alerts.Signal;
import org.honbu.context.ContextPack.SimilarIncident;
import org.honbu.context.ContextPack.Term;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;

/**
 * Finds what happened before: the newest 200 real incidents that were resolved within a year, two
 * queries for them all and one for each that is told of.
 *
 * <p>The past changes slowly and a full room reads the page at every turn, so an answer is
 * remembered for half a minute, as long as the incident looks the same.
 */
@ApplicationScoped
class Precedents {
  private static final int LOOKED_AT = 200;
  private static final int TOLD = 3;
  private static final Duration REMEMBERS = Duration.ofSeconds(30);
  private static final int REMEMBERED = 500;

  private final IncidentBoard incidents;
  private final Alerts alerts;
  private final Map<IncidentId, Remembered> remembered = new ConcurrentHashMap<>();

  @Inject
  Precedents(IncidentBoard incidents, Alerts alerts) {
    this.incidents = incidents;
    this.alerts = alerts;
  }

  /** An answer, and what was asked. */
  private record Remembered(
      String what,
      Optional<String> component,
      int signals,
      Instant at,
      List<SimilarIncident> answer) {

    boolean holds(IncidentView incident, Instant now) {
      return what.equals(incident.what())
          && component.equals(incident.component())
          && signals == incident.signals().different()
          && !now.isBefore(at)
          && now.isBefore(at.plus(REMEMBERS));
    }
  }

  List<SimilarIncident> of(IncidentView incident, Instant now) {
    Remembered before = remembered.get(incident.id());
    if (before != null && before.holds(incident, now)) {
      return before.answer();
    }
    List<SimilarIncident> answer = found(incident, now);
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    remembered.put(
        incident.id(),
        new Remembered(
            incident.what(), incident.component(), incident.signals().different(), now, answer));
    return answer;
  }

  private List<SimilarIncident> found(IncidentView incident, Instant now) {
    List<BoardRow> past =
        incidents.resolvedSince(now.minus(Comparison.OLD), LOOKED_AT).stream()
            .filter(row -> !row.id().equals(incident.id()))
            .toList();
    if (past.isEmpty()) {
      return List.of();
    }
    Map<IncidentId, List<Signal>> said =
        alerts.signals(
            Stream.concat(Stream.of(incident.id()), past.stream().map(BoardRow::id)).toList());
    Traits here = traits(incident.id(), incident.what(), incident.component(), said);
    return past.stream()
        .map(
            row ->
                new Found(
                    row,
                    Comparison.of(
                        here, traits(row.id(), row.what(), row.component(), said), ago(row, now))))
        .filter(found -> !found.terms().isEmpty())
        .sorted(Comparator.comparing(Found::points).reversed())
        .limit(TOLD)
        .map(this::told)
        .toList();
  }

  private static Traits traits(
      IncidentId id, String what, Optional<String> component, Map<IncidentId, List<Signal>> said) {
    return Traits.of(what, component, said.getOrDefault(id, List.of()));
  }

  private static Duration ago(BoardRow row, Instant now) {
    return Duration.between(row.resolvedAt().orElse(row.declaredAt()), now);
  }

  /** One that is alike. */
  private record Found(BoardRow row, List<Term> terms) {
    int points() {
      return Comparison.sum(terms);
    }
  }

  private SimilarIncident told(Found found) {
    BoardRow row = found.row();
    List<TimelineEntry> timeline = incidents.timeline(row.id());
    return new SimilarIncident(
        row.id(),
        row.what(),
        row.resolvedAt().orElse(row.declaredAt()),
        found.terms(),
        last(timeline, "identified"),
        last(timeline, "mitigated").or(() -> last(timeline, "resolved")));
  }

  private static Optional<TimelineEntry> last(List<TimelineEntry> timeline, String type) {
    return timeline.stream()
        .filter(entry -> entry.type().equals(type))
        .reduce((earlier, later) -> later);
  }
}
