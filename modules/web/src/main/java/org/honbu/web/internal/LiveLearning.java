package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.honbu.kernel.IncidentId;
import org.honbu.learning.ActionItems;
import org.honbu.learning.Postmortems;

/** What pages about reviews show, for {@link LiveSubjects}. */
@ApplicationScoped
public class LiveLearning {
  private final Postmortems postmortems;
  private final ActionItems items;

  @Inject
  public LiveLearning(Postmortems postmortems, ActionItems items) {
    this.postmortems = postmortems;
    this.items = items;
  }

  int of(IncidentId incident) {
    return postmortems.find(incident).hashCode();
  }

  int all() {
    return Objects.hash(postmortems.open(), items.open());
  }
}
