package org.honbu.incidents.internal;

import org.honbu.workflow.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;

/** The door for what integrations tell; processes learn of it by facts. */
@ApplicationScoped
@Retried
@Transactional
class ToldActivities implements Activities {
  private final ActivityActs acts;
  private final CareStore store;

  @Inject
  ToldActivities(ActivityActs acts, CareStore store) {
    this.acts = acts;
    this.store = store;
  }

  @Override
  public UUID heard(Activity activity) {
    return acts.heard(activity);
  }

  @Override
  public Optional<Activity> find(UUID activity) {
    return store.activity(activity).map(HeardActivity::view);
  }
}
