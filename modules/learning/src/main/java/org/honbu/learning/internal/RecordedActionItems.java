package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.learning.ActionChange;
import org.honbu.learning.ActionItem;
import org.honbu.learning.ActionItems;
import org.honbu.learning.ActionWish;
import org.honbu.workflow.Retried;

/** Action items on record; their processes follow by the fact. */
@ApplicationScoped
@Retried
@Transactional
class RecordedActionItems implements ActionItems {
  private final ItemActs acts;
  private final ItemChanges changes;

  @Inject
  RecordedActionItems(ItemActs acts, ItemChanges changes) {
    this.acts = acts;
    this.changes = changes;
  }

  @Override
  public Outcome add(IncidentId incident, ActionWish wish, PersonId by) {
    return acts.add(incident, wish, by);
  }

  @Override
  public Outcome done(UUID item, String how, PersonId by) {
    return acts.done(item, how, by);
  }

  @Override
  public Outcome waive(UUID item, String reason, PersonId by) {
    return acts.waive(item, reason, by);
  }

  @Override
  public Outcome change(UUID item, ActionChange change, PersonId by) {
    return changes.change(item, change, by);
  }

  @Override
  public List<ActionItem> open() {
    return acts.open();
  }
}
