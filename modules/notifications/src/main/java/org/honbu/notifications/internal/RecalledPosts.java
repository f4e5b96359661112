package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.honbu.kernel.Subject;
import org.honbu.notifications.PostRecall;

/**
 * Takes posts back by their row. A sender that has claimed one and is outside any transaction finds
 * it taken back when it writes down what happened; the attempt stays in the ledger.
 */
@ApplicationScoped
class RecalledPosts implements PostRecall {
  private final Messages messages;

  @Inject
  RecalledPosts(Messages messages) {
    this.messages = messages;
  }

  @Override
  @Transactional
  public Outcome takeBack(Subject about, String channel, String key) {
    String written = Postroom.key(about, channel, key);
    if (messages.cancelPost(written) > 0) {
      return Outcome.TAKEN_BACK;
    }
    return messages.isSent(written) ? Outcome.HAD_LEFT : Outcome.NOTHING_WAITED;
  }

  @Override
  @Transactional
  public boolean hasLeft(Subject about, String channel, String key) {
    return messages.isSent(Postroom.key(about, channel, key));
  }

  @Override
  @Transactional
  public boolean isFailing(Subject about, String channel, String key) {
    return messages.isFailing(Postroom.key(about, channel, key), Sender.LAST_QUIET_TRY);
  }
}
