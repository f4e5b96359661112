package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.SharedLink;
import org.honbu.warroom.SharedLinks;

/** The read-only links of an incident, for those who may make them. */
@Named("sharing")
@RequestScoped
public class SharingPart {
  private final boolean offered;
  private final List<SharedLink> links;

  @Inject
  public SharingPart(HttpServletRequest request, SharedLinks links, CurrentPerson reader) {
    IncidentId incident = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.offered = links.mayShare(incident, reader.id());
    this.links = offered ? links.of(incident) : List.of();
  }

  public boolean isOffered() {
    return offered;
  }

  /** Those that work, newest first. */
  public List<SharedLink> getLinks() {
    return links;
  }
}
