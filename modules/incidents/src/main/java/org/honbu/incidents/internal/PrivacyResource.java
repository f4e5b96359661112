package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.IncidentId;
import org.jspecify.annotations.Nullable;

/** Who may read an incident: {@code /api/v1/incidents/{id}/privacy}. */
@Path("incidents/{id}/privacy")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PrivacyResource {
  private final Privacy privacy;
  private final Replies replies;

  @Inject
  public PrivacyResource(Privacy privacy, Replies replies) {
    this.privacy = privacy;
    this.replies = replies;
  }

  /** Why. */
  public record Why(@Nullable String reason) {}

  @POST
  @Path("close")
  public IncidentDocument.Whole close(@PathParam("id") String id, @Nullable Why why) {
    return replies.after(id, privacy.close(new IncidentId(id), reason(why), replies.anEmployee()));
  }

  @POST
  @Path("open")
  public IncidentDocument.Whole open(@PathParam("id") String id, @Nullable Why why) {
    return replies.after(id, privacy.open(new IncidentId(id), reason(why), replies.anEmployee()));
  }

  private static String reason(@Nullable Why why) {
    return why == null || why.reason() == null ? "" : why.reason();
  }
}
