package org.honbu.people.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Contribution;

/** What somebody finished in a real incident. */
@Entity
@Table(name = "contribution")
class ContributionRow {
  @Id private UUID id;

  @Column(name = "person_id")
  private String person;

  @Column(name = "incident_id")
  private String incident;

  @Column(name = "what_ja")
  private String whatJa;

  @Column(name = "what_en")
  private String whatEn;

  @Column(name = "done_at")
  private Instant at;

  protected ContributionRow() {}

  ContributionRow(Contribution contribution) {
    id = contribution.id();
    person = contribution.person().value();
    incident = contribution.incident().value();
    whatJa = contribution.what().ja();
    whatEn = contribution.what().en();
    at = contribution.at();
  }

  Contribution contribution() {
    return new Contribution(
        id, new PersonId(person), new IncidentId(incident), new Words(whatJa, whatEn), at);
  }
}
