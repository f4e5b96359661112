package org.honbu.learning.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.honbu.kernel.IncidentId;
import org.honbu.learning.Postmortems;

/** The review as a file to keep elsewhere: {@code /api/v1/incidents/{id}/postmortem.md}. */
@Path("incidents/{id}/postmortem.md")
@RequestScoped
public class MarkdownResource {
  private final Postmortems postmortems;
  private final LearningReplies replies;

  @Inject
  public MarkdownResource(Postmortems postmortems, LearningReplies replies) {
    this.postmortems = postmortems;
    this.replies = replies;
  }

  @GET
  public Response export(@PathParam("id") String id) {
    replies.anEmployee();
    IncidentId incident = replies.incident(id);
    return Response.ok(postmortems.markdown(incident), "text/markdown;charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + incident.value() + "-postmortem.md\"")
        .build();
  }
}
