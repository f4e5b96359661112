package org.honbu.context.internal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.context.Change;
import org.honbu.context.ContextPack;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.ContactPoint;
import org.honbu.people.People;
import org.honbu.people.Team;

/** What REST callers see of the pack; public only because JSON-B has to read it. */
public final class ContextDocument {
  private ContextDocument() {}

  /** A team, with its name in the reader's language. */
  public record Owner(String team, String name) {}

  /**
   * Somebody on call.
   *
   * @param level 1 or 2
   */
  public record OnCall(String id, String name, int level, List<Way> ways) {}

  /**
   * A way to reach somebody.
   *
   * @param channel EMAIL or PHONE
   */
  public record Way(String channel, String address) {}

  /** A component next to it. */
  public record Neighbour(String id, Optional<String> team, Optional<String> broken) {}

  /** A change to what runs. */
  public record Changed(
      String component,
      String kind,
      String label,
      Instant when,
      String who,
      String summary,
      Optional<String> url,
      boolean itself,
      boolean lastBefore) {}

  /** A reason why two incidents are alike. */
  public record Term(String reason, String label, int points, int most) {}

  /** Something like it that is over. */
  public record Similar(
      String id,
      String what,
      Instant resolvedAt,
      int points,
      List<Term> likeness,
      Optional<String> cause,
      Optional<String> remedy) {}

  /** What nobody has written down, and the fix. */
  public record Gap(String what, String fix) {}

  /** All of it. */
  public record Pack(
      String incident,
      Optional<String> component,
      Owner owner,
      List<OnCall> onCall,
      Optional<String> runbook,
      Optional<String> docs,
      Optional<String> link,
      List<Neighbour> needs,
      List<Neighbour> neededBy,
      List<Changed> changes,
      List<Similar> similar,
      List<Gap> missing) {}

  /** Writes for one reader. */
  static final class Writer {
    private final People people;
    private final Locale reader;

    Writer(People people, Locale reader) {
      this.people = people;
      this.reader = reader;
    }

    Pack pack(ContextPack pack) {
      return new Pack(
          pack.incident().value(),
          pack.component(),
          owner(pack.owner()),
          pack.onCall().stream().map(this::onCall).toList(),
          pack.runbook().map(URI::toString),
          pack.docs().map(URI::toString),
          pack.link(),
          pack.needs().stream().map(Writer::neighbour).toList(),
          pack.neededBy().stream().map(Writer::neighbour).toList(),
          pack.changes().stream().map(this::changed).toList(),
          pack.similar().stream().map(this::similar).toList(),
          pack.missing().stream().map(gap -> new Gap(gap.name(), gap.words().in(reader))).toList());
    }

    private Owner owner(TeamId team) {
      return new Owner(
          team.value(),
          people.team(team).map(Team::name).map(name -> name.in(reader)).orElse(team.value()));
    }

    private OnCall onCall(ContextPack.OnCall one) {
      return new OnCall(
          one.person().value(),
          people.name(one.person(), reader),
          one.level().number(),
          one.ways().stream().map(Writer::way).toList());
    }

    private static Way way(ContactPoint point) {
      return new Way(point.channel().name(), point.address());
    }

    private static Neighbour neighbour(ContextPack.Neighbour one) {
      return new Neighbour(
          one.id(), one.owner().map(TeamId::value), one.broken().map(IncidentId::value));
    }

    private Changed changed(ContextPack.RecentChange recent) {
      Change change = recent.change();
      return new Changed(
          change.component(),
          change.kind().name(),
          change.kind().label().in(reader),
          change.at(),
          change.who(),
          change.summary(),
          change.url(),
          recent.itself(),
          recent.lastBefore());
    }

    private Similar similar(ContextPack.SimilarIncident one) {
      return new Similar(
          one.id().value(),
          Words.written(one.what()).in(reader),
          one.resolvedAt(),
          one.points(),
          one.likeness().stream().map(this::term).toList(),
          one.cause().map(this::line),
          one.remedy().map(this::line));
    }

    private Term term(ContextPack.Term term) {
      return new Term(
          term.reason().name(),
          term.reason().label().in(reader),
          term.points(),
          term.reason().most());
    }

    private String line(TimelineEntry entry) {
      return entry.words().in(reader);
    }
  }
}
