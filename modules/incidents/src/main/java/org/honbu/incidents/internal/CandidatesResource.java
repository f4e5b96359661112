package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.honbu.incidents.CommandCandidate;
import org.honbu.incidents.CommandCandidates;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.CommanderScore;
import org.honbu.people.People;

/**
 * Who could command an incident next, over REST: {@code GET /api/v1/incidents/{id}/candidates}.
 *
 * <p>For whoever commands it, and commanders, responders and process owners by role; others are
 * refused with 403. Ways to reach people are never shown.
 */
@Path("incidents/{id}/candidates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CandidatesResource {
  static final Words FOR_WHO_CHOOSES =
      new Words(
          "指揮の候補を見られるのは、コマンダー・対応者・プロセスオーナーです",
          "Who could command next is shown to commanders, responders and process owners");

  private final CommandCandidates candidates;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public CandidatesResource(CommandCandidates candidates, People people, CurrentPerson caller) {
    this.candidates = candidates;
    this.people = people;
    this.caller = caller;
  }

  /**
   * The list, who fits best first and who does not come into question last.
   *
   * @param unknown what should count and Honbu does not know
   */
  public record Listed(String incident, List<OneOfThem> candidates, List<Words> unknown) {}

  /**
   * One person.
   *
   * @param verdict ELIGIBLE, WITH_COACH or NOT_ELIGIBLE
   * @param reason a name for the reason, for programs
   * @param why the reason for people
   * @param mayTake whether a claim of theirs would be accepted now
   * @param total the sum of all terms
   */
  public record OneOfThem(
      IncidentDocument.Who who,
      String verdict,
      String reason,
      Words why,
      boolean mayTake,
      BigDecimal total,
      List<TermJson> terms) {}

  /**
   * One term of the sum.
   *
   * @param points signed
   * @param most what it gives at most, or, negative, takes at most
   * @param known false when what it asks is not known; then it gives and takes nothing
   */
  public record TermJson(
      String term, Words label, BigDecimal points, int most, boolean known, Words why) {}

  @GET
  public Listed list(@PathParam("id") String id) {
    IncidentId incident = new IncidentId(id);
    if (!candidates.mayRead(incident, caller.id())) {
      throw new ProblemException(
          IncidentProblems.REFUSED, FOR_WHO_CHOOSES.ja(), FOR_WHO_CHOOSES.en());
    }
    CommandCandidates.Candidates all = candidates.of(incident);
    var writer = new IncidentDocument.Writer(people, caller.locale());
    return new Listed(
        incident.value(),
        all.people().stream().map(one -> json(one, writer)).toList(),
        all.unknown());
  }

  private static OneOfThem json(CommandCandidate one, IncidentDocument.Writer writer) {
    return new OneOfThem(
        writer.who(one.person()),
        one.eligibility().verdict().name(),
        one.eligibility().reason().name(),
        one.eligibility().why(),
        one.mayTake(),
        one.score().total(),
        one.score().parts().stream().map(CandidatesResource::json).toList());
  }

  private static TermJson json(CommanderScore.Part part) {
    return new TermJson(
        part.term().name(),
        part.term().label(),
        part.points(),
        part.most(),
        part.known(),
        part.why());
  }
}
