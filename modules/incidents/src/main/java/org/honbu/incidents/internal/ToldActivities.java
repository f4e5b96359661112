package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;
import org.honbu.workflow.Retried;

/** The door for what integrations tell; processes learn of it by facts. */
@ApplicationScoped
@Retried
@Transactional
class ToldActivities implements Activities {
  private static final int MOST = 50;

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

  @Override
  public List<Activity> on(String component, Instant since) {
    return store.activitiesOn(component, since, MOST).stream().map(HeardActivity::view).toList();
  }
}
