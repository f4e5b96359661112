package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import org.honbu.kernel.IncidentId;
import org.honbu.learning.Section;

/** Keeps what somebody wrote and could not save, until the next page has shown it. */
@RequestScoped
public class KeptTexts {
  private static final String KEPT = "honbu.kept-texts.";
  private final HttpServletRequest request;

  @Inject
  public KeptTexts(HttpServletRequest request) {
    this.request = request;
  }

  void keep(IncidentId incident, Map<Section, String> texts) {
    request.getSession().setAttribute(KEPT + incident, new HashMap<>(texts));
  }

  /** What was kept, once. */
  Map<Section, String> take(IncidentId incident) {
    HttpSession session = request.getSession(false);
    Map<Section, String> texts = new HashMap<>();
    if (session != null && session.getAttribute(KEPT + incident) instanceof Map<?, ?> kept) {
      session.removeAttribute(KEPT + incident);
      kept.forEach((section, text) -> texts.put((Section) section, (String) text));
    }
    return texts;
  }
}
