package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.honbu.incidents.Merges;
import org.honbu.kernel.IncidentId;
import org.jspecify.annotations.Nullable;

/** What was merged by mistake: {@code POST /api/v1/incidents/{id}/parted}, of the one that went. */
@Path("incidents/{id}/parted")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MergesResource {
  private final Merges merges;
  private final Replies replies;

  @Inject
  public MergesResource(Merges merges, Replies replies) {
    this.merges = merges;
    this.replies = replies;
  }

  /** Why they are not one. */
  public record Why(@Nullable String reason) {}

  @POST
  public IncidentDocument.Whole parted(@PathParam("id") String id, @Nullable Why said) {
    String reason = said == null || said.reason() == null ? "" : said.reason();
    return replies.after(id, merges.takeApart(new IncidentId(id), reason, replies.anEmployee()));
  }
}
