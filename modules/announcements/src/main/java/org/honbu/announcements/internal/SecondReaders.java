package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.IncidentId;

/** Asks for second readers or lets them go, as the table says by now. */
@ApplicationScoped
class SecondReaders {
  private final PrivacyReview privacy;
  private final PrivacyProcess process;

  @Inject
  SecondReaders(PrivacyReview privacy, PrivacyProcess process) {
    this.privacy = privacy;
    this.process = process;
  }

  /** What the table goes by may have changed. Joins the caller's transaction. */
  void follow(IncidentId incident) {
    if (privacy.isNeeded(incident)) {
      privacy.askForAll(incident);
    } else {
      privacy.letGo(incident);
      process.looksAgain(incident);
    }
  }
}
