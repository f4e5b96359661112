package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.honbu.incidents.DataHarm;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/** Harm to data, as it comes to be known. */
@Path("incidents/{id}/data-security")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DataHarmResource {
  private static final List<DataSecurity> KNOWN =
      List.of(DataSecurity.NONE, DataSecurity.SUSPECTED, DataSecurity.CONFIRMED);

  private final DataHarm harm;
  private final Replies replies;

  @Inject
  public DataHarmResource(DataHarm harm, Replies replies) {
    this.harm = harm;
    this.replies = replies;
  }

  /**
   * How it is.
   *
   * @param to NONE, SUSPECTED or CONFIRMED
   */
  public record Said(@Nullable String to, @Nullable String reason) {}

  @POST
  public IncidentDocument.Whole say(@PathParam("id") String id, @Nullable Said form) {
    Said said = form == null ? new Said(null, null) : form;
    String reason = said.reason() == null ? "" : said.reason();
    return replies.after(
        id, harm.say(new IncidentId(id), known(said.to()), reason, replies.anEmployee()));
  }

  private static DataSecurity known(@Nullable String to) {
    return KNOWN.stream()
        .filter(is -> is.name().equals(to))
        .findFirst()
        .orElseThrow(() -> new ProblemException(IncidentProblems.FIELD_UNKNOWN_VALUE, "to", KNOWN));
  }
}
