package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Activity;
import org.honbu.incidents.Work;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** An activity as it was told; never changed afterwards. */
@Entity
@Table(name = "activity")
class HeardActivity {
  @Id private UUID id;
  private String integration;
  private String who;
  private @Nullable PersonId person;

  @Enumerated(EnumType.STRING)
  private Work work;

  private @Nullable String component;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "heard_at")
  private Instant heardAt;

  private @Nullable String link;

  /** For Hibernate. */
  HeardActivity() {}

  HeardActivity(UUID id, Activity activity, Instant now) {
    this.id = id;
    this.integration = activity.integration();
    this.who = activity.who();
    this.person = activity.person().orElse(null);
    this.work = activity.work();
    this.component = activity.component().orElse(null);
    this.happenedAt = activity.at();
    this.heardAt = now;
    this.link = activity.link().orElse(null);
  }

  UUID id() {
    return id;
  }

  Activity view() {
    return new Activity(
        integration,
        who,
        Optional.ofNullable(person),
        work,
        Optional.ofNullable(component),
        happenedAt,
        Optional.ofNullable(link));
  }
}
