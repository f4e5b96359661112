package org.honbu.warroom.internal.topics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Which topic somebody is in: one for each person and incident, by its key. */
@Entity
@Table(name = "topic_member")
class TopicMember {
  /** Incident and person. */
  @Id private String id;

  @Column(name = "incident_id", updatable = false)
  private String incident;

  @Column(updatable = false)
  private String person;

  @Column(name = "topic_id")
  private UUID topic;

  private Instant since;

  protected TopicMember() {}

  TopicMember(IncidentId incident, PersonId person, UUID topic, Instant now) {
    this.id = incident.value() + " " + person.value();
    this.incident = incident.value();
    this.person = person.value();
    this.topic = topic;
    this.since = now;
  }

  void moveTo(UUID other, Instant now) {
    topic = other;
    since = now;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  PersonId person() {
    return new PersonId(person);
  }

  boolean isIn(UUID wanted) {
    return topic.equals(wanted);
  }

  Instant since() {
    return since;
  }
}
