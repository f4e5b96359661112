package org.honbu.slack.internal.known;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.honbu.kernel.PersonId;

/** Who somebody of Slack was when it was asked last. */
@Entity
@Table(name = "person")
class PersonRow {
  @Id
  @Column(name = "slack_user")
  private String slackUser;

  private String person;
  private String language;

  @Column(name = "verified_at")
  private Instant verifiedAt;

  protected PersonRow() {}

  PersonRow(KnownStore.Known known) {
    this.slackUser = known.slackUser();
    this.person = known.person().value();
    this.language = known.reader().getLanguage();
    this.verifiedAt = known.verifiedAt();
  }

  KnownStore.Known known() {
    return new KnownStore.Known(
        slackUser, new PersonId(person), Locale.forLanguageTag(language), verifiedAt);
  }
}
