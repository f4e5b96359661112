package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.FocusShield;
import org.jspecify.annotations.Nullable;

/** A message to somebody in an incident, or whom to ask instead: {@code …/ask/{person}}. */
@Path("incidents/{id}/ask/{person}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AskResource {
  private final FocusShield shield;
  private final WorkReplies replies;

  @Inject
  public AskResource(FocusShield shield, WorkReplies replies) {
    this.shield = shield;
    this.replies = replies;
  }

  /** What is said. */
  public record Message(@Nullable String text) {}

  /**
   * What became of it.
   *
   * @param passedOn whether it reached them
   * @param askInstead whom to ask, when it did not
   * @param says the same as a sentence
   */
  public record Reply(boolean passedOn, @Nullable String askInstead, @Nullable String says) {}

  @POST
  public Reply ask(
      @PathParam("id") String id, @PathParam("person") String person, @Nullable Message message) {
    String text = message == null ? "" : WorkReplies.text(message.text());
    FocusShield.Answer answer =
        shield.ask(
            new IncidentId(id), WorkReplies.person("person", person), text, replies.anEmployee());
    return answer instanceof FocusShield.Answer.AskInstead instead
        ? new Reply(false, instead.whom().value(), replies.say(instead.words()))
        : new Reply(true, null, null);
  }
}
