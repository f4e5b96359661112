package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.honbu.incidents.Merges;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;

/** Taking apart what was merged by mistake, for those who may. */
@Named("parting")
@RequestScoped
public class PartingPart {
  private final boolean offered;

  @Inject
  public PartingPart(HttpServletRequest request, Merges merges, CurrentPerson reader) {
    IncidentId incident = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.offered = merges.mayTakeApart(incident, reader.id());
  }

  public boolean isOffered() {
    return offered;
  }
}
