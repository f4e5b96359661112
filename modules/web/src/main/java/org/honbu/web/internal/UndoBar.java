package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.Undo;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.jspecify.annotations.Nullable;

/** What the reader has just done on this incident and may take back, with the time that is left. */
@Named("undo")
@RequestScoped
public class UndoBar {
  private final Optional<UndoOffer> offer;
  private final Clock clock;

  @Inject
  public UndoBar(HttpServletRequest request, Undo undo, CurrentPerson reader, Clock clock) {
    IncidentId incident = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.offer = undo.offered(incident, reader.id());
    this.clock = clock;
  }

  public boolean isOffered() {
    return offer.isPresent();
  }

  public @Nullable Undoable getAct() {
    return offer.map(UndoOffer::act).orElse(null);
  }

  public @Nullable Instant getUntil() {
    return offer.map(UndoOffer::until).orElse(null);
  }

  /** By the server's clock, for a phone whose own is wrong. */
  public Instant getNow() {
    return clock.instant();
  }
}
