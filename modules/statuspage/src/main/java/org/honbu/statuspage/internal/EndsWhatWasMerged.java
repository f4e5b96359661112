package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentMerged;
import org.honbu.outbox.FactHandler;

/** Users are not left with an incident that nobody speaks of any more. */
@ApplicationScoped
class EndsWhatWasMerged implements FactHandler<IncidentMerged> {
  private final Publisher publisher;

  @Inject
  EndsWhatWasMerged(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public String name() {
    return "statuspage.ends-what-was-merged";
  }

  @Override
  public Class<IncidentMerged> fact() {
    return IncidentMerged.class;
  }

  @Override
  public void on(IncidentMerged merged) {
    publisher.merged(merged.incident());
  }
}
