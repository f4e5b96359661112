package org.honbu.statuspage.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.notifications.SignedLinks;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.statuspage.ShownComponent;
import org.honbu.testkit.process.Strict;

/** A shop with a status page, on a database of its own; what happens inside is kept in maps. */
final class Shop implements AutoCloseable {
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0007");
  static final IncidentId OTHER = new IncidentId("INC-2026-0008");
  static final IncidentId DRILL = new IncidentId("DRL-2026-03-INC");
  static final Instant START = Instant.parse("2026-11-23T18:19:00Z");

  final Tables tables = Tables.onH2();
  final TestClock clock = new TestClock();
  final StatusStore store = new JpaStatusStore(tables.database);
  final Map<IncidentId, Inside.Situation> situations = new HashMap<>();
  final Map<IncidentId, List<Inside.Told>> said = new HashMap<>();
  final List<Fact> facts = new ArrayList<>();
  final Outbox outbox = Strict.fake(Outbox.class, new Facts());
  final SignedLinks links = Strict.fake(SignedLinks.class, new Links());
  final PublicIds ids = new PublicIds(new Ids(clock));
  final Publisher publisher = new Publisher(store, new Below(), outbox, ids, clock);
  final Boards boards = boards(Optional.empty());

  Shop() {
    shows("payment-api", "決済", "Checkout", 1);
    shows("search-api", "検索", "Search", 2);
  }

  Boards boards(Optional<Path> copy) {
    return new Boards(store, config(copy), links, clock);
  }

  static StatusConfig config(Optional<Path> copy) {
    return new StatusConfig(new Words("サンプル商店", "Sample Store"), ZoneId.of("Asia/Tokyo"), copy);
  }

  void shows(String component, String ja, String en, int place) {
    tables.does(
        () ->
            store.add(
                new ShownComponentRow(
                    ids.next(),
                    new ShownComponent(component, new Words(ja, en), place),
                    clock.instant())));
  }

  /** It began ten minutes ago. */
  void breaks(IncidentId incident, Kind kind, String component) {
    situations.put(
        incident,
        new Inside.Situation(
            kind,
            IncidentState.INVESTIGATING,
            PublicPhase.NONE,
            Optional.of(component),
            clock.instant().minus(Duration.ofMinutes(10))));
    said.put(incident, new ArrayList<>());
  }

  void isNow(IncidentId incident, IncidentState state, PublicPhase phase) {
    Inside.Situation before = Objects.requireNonNull(situations.get(incident));
    situations.put(
        incident,
        new Inside.Situation(before.kind(), state, phase, before.component(), before.since()));
  }

  /** Something is published, and the fact of it arrives. */
  void tells(IncidentId incident, Phase phase, String ja, String en) {
    says(incident, phase, ja, en);
    hears(incident);
  }

  void says(IncidentId incident, Phase phase, String ja, String en) {
    List<Inside.Told> all = said(incident);
    all.add(
        new Inside.Told(
            UUID.randomUUID(),
            all.size() + 1,
            phase,
            new Words(ja, en),
            phase.closes()
                ? Optional.empty()
                : Optional.of(clock.instant().plus(Duration.ofMinutes(20))),
            clock.instant()));
  }

  List<Inside.Told> said(IncidentId incident) {
    return Objects.requireNonNull(said.get(incident));
  }

  void hears(IncidentId incident) {
    tables.does(() -> publisher.catchUp(incident));
  }

  PublicBoard board() {
    return tables.in(boards::read);
  }

  Map<String, StatusFile> served() {
    return Drawings.of(board(), Places.SERVED);
  }

  String served(String file) {
    StatusFile found = served().get(file);
    if (found == null) {
      throw new AssertionError(file + " is not among " + served().keySet());
    }
    return found.text();
  }

  PublicIncident only() {
    List<PublicIncident> all = board().incidents();
    if (all.size() != 1) {
      throw new AssertionError("not one: " + all);
    }
    return all.get(0);
  }

  @Override
  public void close() {
    tables.close();
  }

  /** A clock that moves when told. */
  static final class TestClock extends Clock {
    private Instant now = START;

    void passes(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Below implements Inside {
    @Override
    public Optional<Inside.Situation> find(IncidentId incident) {
      return Optional.ofNullable(situations.get(incident));
    }

    @Override
    public List<Inside.Told> published(IncidentId incident) {
      return List.copyOf(said(incident));
    }
  }

  final class Facts {
    void announce(Fact fact, Subject subject) {
      assert !subject.value().isEmpty();
      facts.add(fact);
    }
  }

  static final class Links {
    URI publicly(String path) {
      return URI.create("https://status.example" + path);
    }
  }
}
