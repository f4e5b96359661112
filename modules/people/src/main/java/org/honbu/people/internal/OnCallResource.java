package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.honbu.kernel.CurrentPerson;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Team;

/** Tells who would be paged now, and what is wrong with that. */
@Path("/oncall")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OnCallResource {
  private final People people;
  private final Clock clock;
  private final CurrentPerson current;

  @Inject
  public OnCallResource(People people, Clock clock, CurrentPerson current) {
    this.people = people;
    this.clock = clock;
    this.current = current;
  }

  @GET
  public OnCall now() {
    Instant now = clock.instant();
    Locale reader = current.locale();
    List<Rung> rungs = new ArrayList<>();
    for (Team team : people.teams()) {
      for (OnCallLevel level : OnCallLevel.values()) {
        rungs.add(rung(team, level, now, reader));
      }
    }
    List<String> defects =
        people.readinessDefects(now).stream()
            .map(ReadinessDefect::words)
            .map(words -> words.in(reader))
            .toList();
    return new OnCall(now.toString(), rungs, defects);
  }

  private Rung rung(Team team, OnCallLevel level, Instant now, Locale reader) {
    List<PersonJson> onCall =
        people.onCall(team.id(), level, now).stream()
            .map(person -> PersonJson.of(person, people, reader))
            .toList();
    return new Rung(team.id().value(), level.number(), onCall);
  }

  /**
   * The chains of all teams at one instant.
   *
   * @param defects what would go wrong, as sentences for the reader
   */
  public record OnCall(String at, List<Rung> levels, List<String> defects) {}

  /**
   * One rung of one team's chain.
   *
   * @param level 1 to 5
   */
  public record Rung(String team, int level, List<PersonJson> people) {}
}
