package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.notifications.SignedLinks;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.warroom.ShareOutcome;
import org.honbu.warroom.SharedLink;
import org.honbu.warroom.SharedLinks;
import org.honbu.workflow.Retried;

/**
 * The link is its row's id and end, signed; so it can be shown again, and nobody who reads the
 * database can make one.
 */
@ApplicationScoped
@Retried
@Transactional
class SignedSharedLinks implements SharedLinks {
  static final String PATH = "/s/";
  private static final String PURPOSE = "honbu:share:1";
  private static final int MOST = 10;

  private static final Words ONLY_WHO_LEADS =
      new Words(
          "リンクをつくり、止められるのは、コマンダー・副コマンダー・アナウンス担当と、プロセスオーナー（{0}）です",
          "The commander, the deputy, the announcer and process owners ({0}) make and revoke links");
  private static final Words ENOUGH =
      new Words(
          "リンクはもう 10 本あります。使っていないものを止めてください",
          "There are ten links already. Revoke one that nobody needs");
  private static final Words MADE =
      new Words(
          "{0} さんが、経営向けの読み取り専用リンクをつくりました（{1} まで）",
          "{0} made a read-only link for executives, good until {2}");
  private static final Words REVOKED =
      new Words("{0} さんが、経営向けのリンクを止めました", "{0} revoked a read-only link for executives");

  private final IncidentBoard board;
  private final Incidents incidents;
  private final People people;
  private final Called called;
  private final CardWords words;
  private final SharedViews views;
  private final OpeningLimit limit;
  private final SignedLinks signed;
  private final CardStore store;
  private final Ids ids;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters")
  SignedSharedLinks(
      IncidentBoard board,
      Incidents incidents,
      People people,
      Called called,
      CardWords words,
      SharedViews views,
      OpeningLimit limit,
      SignedLinks signed,
      CardStore store,
      Ids ids,
      Clock clock) {
    this.board = board;
    this.incidents = incidents;
    this.people = people;
    this.called = called;
    this.words = words;
    this.views = views;
    this.limit = limit;
    this.signed = signed;
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public ShareOutcome make(IncidentId incident, Duration lives, PersonId by) {
    if (lives.compareTo(Duration.ofHours(1)) < 0 || lives.compareTo(LONGEST) > 0) {
      throw new ProblemException(CardProblems.HOURS, "hours", LONGEST.toHours());
    }
    IncidentView view = board.view(incident);
    if (!mayShare(view, by)) {
      return new ShareOutcome.NotAllowed(refused(incident, by));
    }
    Optional<Words> not = OnlyWhatMayBeToldIsShared.noNewLink(view);
    if (not.isEmpty() && working(view).count() >= MOST) {
      not = Optional.of(ENOUGH);
    }
    if (not.isPresent()) {
      return new ShareOutcome.NotNow(not.get());
    }
    return new ShareOutcome.Shared(made(view, lives, by));
  }

  private SharedLink made(IncidentView view, Duration lives, PersonId by) {
    // To the second, as the link carries it.
    Instant now = now();
    Instant ends = now.plus(lives).truncatedTo(ChronoUnit.SECONDS);
    var row = new SharedLinkRow(ids.next(), view.id(), by, now, ends);
    store.add(row);
    store.flush();
    Words until = words.at(end(row, view));
    incidents.note(
        view.id(), "link-made", MADE.with("{0}", until.ja(), until.en()), Actor.person(by));
    return shown(row, view);
  }

  @Override
  public Outcome revoke(IncidentId incident, UUID link, PersonId by) {
    if (!mayShare(board.view(incident), by)) {
      return new Outcome.NotAllowed(refused(incident, by));
    }
    SharedLinkRow row =
        store
            .link(link)
            .filter(found -> found.incident().equals(incident))
            .orElseThrow(() -> new ProblemException(CardProblems.NO_LINK, incident.value()));
    if (row.isRevoked()) {
      return new Outcome.AlreadyDone();
    }
    row.revoke(by, now());
    store.flush();
    incidents.note(incident, "link-revoked", REVOKED, Actor.person(by));
    return Outcome.done();
  }

  @Override
  public boolean mayShare(IncidentId incident, PersonId person) {
    return mayShare(board.view(incident), person);
  }

  private boolean mayShare(IncidentView view, PersonId person) {
    return Stream.of(view.seat().map(CommandSeat::holder), view.deputy(), view.announcer())
            .flatMap(Optional::stream)
            .anyMatch(person::equals)
        || people.hasRole(person, Role.PROCESS_OWNER);
  }

  private Words refused(IncidentId incident, PersonId by) {
    Words why = Called.fill(ONLY_WHO_LEADS, called.whoHave(Role.PROCESS_OWNER));
    incidents.note(incident, "refused", why, Actor.person(by));
    return why;
  }

  @Override
  public List<SharedLink> of(IncidentId incident) {
    IncidentView view = board.view(incident);
    return OnlyWhatMayBeToldIsShared.privately(view).isPresent()
        ? List.of()
        : working(view).map(row -> shown(row, view)).toList();
  }

  private Stream<SharedLinkRow> working(IncidentView view) {
    return store.links(view.id()).stream().filter(row -> works(row, view));
  }

  private boolean works(SharedLinkRow row, IncidentView view) {
    return !row.isRevoked() && clock.instant().isBefore(end(row, view));
  }

  /** Its own end, or a day after the incident's, whichever comes first. */
  private static Instant end(SharedLinkRow row, IncidentView view) {
    return view.times()
        .resolvedAt()
        .map(resolved -> resolved.plus(AFTER_THE_END))
        .filter(last -> last.isBefore(row.endsAt()))
        .orElse(row.endsAt());
  }

  private SharedLink shown(SharedLinkRow row, IncidentView view) {
    return new SharedLink(
        row.id(),
        view.id(),
        signed.publicly(PATH + signed.token(PURPOSE, row.id(), row.endsAt())),
        row.madeBy(),
        row.madeAt(),
        end(row, view),
        row.opened());
  }

  @Override
  public Look look(String token) {
    Optional<UUID> link = genuine(token);
    if (link.isPresent() && !limit.lets(link.get())) {
      return new Look.TooOften();
    }
    return link.flatMap(store::link).flatMap(this::seen).orElse(new Look.Nothing());
  }

  private Optional<Look> seen(SharedLinkRow row) {
    return board
        .find(row.incident())
        .filter(view -> works(row, view))
        .filter(view -> OnlyWhatMayBeToldIsShared.privately(view).isEmpty())
        .map(view -> new Look.Seen(views.of(view, end(row, view))));
  }

  @Override
  public void opened(String token) {
    genuine(token)
        .flatMap(store::link)
        .filter(row -> row.works(clock.instant()))
        .ifPresent(row -> store.countOpening(row.id()));
  }

  private Optional<UUID> genuine(String token) {
    return signed.read(PURPOSE, token) instanceof SignedLinks.Reading.Genuine genuine
        ? Optional.of(genuine.named())
        : Optional.empty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
