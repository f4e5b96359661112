package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.Cover;
import org.honbu.people.Gap;
import org.honbu.people.Lack;
import org.honbu.people.Outlook;
import org.honbu.people.PassedOver;
import org.honbu.people.People;
import org.honbu.people.Post;
import org.honbu.people.Readiness;
import org.honbu.people.Seat;
import org.honbu.people.Watch;
import org.jspecify.annotations.Nullable;

/** Tells who holds which post in the next four weeks, and where nobody does. */
@Path("/readiness")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ReadinessResource {
  private final Readiness readiness;
  private final People people;
  private final Clock clock;
  private final CurrentPerson current;

  @Inject
  public ReadinessResource(Readiness readiness, People people, Clock clock, CurrentPerson current) {
    this.readiness = readiness;
    this.people = people;
    this.clock = clock;
    this.current = current;
  }

  @GET
  public ReadinessJson fourWeeks() {
    Outlook outlook = readiness.outlook(clock.instant());
    var in = new In(people, current.locale());
    return new ReadinessJson(
        outlook.when().from().toString(),
        outlook.when().to().toString(),
        outlook.missing().toString(),
        outlook.covers().stream().map(in::post).toList(),
        outlook.seats().stream().map(in::seat).toList(),
        outlook.gaps().stream().map(in::gap).toList(),
        outlook.defects().stream().map(in::defect).toList(),
        outlook.passedOver().stream().map(in::passedOver).toList());
  }

  /** What REST says, for a reader. */
  private record In(People people, Locale reader) {
    PostJson post(Cover cover) {
      return new PostJson(
          team(cover.post()),
          cover.post().level().number(),
          cover.post().name().in(reader),
          cover.missing().toString(),
          cover.watches().stream().map(this::watch).toList());
    }

    private WatchJson watch(Watch watch) {
      return new WatchJson(
          watch.when().from().toString(),
          watch.when().to().toString(),
          watch.isCovered(),
          watch.ready().stream().map(this::person).toList(),
          watch.lacks().stream().map(lack -> lack.words().in(reader)).toList());
    }

    SeatJson seat(Seat seat) {
      return new SeatJson(
          seat.role().group(),
          seat.able().stream().map(this::person).toList(),
          seat.outOfReach().stream().map(this::person).toList());
    }

    GapJson gap(Gap gap) {
      return new GapJson(
          team(gap.post()),
          gap.post().level().number(),
          gap.when().from().toString(),
          gap.when().to().toString(),
          gap.words().in(reader),
          gap.lacks().stream().map(Lack::words).map(words -> words.in(reader)).toList(),
          gap.lacks().stream()
              .map(lack -> lack.fix(gap.post().level()))
              .map(words -> words.in(reader))
              .toList(),
          gap.lastTime().map(this::passedOver).orElse(null));
    }

    DefectJson defect(Outlook.Defect defect) {
      return new DefectJson(
          defect.when().from().toString(),
          defect.when().to().toString(),
          defect.what().words().in(reader),
          defect.what().fix().in(reader));
    }

    PassedOverJson passedOver(PassedOver one) {
      return new PassedOverJson(
          one.team().value(),
          one.level().number(),
          one.incident().value(),
          one.at().toString(),
          one.words().in(reader));
    }

    private PersonJson person(PersonId id) {
      return PersonJson.of(id, people, reader);
    }

    private static @Nullable String team(Post post) {
      Optional<TeamId> team = post.team();
      return team.map(TeamId::value).orElse(null);
    }
  }

  /**
   * Four weeks.
   *
   * @param uncovered how long posts stay empty, over all of them, as {@code PT96H}
   * @param gaps earliest first
   * @param passedOver newest first, of the last 180 days
   */
  public record ReadinessJson(
      String from,
      String to,
      String uncovered,
      List<PostJson> posts,
      List<SeatJson> seats,
      List<GapJson> gaps,
      List<DefectJson> defects,
      List<PassedOverJson> passedOver) {}

  /**
   * A post over time.
   *
   * @param team left out for what all teams share
   * @param level 1 to 5
   */
  public record PostJson(
      @Nullable String team, int level, String name, String uncovered, List<WatchJson> watches) {}

  /** A stretch in which nothing changes; the watches of a post follow one another. */
  public record WatchJson(
      String from, String to, boolean covered, List<PersonJson> people, List<String> lacks) {}

  /** Who may take a part in an incident, by name. */
  public record SeatJson(String role, List<PersonJson> able, List<PersonJson> outOfReach) {}

  /**
   * When nobody holds a post.
   *
   * @param lastTime when that last happened to an incident; left out when it never did
   */
  public record GapJson(
      @Nullable String team,
      int level,
      String from,
      String to,
      String sentence,
      List<String> why,
      List<String> fix,
      @Nullable PassedOverJson lastTime) {}

  /** What else would go wrong, and what to do about it. */
  public record DefectJson(String from, String to, String sentence, String fix) {}

  /** Whose calls passed over what. */
  public record PassedOverJson(
      String team, int level, String incident, String at, String sentence) {}
}
