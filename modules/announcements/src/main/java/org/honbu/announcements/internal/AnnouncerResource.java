package org.honbu.announcements.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcing;
import org.honbu.announcements.ExecutiveSummaries;
import org.honbu.announcements.UserFeedback;
import org.honbu.announcements.UserFeedback.Voices;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/** Who announces, how often, what users say, and what stakeholders are told. */
@Path("/incidents/{incident}/announcer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class AnnouncerResource {
  private final Announcing announcing;
  private final UserFeedback feedback;
  private final ExecutiveSummaries summaries;
  private final CurrentPerson current;

  @Inject
  public AnnouncerResource(
      Announcing announcing,
      UserFeedback feedback,
      ExecutiveSummaries summaries,
      CurrentPerson current) {
    this.announcing = announcing;
    this.feedback = feedback;
    this.summaries = summaries;
    this.current = current;
  }

  /** Who could announce; the one to ask first at the top. */
  @GET
  public List<CandidateJson> candidates(@PathParam("incident") String incident) {
    return announcing.candidates(new IncidentId(incident)).stream()
        .map(one -> new CandidateJson(one.person().value(), one.fit().name()))
        .toList();
  }

  /** Gives announcing to somebody by name. */
  @POST
  public void assign(@PathParam("incident") String incident, WhoJson who) {
    String person = AnnouncementProblems.text("person", or(who.person(), ""), 64, true);
    TakeOutcome outcome =
        announcing.assign(new IncidentId(incident), new PersonId(person), current.id());
    if (outcome instanceof TakeOutcome.NotAllowed no) {
      throw problem(AnnouncementProblems.NOT_ALLOWED, no.why());
    }
  }

  @GET
  @Path("/rhythm")
  public RhythmJson rhythm(@PathParam("incident") String incident) {
    Announcing.Pace pace = announcing.pace(new IncidentId(incident));
    return new RhythmJson(
        pace.within().toMinutes(), pace.longest().toMinutes(), pace.mayLengthen());
  }

  /** Lets users wait longer. */
  @POST
  @Path("/rhythm")
  public void lengthen(@PathParam("incident") String incident, MinutesJson wish) {
    Duration within = Duration.ofMinutes(or(wish.minutes(), 0));
    done(announcing.lengthen(new IncidentId(incident), within, current.id()));
  }

  @GET
  @Path("/feedback")
  public List<HeardJson> heard(@PathParam("incident") String incident) {
    return feedback.heard(new IncidentId(incident)).stream().map(HeardJson::of).toList();
  }

  /** Notes what users told customer support. */
  @POST
  @Path("/feedback")
  public void hear(@PathParam("incident") String incident, VoicesJson heard) {
    var voices =
        new Voices(
            or(heard.newReports(), 0),
            or(heard.distinctCustomers(), 0),
            or(heard.sampleQuotes(), ""),
            or(heard.mostAskedQuestion(), ""));
    done(feedback.hear(new IncidentId(incident), voices, current.id()));
  }

  @GET
  @Path("/summaries")
  public List<SummaryJson> summaries(@PathParam("incident") String incident) {
    return summaries.told(new IncidentId(incident)).stream()
        .map(said -> new SummaryJson(said.text(), said.by().value(), said.at().toString()))
        .toList();
  }

  /** Tells stakeholders in three lines. */
  @POST
  @Path("/summaries")
  public void summarise(@PathParam("incident") String incident, TextJson summary) {
    done(summaries.tell(new IncidentId(incident), or(summary.text(), ""), current.id()));
  }

  private static void done(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      throw problem(AnnouncementProblems.NOT_ALLOWED, no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw problem(AnnouncementProblems.NOT_NOW, no.why());
    }
  }

  private static ProblemException problem(Problem problem, Words why) {
    return new ProblemException(problem, why.ja(), why.en());
  }

  private static <T> T or(@Nullable T said, T otherwise) {
    return Optional.ofNullable(said).orElse(otherwise);
  }

  /**
   * Somebody who could announce.
   *
   * @param fit ON_SHIFT, the default; TAKES_PART, SUPPORT or ANNOUNCER
   */
  public record CandidateJson(String person, String fit) {}

  /** A person's login. */
  public record WhoJson(@Nullable String person) {}

  public record MinutesJson(@Nullable Integer minutes) {}

  /** Up to 600 characters in three lines. */
  public record TextJson(@Nullable String text) {}

  /** In minutes. */
  public record RhythmJson(long minutes, long longest, boolean mayLengthen) {}

  /** FM-2b. */
  public record VoicesJson(
      @Nullable Integer newReports,
      @Nullable Integer distinctCustomers,
      @Nullable String sampleQuotes,
      @Nullable String mostAskedQuestion) {}

  /** FM-2b as it was noted. */
  public record HeardJson(
      int newReports,
      int distinctCustomers,
      String sampleQuotes,
      String mostAskedQuestion,
      String by,
      String at) {
    static HeardJson of(UserFeedback.Heard heard) {
      return new HeardJson(
          heard.voices().newReports(),
          heard.voices().distinctCustomers(),
          heard.voices().quotes(),
          heard.voices().mostAsked(),
          heard.by().value(),
          heard.at().toString());
    }
  }

  public record SummaryJson(String text, String by, String at) {}
}
