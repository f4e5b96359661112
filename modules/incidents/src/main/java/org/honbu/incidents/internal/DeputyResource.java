package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.honbu.incidents.Deputies;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** The deputy of an incident: {@code /api/v1/incidents/{id}/deputy}. */
@Path("incidents/{id}/deputy")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeputyResource {
  private final Deputies deputies;
  private final Replies replies;

  @Inject
  public DeputyResource(Deputies deputies, Replies replies) {
    this.deputies = deputies;
    this.replies = replies;
  }

  /** Who. */
  public record Appoint(@Nullable String deputy) {}

  @POST
  public IncidentDocument.Whole appoint(@PathParam("id") String id, @Nullable Appoint form) {
    PersonId by = replies.anEmployee();
    String deputy = Replies.needed("deputy", form == null ? null : form.deputy(), 64);
    return replies.after(id, deputies.appoint(new IncidentId(id), new PersonId(deputy), by));
  }

  /** The deputy gives the duty back. */
  @DELETE
  public IncidentDocument.Whole leave(@PathParam("id") String id) {
    return replies.after(id, deputies.leave(new IncidentId(id), replies.anEmployee()));
  }
}
