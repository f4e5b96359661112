package org.honbu.learning.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.learning.ActionItems;
import org.honbu.learning.ActionWish;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Postmortems;
import org.honbu.learning.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The review of one incident: {@code /api/v1/incidents/{id}/postmortem}. Writing answers 200 with
 * the review as it stands now, or 409 {@code HB-9003} when somebody else wrote in between; acts
 * answer 204.
 */
@Path("incidents/{id}/postmortem")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PostmortemResource {
  private final Postmortems postmortems;
  private final ActionItems items;
  private final LearningReplies replies;
  private final Clock clock;

  @Inject
  public PostmortemResource(
      Postmortems postmortems, ActionItems items, LearningReplies replies, Clock clock) {
    this.postmortems = postmortems;
    this.items = items;
    this.replies = replies;
    this.clock = clock;
  }

  /**
   * What was written.
   *
   * @param edition of the review it was written upon; 0 when left out
   */
  public record Texts(@Nullable Integer edition, @Nullable Map<String, String> texts) {}

  /** Somebody's login name. */
  public record Chosen(@Nullable String person) {}

  /** When people meet, ISO 8601 with offset, and who leads it. */
  public record Meeting(@Nullable String at, @Nullable String facilitator) {}

  /** The short form. */
  public record Answers(@Nullable String why, @Nullable String cheaper) {}

  /** An action item; {@code due} is a day, {@code 2026-12-15}. */
  public record Wish(
      @Nullable String what,
      @Nullable String kind,
      @Nullable String team,
      @Nullable String owner,
      @Nullable String due) {}

  @GET
  public PostmortemDocument read(@PathParam("id") String id) {
    replies.anEmployee();
    IncidentId incident = replies.incident(id);
    return document(
        postmortems
            .find(incident)
            .orElseThrow(() -> new ProblemException(LearningProblems.NO_POSTMORTEM, incident)));
  }

  @PUT
  public PostmortemDocument write(@PathParam("id") String id, @Nullable Texts sent) {
    Texts said = sent == null ? new Texts(0, Map.of()) : sent;
    WriteOutcome outcome =
        postmortems.write(
            new IncidentId(id),
            said.edition() == null ? 0 : said.edition(),
            LearningReplies.texts(said.texts()),
            replies.anEmployee());
    if (outcome instanceof WriteOutcome.Outdated outdated) {
      throw LearningReplies.outdated(outdated.why());
    }
    if (outcome instanceof WriteOutcome.Refused no) {
      throw LearningReplies.refused(no.why());
    }
    return document(((WriteOutcome.Written) outcome).now());
  }

  private PostmortemDocument document(Postmortem review) {
    return PostmortemDocument.of(
        review,
        postmortems.findings(review.incident()),
        postmortems.proposals(review.incident()),
        replies.reader(),
        clock.instant());
  }

  @POST
  @Path("begin")
  public void begin(@PathParam("id") String id) {
    LearningReplies.check(postmortems.begin(new IncidentId(id), replies.anEmployee()));
  }

  @POST
  @Path("owner")
  public void chooseOwner(@PathParam("id") String id, @Nullable Chosen sent) {
    LearningReplies.check(
        postmortems.chooseOwner(
            new IncidentId(id),
            LearningReplies.person("person", sent == null ? null : sent.person()),
            replies.anEmployee()));
  }

  @POST
  @Path("meeting")
  public void schedule(@PathParam("id") String id, @Nullable Meeting sent) {
    Meeting said = sent == null ? new Meeting(null, null) : sent;
    LearningReplies.check(
        postmortems.schedule(
            new IncidentId(id),
            LearningReplies.time("at", said.at()),
            LearningReplies.person("facilitator", said.facilitator()),
            replies.anEmployee()));
  }

  @POST
  @Path("submit")
  public void submit(@PathParam("id") String id) {
    LearningReplies.check(postmortems.submit(new IncidentId(id), replies.anEmployee()));
  }

  @POST
  @Path("send-back")
  public void sendBack(@PathParam("id") String id) {
    LearningReplies.check(postmortems.sendBack(new IncidentId(id), replies.anEmployee()));
  }

  @POST
  @Path("review")
  public void review(@PathParam("id") String id) {
    LearningReplies.check(postmortems.review(new IncidentId(id), replies.anEmployee()));
  }

  @POST
  @Path("short")
  public void answerShort(@PathParam("id") String id, @Nullable Answers sent) {
    Answers said = sent == null ? new Answers(null, null) : sent;
    LearningReplies.check(
        postmortems.answerShort(
            new IncidentId(id),
            LearningReplies.text(said.why()),
            LearningReplies.text(said.cheaper()),
            replies.anEmployee()));
  }

  @POST
  @Path("items")
  public void add(@PathParam("id") String id, @Nullable Wish sent) {
    Wish said = sent == null ? new Wish(null, null, null, null, null) : sent;
    var wish =
        new ActionWish(
            LearningReplies.text(said.what()),
            LearningReplies.kind(said.kind()),
            Optional.ofNullable(said.team()).filter(team -> !team.isBlank()).map(TeamId::new),
            LearningReplies.person("owner", said.owner()),
            LearningReplies.day("due", said.due()));
    LearningReplies.check(items.add(new IncidentId(id), wish, replies.anEmployee()));
  }
}
