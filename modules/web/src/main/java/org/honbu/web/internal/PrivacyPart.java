package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;

/**
 * On the page of an incident, for those who may read it: whether it is private, and who decides.
 */
@Named("privacy")
@RequestScoped
public class PrivacyPart {
  private final boolean isPrivate;
  private final boolean isYours;

  @Inject
  public PrivacyPart(HttpServletRequest request, Privacy privacy, CurrentPerson reader) {
    var incident = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.isPrivate = privacy.isPrivate(incident);
    this.isYours = privacy.mayDecide(incident, reader.id());
  }

  public boolean isOn() {
    return isPrivate;
  }

  /** Whether the reader may change it. */
  public boolean isYours() {
    return isYours;
  }

  /** The act that is open to whoever decides: {@code make-private} or {@code open-to-all}. */
  public String getAct() {
    return isPrivate ? PrivacyForms.OPEN : PrivacyForms.CLOSE;
  }
}
