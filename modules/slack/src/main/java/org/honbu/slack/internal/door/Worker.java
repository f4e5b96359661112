package org.honbu.slack.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.slack.internal.known.Identity;
import org.honbu.slack.internal.known.SlackPeople;
import org.honbu.slack.internal.wire.Asks;
import org.honbu.slack.internal.wire.Mrkdwn;
import org.honbu.slack.internal.wire.Said;

/**
 * Does what was heard: asks Slack who it was, outside any transaction; does it in one; and says
 * what became of it, outside any again. Killed in between it is taken up when its lease ends, and
 * what was done is not done again.
 */
@ApplicationScoped
class Worker {
  /** A {@code response_url} lives so long. */
  private static final Duration ANSWERABLE = Duration.ofMinutes(30);

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int TRIES = 5;
  private static final System.Logger LOG = System.getLogger(Worker.class.getName());
  private static final Words FAILED =
      new Words("うまくいきませんでした。Honbu の画面からお願いします", "That did not work. Use Honbu’s own pages");

  private final HeardDesk desk;
  private final SlackPeople people;
  private final Asks slack;
  private final Clock clock;

  @Inject
  Worker(HeardDesk desk, SlackPeople people, Asks slack, Clock clock) {
    this.desk = desk;
    this.people = people;
    this.slack = slack;
    this.clock = clock;
  }

  /** Does the oldest; answers whether there was one. */
  boolean workNext() {
    Optional<Heard> heard = desk.claim();
    heard.ifPresent(this::work);
    return heard.isPresent();
  }

  private void work(Heard heard) {
    try {
      String answer = heard.answer().orElseGet(() -> done(heard));
      say(heard, answer);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "HB-5507 " + heard.id() + " could not be done; tried again", e);
      if (heard.tries() < TRIES) {
        desk.later(heard, SOON.multipliedBy(heard.tries()));
      } else {
        say(heard, refuse(heard, FAILED.both()));
      }
    }
  }

  private String done(Heard heard) {
    Identity who = people.whoIs(heard.slackUser());
    if (!(who instanceof Identity.Known known)) {
      Identity.Unknown unknown = (Identity.Unknown) who;
      return refuse(heard, unknown.why().in(unknown.reader()));
    }
    var mentioned = new HashMap<String, PersonId>();
    for (String user : Reading.mentions(heard.words())) {
      if (people.whoIs(user) instanceof Identity.Known other) {
        mentioned.put(user, other.person());
      }
    }
    var asked =
        new Asked(
            known.person(),
            known.reader(),
            heard.channel(),
            Mrkdwn.typed(heard.words()),
            mentioned);
    try {
      return desk.act(heard, asked);
    } catch (ProblemException refused) {
      return refuse(heard, refused.words().in(known.reader()));
    }
  }

  /** Whoever only mentioned somebody asked Honbu for nothing, and hears no refusal. */
  private String refuse(Heard heard, String why) {
    return switch (heard.what()) {
      case COMMAND, BUTTON -> desk.refuse(heard, why);
      case MENTION -> desk.refuse(heard, "");
    };
  }

  private void say(Heard heard, String answer) {
    boolean isLate = heard.heardAt().plus(ANSWERABLE).isBefore(clock.instant());
    if (answer.isEmpty()) {
      desk.over(heard, HeardStore.End.ANSWERED);
      return;
    }
    if (isLate || hasNoAddress(heard)) {
      desk.over(heard, HeardStore.End.UNHEARD);
      return;
    }
    Said said = said(heard, answer);
    if (said instanceof Said.Yes) {
      desk.over(heard, HeardStore.End.ANSWERED);
    } else if (said instanceof Said.NotNow && heard.tries() < TRIES) {
      desk.later(heard, SOON.multipliedBy(heard.tries()));
    } else {
      LOG.log(Level.WARNING, "HB-5508 {0} was done and could not be answered", heard.id());
      desk.over(heard, HeardStore.End.UNHEARD);
    }
  }

  private static boolean hasNoAddress(Heard heard) {
    return heard.answerAt().isEmpty() && heard.what() != Heard.What.MENTION;
  }

  private Said said(Heard heard, String answer) {
    return switch (heard.what()) {
      case COMMAND, BUTTON -> slack.answer(URI.create(heard.answerAt()), answer);
      case MENTION -> slack.aside(heard.channel(), heard.answerAt(), heard.slackUser(), answer);
    };
  }
}
