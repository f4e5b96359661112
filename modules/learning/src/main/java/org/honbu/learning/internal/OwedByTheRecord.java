package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.OwedReviews;
import org.honbu.kernel.IncidentId;
import org.honbu.learning.Postmortem.State;

/**
 * A review is owed until it is closed and no action item is left (A41); one that its process has
 * not begun yet, when the table says so: an incident must not close in between.
 */
@ApplicationScoped
class OwedByTheRecord implements OwedReviews {
  private final LearningStore store;
  private final LearningBook book;
  private final RequiredReview required;

  @Inject
  OwedByTheRecord(LearningStore store, LearningBook book, RequiredReview required) {
    this.store = store;
    this.book = book;
    this.required = required;
  }

  @Override
  public boolean isOwed(IncidentId incident) {
    return store.items(incident).stream().anyMatch(ActionItemRow::isOpen) || isReviewOwed(incident);
  }

  private boolean isReviewOwed(IncidentId incident) {
    return store
        .postmortem(incident)
        .map(row -> !row.is(State.CLOSED))
        .orElseGet(() -> required.of(book.view(incident), book.now()).form().isPresent());
  }
}
