package org.honbu.slack.internal.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody did in Slack, once, by its key. */
@Entity
@Table(name = "heard")
class HeardRow {
  static final String WAITING = "WAITING";

  @Id private String id;
  private String what;

  @Column(name = "slack_user")
  private String slackUser;

  private String channel;
  private String words;

  @Column(name = "answer_at")
  private String answerAt;

  @Column(name = "heard_at")
  private Instant heardAt;

  private String state;

  @Column(name = "due_at")
  private Instant dueAt;

  private int tries;
  private @Nullable String answer;

  protected HeardRow() {}

  HeardRow(Heard heard) {
    this.id = heard.id();
    this.what = heard.what().name();
    this.slackUser = heard.slackUser();
    this.channel = heard.channel();
    this.words = heard.words();
    this.answerAt = heard.answerAt();
    this.heardAt = heard.heardAt().truncatedTo(ChronoUnit.MICROS);
    this.state = WAITING;
    this.dueAt = heardAt;
    this.tries = 0;
  }

  void leased(Instant until) {
    dueAt = until.truncatedTo(ChronoUnit.MICROS);
    tries++;
  }

  void acted(String said) {
    answer = said.length() > Heard.LONGEST ? said.substring(0, Heard.LONGEST) : said;
  }

  void later(Instant due) {
    dueAt = due.truncatedTo(ChronoUnit.MICROS);
  }

  void over(HeardStore.End end) {
    if (state.equals(WAITING)) {
      state = end.name();
      forgets();
    }
  }

  /** What people say among themselves is kept no longer than it takes to answer. */
  private void forgets() {
    if (what.equals(Heard.What.MENTION.name())) {
      words = "";
    }
  }

  Heard heard() {
    return new Heard(
        id,
        Heard.What.valueOf(what),
        slackUser,
        channel,
        words,
        answerAt,
        heardAt,
        tries,
        Optional.ofNullable(answer));
  }
}
