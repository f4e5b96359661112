package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.honbu.kernel.ProblemException;
import org.honbu.workflow.Diagrams;

/** The pictures themselves, for the browser to draw. */
@Path("/diagrams")
@RequestScoped
public class DiagramResource {
  @Inject private Diagrams diagrams;

  /** One version of one diagram, as BPMN. */
  @GET
  @Path("/{key}")
  @Produces("application/xml")
  public String xml(@PathParam("key") String key) {
    return diagrams.find(key).orElseThrow(() -> new ProblemException(WebProblems.NOT_FOUND));
  }
}
