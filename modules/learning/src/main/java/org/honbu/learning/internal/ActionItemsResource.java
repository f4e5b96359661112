package org.honbu.learning.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Veil;
import org.honbu.kernel.PersonId;
import org.honbu.learning.ActionChange;
import org.honbu.learning.ActionItem;
import org.honbu.learning.ActionItems;
import org.honbu.learning.internal.PostmortemDocument.Item;
import org.jspecify.annotations.Nullable;

/**
 * What people promised to change: {@code /api/v1/action-items}, open ones, overdue ones first. Acts
 * answer 204.
 */
@Path("action-items")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ActionItemsResource {
  private final ActionItems items;
  private final Privacy privacy;
  private final LearningReplies replies;
  private final Clock clock;

  @Inject
  public ActionItemsResource(
      ActionItems items, Privacy privacy, LearningReplies replies, Clock clock) {
    this.items = items;
    this.privacy = privacy;
    this.replies = replies;
    this.clock = clock;
  }

  /** What was done, or why it is let go. */
  public record Said(@Nullable String text) {}

  /**
   * What changes; {@code due} is a day, {@code 2026-12-15}. What is left out stays.
   *
   * @param owner login name
   */
  public record Change(@Nullable String owner, @Nullable String due, @Nullable String reason) {}

  /** Without those of private incidents that the caller is outside of. */
  @GET
  public List<Item> open() {
    PersonId reader = replies.anEmployee();
    List<ActionItem> open = items.open();
    Veil veil = privacy.over(open.stream().map(ActionItem::incident).toList(), reader);
    return open.stream()
        .filter(item -> !veil.hides(item.incident()))
        .map(item -> Item.of(item, clock.instant()))
        .toList();
  }

  @POST
  @Path("{item}/done")
  public void done(@PathParam("item") String item, @Nullable Said said) {
    LearningReplies.check(items.done(LearningReplies.item(item), text(said), replies.anEmployee()));
  }

  @POST
  @Path("{item}/waive")
  public void waive(@PathParam("item") String item, @Nullable Said said) {
    LearningReplies.check(
        items.waive(LearningReplies.item(item), text(said), replies.anEmployee()));
  }

  @POST
  @Path("{item}/change")
  public void change(@PathParam("item") String item, @Nullable Change sent) {
    Change said = sent == null ? new Change(null, null, null) : sent;
    var change =
        new ActionChange(
            Optional.ofNullable(said.owner())
                .filter(login -> !login.isBlank())
                .map(login -> LearningReplies.person("owner", login)),
            LearningReplies.day("due", said.due()),
            LearningReplies.text(said.reason()));
    LearningReplies.check(items.change(LearningReplies.item(item), change, replies.anEmployee()));
  }

  private static String text(@Nullable Said said) {
    return said == null ? "" : LearningReplies.text(said.text());
  }
}
