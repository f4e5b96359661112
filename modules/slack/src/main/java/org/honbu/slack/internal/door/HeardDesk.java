package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.honbu.workflow.Retried;

/**
 * The book of what was heard. Each method is one transaction: what somebody asked for and the note
 * that it was done commit together, so it is done once.
 */
@ApplicationScoped
@Transactional
@Retried
class HeardDesk {
  /** Longer than asking Slack and doing it take together. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final HeardStore store;
  private final Commands commands;
  private final Mentions mentions;
  private final Clock clock;

  @Inject
  HeardDesk(HeardStore store, Commands commands, Mentions mentions, Clock clock) {
    this.store = store;
    this.commands = commands;
    this.mentions = mentions;
    this.clock = clock;
  }

  boolean keep(Heard heard) {
    return store.keep(heard);
  }

  Optional<Heard> claim() {
    return store.claim(clock.instant(), LEASE);
  }

  /** Does it; answers what whoever asked is to hear, empty for nothing. */
  String act(Heard heard, Asked asked) {
    String answer =
        switch (heard.what()) {
          case COMMAND, BUTTON -> commands.perform(asked).in(asked.reader());
          case MENTION -> mentions.answer(asked).map(words -> words.in(asked.reader())).orElse("");
        };
    store.acted(heard, answer);
    return answer;
  }

  /** Nothing is done, and they are told why. */
  String refuse(Heard heard, String why) {
    store.acted(heard, why);
    return why;
  }

  void later(Heard heard, Duration after) {
    store.later(heard, clock.instant().plus(after));
  }

  void over(Heard heard, HeardStore.End end) {
    store.over(heard, end);
  }
}
