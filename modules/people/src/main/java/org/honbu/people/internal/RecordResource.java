package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.honbu.kernel.CurrentPerson;
import org.honbu.people.Contribution;
import org.honbu.people.LevelRecord;
import org.honbu.people.LevelRecords;

/** Tells people how far they have come; everybody their own, and nobody another's. */
@Path("/people/me/record")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RecordResource {
  private final LevelRecords records;
  private final CurrentPerson current;

  @Inject
  public RecordResource(LevelRecords records, CurrentPerson current) {
    this.records = records;
    this.current = current;
  }

  @GET
  public RecordJson mine() {
    LevelRecord mine = records.of(current.id());
    Locale reader = current.locale();
    return new RecordJson(
        mine.level().name(),
        mine.level().label().in(reader),
        mine.incidents(),
        mine.contributions().stream().map(one -> json(one, reader)).toList());
  }

  private static ContributionJson json(Contribution one, Locale reader) {
    return new ContributionJson(one.incident().value(), one.what().in(reader), one.at().toString());
  }

  /**
   * What somebody has done.
   *
   * @param level L0 to L6
   * @param incidents how many real incidents they came into the room of
   * @param contributions newest first
   */
  public record RecordJson(
      String level, String name, int incidents, List<ContributionJson> contributions) {}

  /** One thing they did. */
  public record ContributionJson(String incident, String what, String at) {}
}
